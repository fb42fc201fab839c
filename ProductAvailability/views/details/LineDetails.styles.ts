import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

/** Room for what is asked for only now, so that nothing moves when it comes; more than fits is scrolled. */
const partHeight = 148;

export const detailsStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    root: { containerType: 'inline-size' },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 16px',
      minHeight: 28,
      paddingTop: 8,
      borderTop: `1px solid ${theme.palette.neutralLight}`,
      overflowWrap: 'anywhere',
    },
    quiet: { color: theme.palette.neutralSecondary },
    parts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      gap: '16px 32px',
      marginTop: 12,
      '@container (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    column: { display: 'flex', flexDirection: 'column', gap: 16, minWidth: 0 },
    title: { margin: '0 0 4px', fontSize: 14, lineHeight: 20, fontWeight: 600 },
    explanation: { margin: '0 0 8px', fontSize: 12, lineHeight: 16, color: theme.palette.neutralSecondary },
    reserved: { lineHeight: 20, height: partHeight, overflowY: 'auto' },
    long: { maxHeight: 300, overflowY: 'auto' },
    focusable: {
      ':focus-visible': { outline: `2px solid ${theme.palette.neutralPrimary}`, outlineOffset: 2 },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 13,
      lineHeight: 18,
      marginTop: 8,
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
        overflowWrap: 'anywhere',
      },
      'th[scope=row]': { fontWeight: 400, borderBottomColor: theme.palette.neutralLight },
    },
    number: { textAlign: 'right !important', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    day: { whiteSpace: 'nowrap' },
    substitute: { margin: 0, padding: 0, listStyle: 'none' },
    substituteRow: {
      padding: '6px 0',
      lineHeight: 20,
      borderBottom: `1px solid ${theme.palette.neutralLight}`,
    },
    technical: {
      margin: '12px 0 0',
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
      overflowWrap: 'anywhere',
    },
  }),
);
