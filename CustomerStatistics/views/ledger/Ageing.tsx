import * as React from 'react';
import { useMemo } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { ageingOf } from '../../../businessCentral/statistics/ageing';
import type { AgeingPeriod } from '../../../businessCentral/statistics/ageing';
import { sumOfAmounts } from '../../../businessCentral/statistics/amount';
import type { Entries, OpenEntry } from '../../../businessCentral/statistics/types';
import { HeardOnly } from '../../../ui/LiveRegion';
import { useUniqueId } from '../../../ui/useUniqueId';
import { amountsIn } from '../amounts';
import { useStatisticsLanguage } from '../texts';
import { AgeingBar, AgeingPatterns, AgeingSwatch } from './AgeingBar';
import { ageingShares } from './ageingShares';
import { ledgerStyles } from './Ledger.styles';

export interface AgeingProps {
  readonly open: Entries<OpenEntry>;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  readonly today: IsoDate;
}

/** What is open by how long it has been due: as a bar, and as a table. */
export function Ageing({ open, localCurrency, today }: AgeingProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const patternsId = useUniqueId();
  const buckets = useMemo(() => ageingOf(open.entries, today), [open.entries, today]);
  if (open.entries.length === 0) {
    return <p className={classes.sentence}>{texts.say('ledger_ageing_none')}</p>;
  }
  const undated = open.entries.filter(({ dueDate }) => dueDate === null);
  const shares = ageingShares(buckets);
  const percentOf = (period: AgeingPeriod) => {
    const share = shares.find((each) => each.period === period);
    if (share === undefined) {
      return '';
    }
    // Something is never called nothing.
    const percent = share.percent < 1 ? `<${format.quantity(1)}` : format.quantity(Math.round(share.percent));
    return texts.say('ledger_percent', { percent });
  };
  const currency = localCurrency ?? texts.say('lcy');
  const write = amountsIn(localCurrency, { texts, format });
  return (
    <>
      <AgeingPatterns patternsId={patternsId} />
      {shares.length > 0 && (
        <AgeingBar
          shares={shares}
          patternsId={patternsId}
          label={texts.say('ledger_ageing_bar', {
            shares: shares
              .map(({ period }) => `${texts.say(`ledger_period_${period}`)} ${percentOf(period)}`)
              .join(', '),
          })}
        />
      )}
      <table className={classes.table}>
        <caption>
          <HeardOnly>{texts.say('ledger_ageing')}</HeardOnly>
        </caption>
        <thead>
          <tr>
            <th scope="col">{texts.say('ledger_column_period')}</th>
            <th scope="col" className={classes.number}>
              {texts.say('ledger_column_amount', { currency })}
            </th>
            <th scope="col" className={classes.number}>
              {texts.say('ledger_column_share')}
            </th>
            <th scope="col" className={classes.number}>
              {texts.say('ledger_column_entries')}
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ period, amount, entries }) => (
            <tr key={period}>
              <th scope="row">
                <AgeingSwatch patternsId={patternsId} period={period} />
                {texts.say(`ledger_period_${period}`)}
              </th>
              <td className={classes.number}>{format.price(amount)}</td>
              <td className={classes.number}>{percentOf(period)}</td>
              <td className={classes.number}>{format.quantity(entries)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.say('ledger_total')}</th>
            <td className={classes.number}>
              {format.price(sumOfAmounts(buckets.map(({ amount }) => amount)))}
            </td>
            <td />
            <td className={classes.number}>{format.quantity(open.entries.length)}</td>
          </tr>
        </tfoot>
      </table>
      {undated.length > 0 && (
        <p className={classes.note}>
          {texts.say('ledger_ageing_noDueDate', {
            amount: write(sumOfAmounts(undated.map(({ remaining }) => remaining))),
          })}
        </p>
      )}
      {buckets.some(({ amount }) => amount < 0) && (
        <p className={classes.note}>{texts.say('ledger_ageing_negative')}</p>
      )}
      {open.total > open.entries.length && (
        <p className={classes.note}>
          {texts.say('ledger_ageing_partial', {
            shown: format.quantity(open.entries.length),
            total: format.quantity(open.total),
          })}
        </p>
      )}
    </>
  );
}
