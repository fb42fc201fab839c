import type { ReadingWebApi } from '../sales/dataverseReader';
import type { TicketMaker } from '../sales/gatewayTicket';

/**
 * What a command uses of the model-driven client (Microsoft Learn, "Client API reference": `Xrm`, `formContext`). There are
 * no typings of Microsoft's for it that know only this much.
 */
export interface Client {
  readonly WebApi: ReadingWebApi & TicketMaker;
  readonly Navigation: {
    openUrl(address: string): void;
    openForm(options: {
      readonly entityName: string;
      readonly entityId: string;
      readonly formId?: string;
    }): PromiseLike<unknown>;
    openConfirmDialog(strings: {
      readonly title: string;
      readonly text: string;
      readonly confirmButtonLabel: string;
      readonly cancelButtonLabel: string;
    }): PromiseLike<{ readonly confirmed: boolean }>;
  };
  readonly Utility: {
    getGlobalContext(): {
      readonly userSettings: {
        /** Windows locale id of the texts. */
        readonly languageId: number;
        readonly roles: { getAll(): readonly { readonly id: string }[] };
      };
    };
  };
}

export interface FormControl {
  /** Not every kind of control can take the focus. */
  setFocus?(): void;
}

export interface FormTab {
  setDisplayState(state: 'expanded' | 'collapsed'): void;
  setFocus(): void;
  readonly sections: {
    get(name: string): { readonly controls: { get(): readonly FormControl[] } } | null;
  };
}

/** `PrimaryControl` of a command on a form. */
export interface FormContext {
  readonly data: {
    readonly entity: {
      getEntityName(): string;
      /** In braces and upper case; empty while the record is new. */
      getId(): string;
      getPrimaryAttributeValue(): string | null;
    };
  };
  /** Null where the column is not on the form. */
  getAttribute(column: string): { getValue(): unknown } | null;
  readonly ui: {
    readonly tabs: { get(): readonly FormTab[] };
    setFormNotification(message: string, level: 'ERROR' | 'WARNING' | 'INFO', id: string): boolean;
    clearFormNotification(id: string): boolean;
  };
}
