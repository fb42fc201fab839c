import React from 'react';
import type { Page } from '../address';
import { useApp } from '../appContext';

interface LinkProps {
  readonly to: Page;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: React.ReactNode;
}

/** A link inside the app: followed in place, and by the browser where it should open elsewhere. */
export function Link({ to, className, current, children }: LinkProps): React.JSX.Element {
  const { navigate, addressOf } = useApp();
  const follow = (event: React.MouseEvent) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      void navigate(to);
    }
  };
  return (
    <a
      href={addressOf(to)}
      className={className}
      aria-current={current === true ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
