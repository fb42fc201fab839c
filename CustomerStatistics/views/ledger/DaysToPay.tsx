import * as React from 'react';
import { useMemo } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { averageDaysToPay, dayBeforeInvoices } from '../../../businessCentral/statistics/daysToPay';
import { completeAfter } from '../../../businessCentral/statistics/completeAfter';
import type { Entries, SalesEntry } from '../../../businessCentral/statistics/types';
import { useStatisticsLanguage } from '../texts';
import { ledgerStyles } from './Ledger.styles';

export interface DaysToPayProps {
  readonly sales: Entries<SalesEntry>;
  readonly today: IsoDate;
}

/** How long the customer takes to pay. */
export function DaysToPay({ sales, today }: DaysToPayProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const average = useMemo(() => averageDaysToPay(sales.entries, today), [sales.entries, today]);
  return (
    <>
      <p className={classes.sentence}>
        {average === null
          ? texts.say('ledger_daysToPay_none')
          : texts.count('ledger_daysToPay_average', Math.round(average.days), {
              invoices: texts.count('ledger_paidInvoices', average.invoices),
            })}
      </p>
      {(completeAfter(sales) ?? '') > dayBeforeInvoices(today) && (
        <p className={classes.note}>
          {texts.say('ledger_daysToPay_partial', {
            shown: format.quantity(sales.entries.length),
            total: format.quantity(sales.total),
          })}
        </p>
      )}
    </>
  );
}
