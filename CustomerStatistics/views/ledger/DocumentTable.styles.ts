import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

/** Pixels of a row, its border included; all alike, so that nothing moves when a page is turned. */
export const rowHeights = { wide: 33, narrow: 49 } as const;

export const documentTableStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    // Columns of a fixed share: what one page holds must not move those of the next.
    table: { tableLayout: 'fixed', 'td, tbody th': { padding: '6px 8px 6px 0', lineHeight: 20 } },
    wide: { 'tbody tr': { height: rowHeights.wide } },
    narrow: { 'tbody tr': { height: rowHeights.narrow }, 'td, tbody th': { lineHeight: 18 } },
    // The padding leaves room for the outline of a button that has the focus.
    cut: {
      display: 'block',
      padding: 6,
      margin: -6,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    second: { display: 'block', fontSize: 12, color: theme.palette.neutralSecondary },
    late: { fontWeight: 600 },
    open: {
      border: 'none',
      // Taller than its line of text, for fingers (WCAG 2.5.8), without moving anything.
      padding: '4px 0',
      margin: '-4px 0',
      background: 'transparent',
      font: 'inherit',
      color: theme.palette.themePrimary,
      textAlign: 'left',
      textDecoration: 'underline',
      overflowWrap: 'anywhere',
      cursor: 'pointer',
      borderRadius: 2,
      ':focus-visible': { outline: `2px solid ${theme.palette.neutralPrimary}` },
      '@media (forced-colors: active)': { color: 'LinkText' },
    },
  }),
);
