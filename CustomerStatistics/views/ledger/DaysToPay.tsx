import * as React from 'react';
import { useMemo } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { averageDaysToPay } from '../../../businessCentral/statistics/daysToPay';
import type { Entries, SalesEntry } from '../../../businessCentral/statistics/types';
import { useStatisticsLanguage } from '../texts';
import { ledgerStyles } from './Ledger.styles';
import { PartialSales } from './PartialSales';

export interface DaysToPayProps {
  readonly sales: Entries<SalesEntry>;
  readonly today: IsoDate;
}

/** How long the customer takes to pay. */
export function DaysToPay({ sales, today }: DaysToPayProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
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
      <PartialSales sales={sales} />
    </>
  );
}
