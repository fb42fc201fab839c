import React from 'react';
import { useApp } from '../appContext';
import { AppSiteMap } from './AppSiteMap';
import { Icon, type IconName } from './icons';
import { Link } from './Link';

/** The tables of the app, grouped as in Sales Hub. */
const groups = [
  { text: 'customers', tables: ['account', 'contact'] },
  { text: 'sales', tables: ['opportunity', 'quote', 'salesorder', 'invoice'] },
  { text: 'catalog', tables: ['product', 'pricelevel', 'uomschedule'] },
  { text: 'settings', tables: ['systemuser', 'transactioncurrency'] },
  { text: 'integration', tables: ['bcs_connection'] },
] as const;

const icons: Readonly<Record<string, IconName>> = {
  account: 'account',
  contact: 'contact',
  opportunity: 'opportunity',
  quote: 'quote',
  salesorder: 'order',
  invoice: 'quote',
  product: 'product',
  systemuser: 'contact',
  bcs_connection: 'connection',
};

/** Sales Hub's own entries: those of its tables that the sandbox has. */
function SalesHubSiteMap(): React.JSX.Element {
  const { session, address } = useApp();
  const { page } = address;
  const tableShown = page.kind === 'list' || page.kind === 'record' ? page.table : null;
  return (
    <>
      <Link to={{ kind: 'home' }} className="site-map-link" current={page.kind === 'home'}>
        <Icon name="home" />
        <span>{session.texts.home}</span>
      </Link>
      {groups.map(({ text, tables }) => (
        <div key={text} role="group" aria-labelledby={`site-map-${text}`}>
          <h2 id={`site-map-${text}`} className="site-map-group">
            {session.texts[text]}
          </h2>
          {tables.map((table) => (
            <Link
              key={table}
              to={{ kind: 'list', table, viewId: null }}
              className="site-map-link"
              current={tableShown === table}
            >
              <Icon name={icons[table] ?? 'table'} />
              <span>{session.collectionLabels.get(table) ?? table}</span>
            </Link>
          ))}
        </div>
      ))}
    </>
  );
}

/** Navigation on the left; on a narrow page it opens over the content. */
export function SiteMap({ isOpen }: { readonly isOpen: boolean }): React.JSX.Element {
  const { session, app } = useApp();
  return (
    <nav id="site-map" className={isOpen ? 'site-map open' : 'site-map'} aria-label={session.texts.siteMap}>
      {app === null ? <SalesHubSiteMap /> : <AppSiteMap app={app} />}
    </nav>
  );
}
