import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { MonthOfSales } from '../../../businessCentral/statistics/monthlySales';
import { useStatisticsLanguage } from '../texts';
import { monthAYearBefore } from './comparedSales';
import { salesColumns } from './salesColumns';
import type { Column } from './salesColumns';
import { salesChartStyles } from './SalesChart.styles';

const box = { width: 480, height: 112 };
const monthsInQuarter = 3;

export interface SalesChartProps {
  /** The oldest first; not empty. */
  readonly months: readonly MonthOfSales[];
  /** Writes an amount; null: not known. */
  readonly amount: (amount: number | null) => string;
}

/**
 * Pairs of columns, month by month. To the keyboard and to screen readers it is a slider over the months (WAI-ARIA
 * Authoring Practices, "Slider"): one stop for the Tab key, arrow keys to walk, and every step tells its figures.
 */
export function SalesChart({ months, amount }: SalesChartProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = salesChartStyles(useTheme());
  const last = months.length - 1;
  const [wanted, setWanted] = useState(last);
  const chosen = Math.min(wanted, last);
  const chart = salesColumns(months, box.width, box.height);
  const words = months.map(({ month, sales, yearBefore }) => ({
    month,
    sales: { month: format.month(month), amount: amount(sales) },
    yearBefore: { month: format.month(monthAYearBefore(month)), amount: amount(yearBefore) },
  }));
  const shown = words[chosen];

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const targets: Partial<Record<string, number>> = {
      ArrowRight: chosen + 1,
      ArrowUp: chosen + 1,
      ArrowLeft: chosen - 1,
      ArrowDown: chosen - 1,
      PageUp: chosen + monthsInQuarter,
      PageDown: chosen - monthsInQuarter,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      setWanted(Math.max(0, Math.min(target, last)));
    }
  };

  return (
    <>
      <div className={classes.shown}>
        <span>
          <Key isFilled={false} />
          {shown?.yearBefore.month}
          <span className={classes.amount}>{shown?.yearBefore.amount}</span>
        </span>
        <span>
          <Key isFilled />
          {shown?.sales.month}
          <span className={classes.amount}>{shown?.sales.amount}</span>
        </span>
      </div>
      <div
        className={classes.figure}
        role="slider"
        tabIndex={0}
        aria-label={texts.say('ledger_sales_walk')}
        aria-valuemin={1}
        aria-valuemax={months.length}
        aria-valuenow={chosen + 1}
        aria-valuetext={[shown?.sales, shown?.yearBefore]
          .map((each) => `${each?.month ?? ''}: ${each?.amount ?? ''}`)
          .join('; ')}
        onKeyDown={onKeyDown}
      >
        <div className={classes.scale} aria-hidden="true">
          <span>{format.quantity(Math.round(chart.highest))}</span>
          <span>{format.quantity(Math.round(chart.lowest))}</span>
        </div>
        <div className={classes.colour}>
          <svg
            className={classes.drawing}
            viewBox={`0 0 ${box.width} ${box.height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {chart.months.map(({ month, x, yearBefore, sales }, index) => (
              <g key={month} onMouseEnter={() => setWanted(index)} onClick={() => setWanted(index)}>
                <rect
                  x={x}
                  y={0}
                  width={chart.monthWidth}
                  height={box.height}
                  fill="currentColor"
                  fillOpacity={index === chosen ? 0.14 : 0}
                />
                <ColumnShape column={yearBefore} isFilled={false} />
                <ColumnShape column={sales} isFilled />
              </g>
            ))}
            <path
              d={`M0 ${chart.zero}H${box.width}`}
              stroke="currentColor"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        </div>
        <div className={classes.axis} aria-hidden="true">
          {chart.months.map(({ month }, index) => (
            <span key={month} className={index === chosen ? classes.chosen : ''}>
              {format.shortMonth(month)}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

/** A column of this year is filled, one of the year before an outline: told apart without colour. */
function ColumnShape({
  column,
  isFilled,
}: {
  readonly column: Column;
  readonly isFilled: boolean;
}): React.ReactElement {
  return (
    <rect
      {...column}
      fill={isFilled ? 'currentColor' : 'none'}
      stroke="currentColor"
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** Says beside a month which of the columns is its. */
function Key({ isFilled }: { readonly isFilled: boolean }): React.ReactElement {
  const classes = salesChartStyles(useTheme());
  return (
    <span className={classes.colour}>
      <svg className={classes.key} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <ColumnShape column={{ x: 1, y: 1, width: 10, height: 10 }} isFilled={isFilled} />
      </svg>
    </span>
  );
}
