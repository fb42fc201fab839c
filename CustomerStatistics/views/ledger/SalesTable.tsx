import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { MonthOfSales } from '../../../businessCentral/statistics/monthlySales';
import { HeardOnly } from '../../../ui/LiveRegion';
import { useStatisticsLanguage } from '../texts';
import { UnknownValue } from '../UnknownValue';
import type { ComparedSales } from './comparedSales';
import { ledgerStyles } from './Ledger.styles';

export interface SalesTableProps {
  /** The oldest first. */
  readonly months: readonly MonthOfSales[];
  readonly compared: ComparedSales;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  /** Why a month is not known; null: all are. */
  readonly unread: string | null;
}

/** What the chart shows, number by number. */
export function SalesTable({ months, compared, localCurrency, unread }: SalesTableProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const currency = localCurrency ?? texts.say('lcy');
  const show = (amount: number | null) =>
    amount === null ? <UnknownValue reason={unread ?? ''} /> : format.price(amount);
  return (
    <table className={classes.table}>
      <caption>
        <HeardOnly>{texts.say('ledger_sales')}</HeardOnly>
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.say('ledger_column_month')}</th>
          <th scope="col" className={classes.number}>
            {texts.say('ledger_column_sales', { currency })}
          </th>
          <th scope="col" className={classes.number}>
            {texts.say('ledger_column_yearBefore', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, sales, yearBefore }) => (
          <tr key={month}>
            <th scope="row">{format.month(month)}</th>
            <td className={classes.number}>{show(sales)}</td>
            <td className={classes.number}>{show(yearBefore)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.say('ledger_total')}</th>
          <td className={classes.number}>{show(compared.sales)}</td>
          <td className={classes.number}>{show(compared.yearBefore)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
