import { createContext, useContext } from 'react';
import type { Address, Page, Switches } from './address';
import type { AppModule } from './apps/appModule';
import type { FormFactor } from './formXml/formModel';
import type { Session } from './session';
import type { Dialogs } from './shell/dialogs';

/** What every part of the page may use. */
export interface AppContext {
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly address: Address;
  /** The app that is open; null: Sales Hub. */
  readonly app: AppModule | null;
  readonly appName: string;
  /** From the width that the strip chooses. */
  readonly formFactor: FormFactor;
  /** Goes to a page of the app. @returns false where the user chose to stay with unsaved changes */
  readonly navigate: (page: Page) => Promise<boolean>;
  /** Puts another page's address in the place of the present one, without asking and without a step in the history. */
  readonly replacePage: (page: Page) => void;
  readonly setSwitches: (switches: Switches) => void;
  /** @param guard asked before the page is left; false keeps it. Null takes the guard away. */
  readonly guardLeaving: (guard: (() => Promise<boolean>) | null) => void;
  readonly addressOf: (page: Page) => string;
}

const context = createContext<AppContext | null>(null);

export const AppContextProvider = context.Provider;

export function useApp(): AppContext {
  const app = useContext(context);
  if (app === null) {
    throw new Error('No app around this component.');
  }
  return app;
}
