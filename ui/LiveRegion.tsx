import * as React from 'react';
import { mergeStyles } from '@fluentui/react';

const heardNotSeen = mergeStyles({
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

/**
 * Tells screen readers what has changed, once, when they are done speaking (WCAG 4.1.3). A message that is the same
 * as before leaves the page untouched, so nothing is said twice.
 */
export function LiveRegion({ message }: { readonly message: string }): React.ReactElement {
  return (
    <div role="status" aria-live="polite" className={heardNotSeen}>
      {message}
    </div>
  );
}

/** Text that only screen readers get, where the eye gets it from the layout. */
export function HeardOnly({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return <span className={heardNotSeen}>{children}</span>;
}
