import React, { useState } from 'react';
import { writeAddress } from '../address';
import { useApp } from '../appContext';
import { Icon } from './icons';

/** The apps that the user may open. Another app is another page, as in the real client. */
export function AppSwitcher(): React.JSX.Element {
  const { session, address, app } = useApp();
  const [isOpen, setOpen] = useState(false);
  const { switches } = address;
  const entries = [{ id: null, name: session.texts.salesHub }, ...session.apps];
  return (
    <div
      className="app-switcher"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setOpen(false);
        }
      }}
    >
      <button
        type="button"
        className="header-button"
        aria-label={session.texts.apps}
        aria-expanded={isOpen}
        aria-controls="app-list"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="apps" />
      </button>
      {isOpen && (
        <ul id="app-list" className="app-list">
          {entries.map(({ id, name }) => (
            <li key={id ?? ''}>
              <a
                href={writeAddress({ appId: id, page: { kind: 'home' }, switches })}
                aria-current={id === (app?.id ?? null) ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
