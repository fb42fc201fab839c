import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { Entries, SalesEntry } from '../../../businessCentral/statistics/types';
import { useStatisticsLanguage } from '../texts';
import { ledgerStyles } from './Ledger.styles';

/** Says where figures come from a part of the posted entries alone. */
export function PartialSales({ sales }: { readonly sales: Entries<SalesEntry> }): React.ReactElement | null {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  return sales.total > sales.entries.length ? (
    <p className={classes.note}>
      {texts.say('ledger_sales_partial', {
        shown: format.quantity(sales.entries.length),
        total: format.quantity(sales.total),
      })}
    </p>
  ) : null;
}
