import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

/** Room for the bar of the credit limit and three lines of words, kept while they are not there. */
const creditHeight = 70;

export const figureStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    place: { containerType: 'inline-size' },
    groups: {
      display: 'grid',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      gap: '0 32px',
      alignItems: 'start',
      '@container (max-width: 879px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
      '@container (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    list: { margin: 0 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: 12,
      alignItems: 'baseline',
      padding: '4px 0',
      fontSize: 14,
      lineHeight: 20,
      borderBottom: `1px solid ${theme.palette.neutralLight}`,
    },
    sum: { dt: { fontWeight: 600, color: theme.semanticColors.bodyText }, dd: { fontWeight: 600 } },
    name: { margin: 0, color: theme.palette.neutralSecondary, overflowWrap: 'anywhere' },
    value: {
      margin: 0,
      // As wide as most amounts are, so that the edge of the box stays where it is when a shorter one comes.
      minWidth: 100,
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
      color: theme.semanticColors.bodyText,
    },
    // A skeleton has no line of text to stand on; on the row's own it would make it higher than its value will.
    awaited: { alignSelf: 'start' },
    credit: {
      gridColumn: '1 / -1',
      margin: 0,
      minHeight: creditHeight,
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
      fontVariantNumeric: 'tabular-nums',
    },
    creditWords: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 12px' },
    customer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 16px',
      minHeight: 28,
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    pairs: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: '0 32px',
      '@container (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    over: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      fontWeight: 600,
      color: theme.semanticColors.bodyText,
    },
    bad: { display: 'inline-flex', color: theme.semanticColors.errorIcon },
    // As high as the text beside it, so that a row with an icon is no higher than one without.
    warning: {
      display: 'inline-block',
      height: 16,
      marginRight: 4,
      lineHeight: 0,
      verticalAlign: -3,
      color: theme.semanticColors.severeWarningIcon,
    },
    note: { margin: '4px 0', fontSize: 12, lineHeight: 16, color: theme.palette.neutralSecondary },
    technical: {
      margin: '12px 0 0',
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
      overflowWrap: 'anywhere',
    },
  }),
);
