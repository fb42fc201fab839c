import type { AppModule } from '../apps/appModule';
import { utilsOf } from '../componentFramework/context/metadataAndLookups';
import { webApiOf, withFailuresOfThePlatform } from '../componentFramework/context/webApi';
import { execute } from './associationRequests';
import { globalContextOf } from './globalContext';
import { clientNavigationOf, type NavigationHost } from './navigation';

/**
 * `Xrm`, the client API of model-driven apps, as far as web resources of the sandbox may need it: command scripts find it in
 * their own window, HTML web resources in the window around their frame (Microsoft Learn, "Client API reference").
 * @param app the app that is open; null: Sales Hub
 */
export function clientApiOf(host: NavigationHost, app: AppModule | null) {
  const { session, dialogs } = host;
  const webApi = webApiOf(session.tables);
  const utility = utilsOf(session, dialogs);
  const context = globalContextOf(session, app);
  return {
    WebApi: {
      ...webApi,
      online: {
        ...webApi,
        execute: (asked: Parameters<typeof execute>[1]) =>
          withFailuresOfThePlatform(() => execute(session.tables, asked)),
      },
    },
    Navigation: clientNavigationOf(host),
    Utility: { ...utility, getGlobalContext: () => context },
  };
}

export type ClientApi = ReturnType<typeof clientApiOf>;

/** Gives the page its `Xrm`. */
export function provideClientApi(api: ClientApi): void {
  (window as Window & { Xrm?: ClientApi }).Xrm = api;
}
