import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

export const ledgerStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    root: {
      containerType: 'inline-size',
      marginTop: 16,
      paddingTop: 12,
      borderTop: `1px solid ${theme.palette.neutralLight}`,
    },
    parts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: '20px 32px',
      '@container (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    column: { display: 'flex', flexDirection: 'column', gap: 20, minWidth: 0 },
    whole: { gridColumn: '1 / -1', minWidth: 0 },
    section: { minWidth: 0, fontSize: 14, lineHeight: 20, overflowWrap: 'anywhere' },
    title: { margin: '0 0 4px', fontSize: 14, lineHeight: 20, fontWeight: 600 },
    note: { margin: '4px 0', fontSize: 12, lineHeight: 16, color: theme.palette.neutralSecondary },
    sentence: { margin: 0, lineHeight: 20 },
    // High contrast replaces the colour of an element around a drawing, not one that is set on the drawing.
    drawing: { color: theme.palette.themePrimary },
    bar: { display: 'block', width: '100%', height: 20, margin: '4px 0 8px' },
    swatch: { width: 12, height: 12, marginRight: 8, verticalAlign: -1 },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 13,
      lineHeight: 18,
      // Words may break where they must, but columns are not made narrower than their words for that.
      overflowWrap: 'break-word',
      caption: { textAlign: 'left' },
      th: {
        fontWeight: 600,
        textAlign: 'left',
        padding: '4px 8px 4px 0',
        verticalAlign: 'bottom',
        borderBottom: `1px solid ${theme.palette.neutralQuaternary}`,
      },
      td: {
        padding: '4px 8px 4px 0',
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.palette.neutralLight}`,
      },
      'th[scope=row]': {
        fontWeight: 400,
        borderBottomColor: theme.palette.neutralLight,
        verticalAlign: 'top',
      },
      'th:last-child, td:last-child': { paddingRight: 0 },
      'tfoot th, tfoot td': { fontWeight: '600 !important', borderBottom: 'none' },
    },
    number: {
      textAlign: 'right !important',
      fontVariantNumeric: 'tabular-nums',
    },
  }),
);
