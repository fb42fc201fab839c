import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

const barHeight = 10;

export const barStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    bar: {
      position: 'relative',
      display: 'flex',
      height: barHeight,
      margin: '4px 0 6px',
      border: `1px solid ${theme.palette.neutralSecondaryAlt}`,
      borderRadius: 3,
    },
    balance: {
      background: theme.palette.themePrimary,
      '@media (forced-colors: active)': { background: 'Highlight' },
    },
    // Stripes tell it from the balance without colour.
    onOrder: {
      color: theme.palette.themePrimary,
      background: 'repeating-linear-gradient(135deg, currentColor 0 2px, transparent 2px 5px)',
      // High contrast takes patterns away unless told not to.
      '@media (forced-colors: active)': { color: 'CanvasText', forcedColorAdjust: 'none' },
    },
    key: {
      display: 'inline-block',
      width: 10,
      height: 10,
      marginRight: 6,
      border: `1px solid ${theme.palette.neutralSecondaryAlt}`,
    },
    // Higher than the bar, so that it is seen in front of either part.
    limit: {
      position: 'absolute',
      top: -4,
      width: 2,
      height: barHeight + 8,
      marginLeft: -1,
      background: theme.semanticColors.bodyText,
      '@media (forced-colors: active)': { background: 'CanvasText' },
    },
  }),
);
