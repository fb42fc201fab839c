import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import { tableHeight } from './LineTable.styles';

/** Room for the longest summary or failure, so that the table below never moves. */
const textHeight = { wide: 64, middle: 80, narrow: 124 };

export const documentStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    root: { containerType: 'inline-size', padding: '4px 0' },
    head: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 272px',
      columnGap: 16,
      rowGap: 8,
      marginBottom: 8,
      '@container (max-width: 799px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    words: {
      minHeight: textHeight.wide,
      '@container (max-width: 799px)': { minHeight: textHeight.middle },
      '@container (max-width: 479px)': { minHeight: textHeight.narrow },
    },
    actions: { display: 'flex', flexDirection: 'column', gap: 4, minHeight: 60 },
    actionRow: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, minHeight: 28 },
    lines: {
      height: tableHeight,
      borderBottom: `1px solid ${theme.palette.neutralLight}`,
    },
    noLines: {
      height: '100%',
      margin: 0,
      display: 'grid',
      placeItems: 'center',
      textAlign: 'center',
      background: theme.palette.neutralLighterAlt,
      color: theme.palette.neutralSecondary,
    },
    waiting: { padding: 8 },
    waitingRow: { height: 40 },
    footer: { minHeight: 28 },
    details: { marginTop: 12, padding: '0 8px' },
    detailsWords: { marginBottom: 12 },
    detailsHead: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: 8 },
    detailsTitle: {
      margin: 0,
      fontSize: 16,
      lineHeight: 28,
      fontWeight: 600,
      overflowWrap: 'anywhere',
      outline: 'none',
    },
    technical: {
      margin: '4px 8px 0',
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
      overflowWrap: 'anywhere',
    },
  }),
);
