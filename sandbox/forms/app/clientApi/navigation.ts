import { navigationOf } from '../componentFramework/context/navigation';
import type { Page } from '../address';
import type { Session } from '../session';
import type { Dialogs } from '../shell/dialogs';

/** What `Xrm.Navigation` does its work with. */
export interface NavigationHost {
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly navigate: (page: Page) => Promise<boolean>;
  readonly addressOf: (page: Page) => string;
}

/** Where `navigateTo` leads (Microsoft Learn, "navigateTo"): a page of an app. */
type PageInput =
  | { readonly pageType: 'webresource'; readonly webresourceName: string; readonly data?: string }
  | {
      readonly pageType: 'entityrecord';
      readonly entityName: string;
      readonly entityId?: string;
      readonly formId?: string;
      readonly data?: Readonly<Record<string, string>>;
    }
  | { readonly pageType: 'entitylist'; readonly entityName: string; readonly viewId?: string };

/** `target` 1 is the page itself, 2 a dialog over it. */
interface NavigationOptions {
  readonly target: number;
}

const inDialog = 2;

function plainId(id: string | undefined): string | null {
  return id === undefined ? null : id.replace(/[{}]/g, '').toLowerCase();
}

function pageOf(input: PageInput): Page {
  switch (input.pageType) {
    case 'webresource':
      return { kind: 'webResource', name: input.webresourceName, data: input.data ?? null };
    case 'entityrecord':
      return {
        kind: 'record',
        table: input.entityName,
        id: plainId(input.entityId),
        formId: plainId(input.formId),
        defaults: input.data ?? {},
      };
    case 'entitylist':
      return { kind: 'list', table: input.entityName, viewId: plainId(input.viewId) };
  }
}

/** `Xrm.Navigation`: that of code components, and `navigateTo`. */
export function clientNavigationOf({ session, dialogs, navigate, addressOf }: NavigationHost) {
  return {
    ...navigationOf({ dialogs, texts: session.texts, navigate, addressOf }),

    navigateTo: async (input: PageInput, options?: NavigationOptions): Promise<void> => {
      if (options?.target === inDialog) {
        throw new Error('The sandbox shows pages in place, and none in a dialog.');
      }
      await navigate(pageOf(input));
    },
  };
}
