import { ThemeProvider } from '@fluentui/react';
import React, { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { readAddress, writeAddress, type Address, type Page, type Switches } from '../address';
import { AppContextProvider, type AppContext } from '../appContext';
import type { FormFactor } from '../formXml/formModel';
import type { AppModule } from '../apps/appModule';
import { clientApiOf, provideClientApi } from '../clientApi/clientApi';
import { RecordPage } from '../form/RecordPage';
import { ListPage } from '../list/ListPage';
import type { Session } from '../session';
import { applyTheme, fluent8Theme } from '../theme/theme';
import { AppHeader } from './AppHeader';
import { AppHomePage } from './AppHomePage';
import { AppNotOpenPage } from './AppNotOpenPage';
import { DialogHost } from './DialogHost';
import { Dialogs } from './dialogs';
import { HomePage } from './HomePage';
import { SandboxStrip } from './SandboxStrip';
import { SiteMap } from './SiteMap';
import { WebResourcePage } from './WebResourcePage';

const formFactors: Readonly<Record<Switches['width'], FormFactor>> = { full: 2, '768': 1, '320': 0 };

/** Switches that only a fresh page can obey: who is signed in, which texts and which React are loaded. */
function needsReload(before: Switches, after: Switches): boolean {
  return before.user !== after.user || before.language !== after.language || before.react !== after.react;
}

interface Navigation {
  readonly address: Address;
  /** Counts the pages that were gone to; a page that only changes its own address stays the same visit. */
  readonly visit: number;
  readonly navigate: (page: Page) => Promise<boolean>;
  readonly replacePage: (page: Page) => void;
  readonly setSwitches: (switches: Switches) => void;
  readonly guardLeaving: (guard: (() => Promise<boolean>) | null) => void;
}

/** The page's address as state; leaving a page asks its guard, also with the browser's own buttons. */
function useNavigation(): Navigation {
  const [{ address, visit }, setShown] = useState(() => ({
    address: readAddress(location.search),
    visit: 0,
  }));
  const current = useRef(address);
  const guard = useRef<(() => Promise<boolean>) | null>(null);

  const show = useCallback((next: Address, isNewVisit: boolean) => {
    current.current = next;
    setShown((shown) => ({ address: next, visit: shown.visit + (isNewVisit ? 1 : 0) }));
  }, []);

  useEffect(() => {
    const followHistory = () => {
      const wanted = readAddress(location.search);
      const mayLeave = guard.current;
      if (mayLeave === null) {
        show(wanted, true);
        return;
      }
      // The browser has gone already: back to where the user still is, until he has answered.
      history.pushState(null, '', writeAddress(current.current));
      void mayLeave().then((isLeaving) => {
        if (isLeaving) {
          history.pushState(null, '', writeAddress(wanted));
          show(wanted, true);
        }
      });
    };
    window.addEventListener('popstate', followHistory);
    return () => window.removeEventListener('popstate', followHistory);
  }, [show]);

  return useMemo(
    () => ({
      address,
      visit,
      navigate: async (page) => {
        if (guard.current !== null && !(await guard.current())) {
          return false;
        }
        const next = { ...current.current, page };
        history.pushState(null, '', writeAddress(next));
        show(next, true);
        return true;
      },
      replacePage: (page) => {
        const next = { ...current.current, page };
        history.replaceState(null, '', writeAddress(next));
        show(next, false);
      },
      setSwitches: (switches) => {
        const next = { ...current.current, switches };
        if (needsReload(current.current.switches, switches)) {
          location.assign(writeAddress(next));
          return;
        }
        history.replaceState(null, '', writeAddress(next));
        show(next, false);
      },
      guardLeaving: (asked) => {
        guard.current = asked;
      },
    }),
    [address, visit, show],
  );
}

/** Gives web resources the client API of this page; what they were given stays good when the page changes. */
function useClientApi({ session, dialogs, app, navigate, addressOf }: AppContext): void {
  const latest = useRef({ navigate, addressOf });
  latest.current = { navigate, addressOf };
  useLayoutEffect(() => {
    const host = {
      session,
      dialogs,
      navigate: (page: Page) => latest.current.navigate(page),
      addressOf: (page: Page) => latest.current.addressOf(page),
    };
    provideClientApi(clientApiOf(host, app));
  }, [session, dialogs, app]);
}

interface PageOfProps {
  readonly page: Page;
  readonly app: AppModule | null;
}

function PageOf({ page, app }: PageOfProps): React.JSX.Element {
  switch (page.kind) {
    case 'home':
      return app === null ? <HomePage /> : <AppHomePage app={app} />;
    case 'webResource':
      return <WebResourcePage name={page.name} data={page.data} />;
    case 'list':
      return <ListPage table={page.table} viewId={page.viewId} />;
    case 'record':
      return <RecordPage table={page.table} id={page.id} formId={page.formId} defaults={page.defaults} />;
  }
}

/** The whole app, once somebody is signed in. */
export function App({ session }: { readonly session: Session }): React.JSX.Element {
  const navigation = useNavigation();
  const { page, switches } = navigation.address;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const dialogs = useMemo(() => new Dialogs(), []);
  useEffect(() => dialogs.whenChanged(redraw), [dialogs]);
  useEffect(() => applyTheme(switches.theme), [switches.theme]);
  useEffect(() => setMenuOpen(false), [page]);

  const { appId } = navigation.address;
  const app = session.apps.find(({ id }) => id === appId) ?? null;
  const context = useMemo<AppContext>(
    () => ({
      ...navigation,
      session,
      app,
      appName: app?.name ?? session.texts.salesHub,
      dialogs,
      formFactor: formFactors[switches.width],
      addressOf: (to) => writeAddress({ appId, page: to, switches }),
    }),
    [navigation, session, app, appId, dialogs, switches],
  );
  useClientApi(context);

  return (
    <AppContextProvider value={context}>
      <ThemeProvider theme={fluent8Theme(switches.theme)} className="page">
        <SandboxStrip />
        <div className={`app width-${switches.width}`}>
          <AppHeader isMenuOpen={isMenuOpen} toggleMenu={() => setMenuOpen(!isMenuOpen)} />
          <div className="app-body">
            <SiteMap isOpen={isMenuOpen} />
            <main className="content">
              {appId !== null && app === null ? (
                <AppNotOpenPage />
              ) : (
                <PageOf key={navigation.visit} page={page} app={app} />
              )}
            </main>
          </div>
        </div>
        <DialogHost open={dialogs.all} />
      </ThemeProvider>
    </AppContextProvider>
  );
}
