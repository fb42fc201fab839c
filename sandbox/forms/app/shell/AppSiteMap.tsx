import React, { useMemo } from 'react';
import type { Page } from '../address';
import { useApp } from '../appContext';
import type { AppModule } from '../apps/appModule';
import { visibleAreas } from '../apps/visibleAreas';
import { Link } from './Link';

function isSame(shown: Page, entry: Page): boolean {
  if (entry.kind === 'webResource') {
    return shown.kind === 'webResource' && shown.name === entry.name;
  }
  return (
    entry.kind === 'list' && (shown.kind === 'list' || shown.kind === 'record') && shown.table === entry.table
  );
}

/** The entries of an app's own site map. */
export function AppSiteMap({ app }: { readonly app: AppModule }): React.JSX.Element {
  const { session, address } = useApp();
  const areas = useMemo(() => visibleAreas(app, session), [app, session]);
  return (
    <>
      {areas.map((area) => (
        <React.Fragment key={area.id}>
          {areas.length > 1 && <p className="site-map-area">{area.title}</p>}
          {area.groups.map(({ id, title, subAreas }) => (
            <div key={id} role="group" aria-labelledby={`site-map-${id}`}>
              <h2 id={`site-map-${id}`} className="site-map-group">
                {title}
              </h2>
              {subAreas.map((entry) => (
                <Link
                  key={entry.id}
                  to={entry.page}
                  className="site-map-link"
                  current={isSame(address.page, entry.page)}
                >
                  {entry.icon !== null && <img className="site-map-icon" src={entry.icon} alt="" />}
                  <span>{entry.title}</span>
                </Link>
              ))}
            </div>
          ))}
        </React.Fragment>
      ))}
    </>
  );
}
