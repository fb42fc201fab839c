import * as React from 'react';
import { memoizeFunction, mergeStyleSets, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import type { BalanceStep } from '../../../businessCentral/availability/types';
import { useAvailabilityLanguage } from '../texts';
import { stepChart } from './chartPath';

const styles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    figure: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      columnGap: 8,
      color: theme.palette.themePrimary,
    },
    scale: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      textAlign: 'right',
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
    },
    drawing: { width: '100%', height: 96, overflow: 'visible' },
    days: {
      gridColumn: '2',
      display: 'flex',
      justifyContent: 'space-between',
      marginTop: 4,
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
    },
  }),
);

const box = { width: 400, height: 96 };

export interface BalanceChartProps {
  readonly steps: readonly BalanceStep[];
  readonly unit: string;
}

/** The projected available balance as a step line; the table below it says the same, number by number. */
export function BalanceChart({ steps, unit }: BalanceChartProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = styles(useTheme());
  const chart = stepChart(steps, box.width, box.height);
  const top = Math.max(0, chart.highest);
  const bottom = Math.min(0, chart.lowest);
  return (
    <div
      className={classes.figure}
      role="img"
      aria-label={texts.say('balance_chart', {
        from: format.day(chart.from),
        to: format.day(chart.to),
        lowest: format.quantity(chart.lowest),
        highest: format.quantity(chart.highest),
        unit,
      })}
    >
      <div className={classes.scale}>
        <span>{format.quantity(top)}</span>
        {bottom < 0 && <span>{format.quantity(bottom)}</span>}
        {bottom === 0 && top > 0 && <span>{format.quantity(0)}</span>}
      </div>
      <svg
        className={classes.drawing}
        viewBox={`0 0 ${box.width} ${box.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path d={chart.area} fill="currentColor" fillOpacity="0.12" />
        <path
          stroke="currentColor"
          d={`M0 ${chart.zero}H${box.width}`}
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={chart.line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={classes.days}>
        <span>{format.day(chart.from)}</span>
        <span>{format.day(chart.to)}</span>
      </div>
    </div>
  );
}
