import React from 'react';
import { useApp } from '../appContext';
import { AppSwitcher } from './AppSwitcher';
import { Icon } from './icons';
import { initialsOf } from './initials';
import { Link } from './Link';

interface AppHeaderProps {
  readonly isMenuOpen: boolean;
  readonly toggleMenu: () => void;
}

/** The bar with the app's name and the signed-in user. */
export function AppHeader({ isMenuOpen, toggleMenu }: AppHeaderProps): React.JSX.Element {
  const { session, appName } = useApp();
  return (
    <header className="app-header">
      <button
        type="button"
        className="header-button menu-button"
        aria-label={session.texts.siteMap}
        aria-expanded={isMenuOpen}
        aria-controls="site-map"
        onClick={toggleMenu}
      >
        <Icon name="menu" />
      </button>
      <AppSwitcher />
      <span className="product-name">Dynamics 365</span>
      <Link to={{ kind: 'home' }} className="app-name">
        {appName}
      </Link>
      <span className="persona" role="img" aria-label={session.user.name} title={session.user.name}>
        {initialsOf(session.user.name)}
      </span>
    </header>
  );
}
