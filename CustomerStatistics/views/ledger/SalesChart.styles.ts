import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

const chartHeight = 112;

export const salesChartStyles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    // Room for both months and their amounts, so that the chart stays where it is while one walks through it.
    shown: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: '0 16px',
      minHeight: 36,
      margin: '4px 0',
      fontSize: 13,
      lineHeight: 18,
    },
    key: { width: 12, height: 12, marginRight: 6, verticalAlign: -1 },
    colour: { color: theme.palette.themePrimary },
    amount: { display: 'block', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
    figure: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      columnGap: 8,
      borderRadius: 2,
      ':focus-visible': { outline: `2px solid ${theme.palette.neutralPrimary}`, outlineOffset: 2 },
    },
    scale: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      height: chartHeight,
      textAlign: 'right',
      fontSize: 12,
      lineHeight: 16,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.neutralSecondary,
    },
    drawing: {
      display: 'block',
      width: '100%',
      height: chartHeight,
      overflow: 'visible',
    },
    axis: {
      gridColumn: '2',
      display: 'grid',
      gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
      marginTop: 4,
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
      '> span': { display: 'flex', justifyContent: 'center', whiteSpace: 'nowrap' },
      // Twelve names do not fit side by side there; every third one says enough.
      '@container (max-width: 1119px)': {
        '> span:not(:nth-child(3n))': { visibility: 'hidden' },
        '> span:last-child': { justifyContent: 'flex-end' },
      },
    },
    chosen: { fontWeight: 600, color: theme.palette.neutralPrimary },
  }),
);
