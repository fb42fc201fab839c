import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

export const headerHeight = 36;
export const rowHeights = { wide: 40, narrow: 56 } as const;
/** Always as high, however many lines there are: seven wide rows, five narrow ones. */
export const tableHeight = headerHeight + 7 * rowHeights.wide;

/** Wide enough for "Partly available" and a date at 600 pixels; a long name of a product is cut, its tooltip is not. */
const wideGrid =
  'minmax(0, 2.1fr) minmax(0, 0.95fr) minmax(0, 1.15fr) minmax(0, 1.85fr) minmax(0, 1.15fr) minmax(0, 1.25fr)';

export const tableStyles = memoizeFunction((theme: ITheme) => {
  const { palette } = theme;
  return mergeStyleSets({
    scroller: {
      height: tableHeight,
      overflowY: 'auto',
      overflowX: 'hidden',
      position: 'relative',
      fontSize: 13,
    },
    header: {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: headerHeight,
      background: palette.white,
      borderBottom: `1px solid ${palette.neutralQuaternary}`,
      boxSizing: 'border-box',
      fontWeight: 600,
    },
    headerRow: { height: '100%' },
    wideRow: {
      display: 'grid',
      gridTemplateColumns: wideGrid,
      columnGap: 8,
      padding: '0 8px',
      alignItems: 'center',
    },
    narrowRow: {
      display: 'grid',
      gridTemplate: "'product quantity' 20px 'state complete' 20px / minmax(0, 1fr) max-content",
      gap: '2px 12px',
      padding: '0 8px',
      alignContent: 'center',
      alignItems: 'center',
    },
    rows: { position: 'relative' },
    row: {
      position: 'absolute',
      left: 0,
      right: 0,
      boxSizing: 'border-box',
      borderBottom: `1px solid ${palette.neutralLight}`,
      lineHeight: 20,
      ':hover': { background: palette.neutralLighter },
      // The link colour of the dark theme is too pale on the hovered row (3.9:1).
      ':hover button': { color: palette.neutralPrimary },
      '@media (forced-colors: active)': { ':hover': { outline: '1px solid Highlight', outlineOffset: -1 } },
    },
    chosen: {
      background: palette.neutralLighter,
      button: { color: palette.neutralPrimary },
      boxShadow: `inset 3px 0 ${palette.themePrimary}`,
      '@media (forced-colors: active)': { borderLeft: '3px solid Highlight' },
    },
    // Two lines fit into a row; a number that needs a second one takes it, for a number that is cut is a wrong one.
    cell: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      minWidth: 0,
      lineHeight: 16,
      maxHeight: 32,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    narrowCell: { whiteSpace: 'nowrap' },
    name: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '2', overflow: 'hidden' },
    narrowName: { WebkitLineClamp: '1', overflowWrap: 'anywhere', whiteSpace: 'normal' },
    icon: { height: 16, flexShrink: 0 },
    number: { justifyContent: 'flex-end', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    product: {
      minWidth: 0,
      border: 'none',
      // Taller than its line of text, for fingers (WCAG 2.5.8), without moving anything.
      padding: '4px 0',
      margin: '-4px 0',
      background: 'transparent',
      font: 'inherit',
      color: palette.themePrimary,
      textAlign: 'left',
      cursor: 'pointer',
      outline: 'none',
      ':hover': { textDecoration: 'underline' },
      // The whole row can be pressed, and shows the focus.
      ':after': { content: "''", position: 'absolute', inset: 0 },
      ':focus-visible:after': { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: -2 },
    },
  });
});
