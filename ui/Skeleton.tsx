import * as React from 'react';
import { keyframes, memoizeFunction, mergeStyleSets, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

const styles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    bar: {
      height: 12,
      margin: '4px 0',
      borderRadius: 4,
      background: theme.palette.neutralLight,
      // It rests at first: an answer that is quick comes without flicker, and is painted at once, since no frame is awaited.
      animation: `${keyframes({ '50%': { opacity: 0.5 } })} 1.6s ease-in-out 0.5s infinite`,
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
      '@media (forced-colors: active)': { background: 'GrayText' },
    },
  }),
);

/** Stands where text will be; what is going on is announced by the live region. */
export function SkeletonLine({ width }: { readonly width: string }): React.ReactElement {
  return <div className={styles(useTheme()).bar} style={{ width }} aria-hidden="true" />;
}
