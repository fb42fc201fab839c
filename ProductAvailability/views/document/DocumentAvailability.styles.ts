import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import { tableHeight } from './LineTable.styles';

export const documentStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
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
