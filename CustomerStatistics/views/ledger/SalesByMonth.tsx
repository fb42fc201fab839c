import * as React from 'react';
import { useMemo, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { completeAfter } from '../../../businessCentral/statistics/completeAfter';
import { monthlySales } from '../../../businessCentral/statistics/monthlySales';
import type { Entries, SalesEntry } from '../../../businessCentral/statistics/types';
import { DetailsButton } from '../../../ui/buttons';
import { useUniqueId } from '../../../ui/useUniqueId';
import { amountsIn } from '../amounts';
import { useStatisticsLanguage } from '../texts';
import { comparedSales } from './comparedSales';
import { ledgerStyles } from './Ledger.styles';
import { SalesChart } from './SalesChart';
import { SalesTable } from './SalesTable';

export interface SalesByMonthProps {
  readonly sales: Entries<SalesEntry>;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  readonly today: IsoDate;
}

/** Whether the customer buys more or less than a year before: in sum, month by month, and as a table. */
export function SalesByMonth({ sales, localCurrency, today }: SalesByMonthProps): React.ReactElement {
  const language = useStatisticsLanguage();
  const { texts, format } = language;
  const classes = ledgerStyles(useTheme());
  const tableId = useUniqueId();
  const [isTableOpen, setTableOpen] = useState(false);
  const months = useMemo(() => monthlySales(sales, today), [sales, today]);
  if (months.every((month) => month.sales === 0 && month.yearBefore === 0)) {
    return <p className={classes.sentence}>{texts.say('ledger_sales_none')}</p>;
  }
  const write = amountsIn(localCurrency, language);
  const amount = (value: number | null) => (value === null ? '–' : write(value));
  const unreadUpTo = completeAfter(sales);
  const unread =
    unreadUpTo === null
      ? null
      : texts.say('ledger_sales_unread', {
          shown: format.quantity(sales.entries.length),
          total: format.quantity(sales.total),
          month: format.month(unreadUpTo),
        });
  const compared = comparedSales(months);
  const sums = [
    texts.say('ledger_sales_sums', {
      sales: amount(compared.sales),
      yearBefore: amount(compared.yearBefore),
    }),
    compared.changePercent === null
      ? ''
      : texts.say('ledger_sales_change', {
          percent: texts.say('ledger_percent', { percent: signed(compared.changePercent, format.quantity) }),
        }),
    texts.say('ledger_sales_unfinished', { month: format.month(today) }),
  ];
  return (
    <>
      <p className={classes.sentence}>{sums.filter((sentence) => sentence !== '').join(' ')}</p>
      <p className={classes.note}>
        {texts.say('ledger_sales_explanation', { currency: localCurrency ?? texts.say('lcy') })}
      </p>
      {unread !== null && <p className={classes.note}>{unread}</p>}
      <SalesChart months={months} amount={amount} />
      <DetailsButton
        text={texts.say('ledger_showTable')}
        isOpen={isTableOpen}
        controls={tableId}
        onClick={() => setTableOpen(!isTableOpen)}
      />
      {isTableOpen && (
        <div id={tableId}>
          <SalesTable months={months} compared={compared} localCurrency={localCurrency} unread={unread} />
        </div>
      )}
    </>
  );
}

/** A difference always shows its sign; the minus comes with the user's own number format. */
function signed(change: number, quantity: (value: number) => string): string {
  return change > 0 ? `+${quantity(change)}` : quantity(change);
}
