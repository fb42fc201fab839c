import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { daysOverdue } from '../../../businessCentral/statistics/ageing';
import { isCredit } from '../../../businessCentral/statistics/overdueFirst';
import type { Statistics } from '../../../businessCentral/statistics/statistics';
import type { OpenEntry } from '../../../businessCentral/statistics/types';
import { HeardOnly } from '../../../ui/LiveRegion';
import { useStatisticsLanguage } from '../texts';
import { documentTableStyles, rowHeights } from './DocumentTable.styles';
import { ledgerStyles } from './Ledger.styles';
import { NarrowRow, WideRow } from './DocumentRows';

export interface DocumentTableProps {
  /** Those of one page. */
  readonly entries: readonly OpenEntry[];
  /** How many rows a full page has; a shorter one keeps their room. */
  readonly roomForRows: number;
  /** Some entry, on whatever page, is in a currency of its own. */
  readonly hasCurrencies: boolean;
  /** Rows of two lines, for narrow places. */
  readonly isNarrow: boolean;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  readonly today: IsoDate;
  readonly entryAddress: Statistics['entryAddress'];
  readonly openAddress: (address: string) => void;
}

/** Shares of the width, in percent. */
const columnShares = {
  narrow: [66, 34],
  wide: [25, 21, 17, 20, 17],
  wideWithCurrencies: [20, 19, 14, 17, 18, 12],
} as const;

/** One page of open documents. */
export function DocumentTable(props: DocumentTableProps): React.ReactElement {
  const { entries, roomForRows, hasCurrencies, isNarrow, today, entryAddress, openAddress } = props;
  const { texts } = useStatisticsLanguage();
  const theme = useTheme();
  const classes = documentTableStyles(theme);
  const { table, number } = ledgerStyles(theme);
  const currency = props.localCurrency ?? texts.say('lcy');
  const remaining = texts.say('ledger_column_remaining', { currency });
  const headings: readonly { readonly text: string; readonly isNumber: boolean }[] = isNarrow
    ? [
        { text: texts.say('ledger_column_document'), isNumber: false },
        { text: remaining, isNumber: true },
      ]
    : [
        { text: texts.say('ledger_column_type'), isNumber: false },
        { text: texts.say('ledger_column_number'), isNumber: false },
        { text: texts.say('ledger_column_dueDate'), isNumber: false },
        { text: remaining, isNumber: true },
        ...(hasCurrencies ? [{ text: texts.say('ledger_column_inCurrency'), isNumber: true }] : []),
        { text: texts.say('ledger_column_daysOverdue'), isNumber: true },
      ];
  const shares = columnShares[isNarrow ? 'narrow' : hasCurrencies ? 'wideWithCurrencies' : 'wide'];
  const rowHeight = isNarrow ? rowHeights.narrow : rowHeights.wide;
  const Row = isNarrow ? NarrowRow : WideRow;
  return (
    <>
      <table className={`${table} ${classes.table} ${isNarrow ? classes.narrow : classes.wide}`}>
        <caption>
          <HeardOnly>{texts.say('ledger_documents')}</HeardOnly>
        </caption>
        <colgroup>
          {shares.map((share, index) => (
            <col key={index} style={{ width: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {headings.map(({ text, isNumber }) => (
              <th key={text} scope="col" className={isNumber ? number : ''}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row
              key={entry.entryNo}
              entry={entry}
              days={isCredit(entry) ? 0 : daysOverdue(entry.dueDate, today)}
              hasCurrencies={hasCurrencies}
              address={entryAddress(entry.entryNo)}
              openAddress={openAddress}
            />
          ))}
        </tbody>
      </table>
      <div style={{ height: (roomForRows - entries.length) * rowHeight }} />
    </>
  );
}
