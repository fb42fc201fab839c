import type { LookupReference } from '../record/columnValue';

/** What a dialog asks, and the answer that it ends with. */
export interface DialogKinds {
  readonly alert: {
    readonly asked: { readonly text: string; readonly title?: string; readonly okLabel?: string };
    readonly answer: undefined;
  };
  readonly confirm: {
    readonly asked: {
      readonly text: string;
      readonly title?: string;
      readonly subtitle?: string;
      readonly okLabel?: string;
      readonly cancelLabel?: string;
    };
    readonly answer: boolean;
  };
  readonly unsaved: {
    readonly asked: null;
    readonly answer: 'save' | 'discard' | 'stay';
  };
  readonly error: {
    readonly asked: { readonly title: string; readonly message: string; readonly details?: string };
    readonly answer: undefined;
  };
  readonly lookup: {
    readonly asked: { readonly tables: readonly string[] };
    readonly answer: LookupReference | null;
  };
}

export type DialogKind = keyof DialogKinds;

/** A dialog that is open. */
export type OpenDialog = {
  readonly [Kind in DialogKind]: {
    readonly kind: Kind;
    readonly key: number;
    readonly asked: DialogKinds[Kind]['asked'];
    readonly close: (answer: DialogKinds[Kind]['answer']) => void;
  };
}[DialogKind];

/** The dialogs of the page: anybody opens one, the shell shows them. */
export class Dialogs {
  private opened: readonly OpenDialog[] = [];
  private lastKey = 0;
  private listener: () => void = () => undefined;

  /** Dialogs that are open, the last on top. */
  public get all(): readonly OpenDialog[] {
    return this.opened;
  }

  /** @param listener the shell's, told of every change */
  public whenChanged(listener: () => void): void {
    this.listener = listener;
  }

  /** Opens a dialog. @returns the user's answer */
  public open<Kind extends DialogKind>(
    kind: Kind,
    asked: DialogKinds[Kind]['asked'],
  ): Promise<DialogKinds[Kind]['answer']> {
    return new Promise((resolve) => {
      const key = ++this.lastKey;
      const close = (answer: DialogKinds[Kind]['answer']) => {
        this.change(this.opened.filter((dialog) => dialog.key !== key));
        resolve(answer);
      };
      this.change([...this.opened, { kind, key, asked, close } as OpenDialog]);
    });
  }

  private change(opened: readonly OpenDialog[]): void {
    this.opened = opened;
    this.listener();
  }
}
