import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { isCredit } from '../../../businessCentral/statistics/overdueFirst';
import type { LedgerDocumentType, OpenEntry } from '../../../businessCentral/statistics/types';
import { useStatisticsLanguage } from '../texts';
import type { StatisticsTexts } from '../texts';
import { documentTableStyles } from './DocumentTable.styles';
import { ledgerStyles } from './Ledger.styles';

export interface DocumentRowProps {
  readonly entry: OpenEntry;
  /** Days overdue; 0: not overdue, or in the customer's favor. */
  readonly days: number;
  /** The table has a column for amounts in a currency of their own. */
  readonly hasCurrencies: boolean;
  /** Where Business Central shows the entry; null: nowhere that is known. */
  readonly address: string | null;
  readonly openAddress: (address: string) => void;
}

/** A document with a column for every fact. */
export function WideRow(props: DocumentRowProps): React.ReactElement {
  const { entry, days, hasCurrencies } = props;
  const { texts, format } = useStatisticsLanguage();
  const theme = useTheme();
  const classes = documentTableStyles(theme);
  const { number } = ledgerStyles(theme);
  const type = typeText(entry.documentType, texts);
  return (
    <tr>
      <td>
        <span className={classes.cut} title={type}>
          {type}
        </span>
      </td>
      <th scope="row">
        <DocumentNumber {...props} />
      </th>
      <td>
        <DueDate entry={entry} />
      </td>
      <td className={number}>{format.price(entry.remaining)}</td>
      {hasCurrencies && (
        <td className={number}>
          <OwnCurrency entry={entry} />
        </td>
      )}
      <td className={`${number} ${days > 0 ? classes.late : ''}`}>
        {isCredit(entry) ? (
          <span className={classes.cut}>{texts.say('ledger_credit')}</span>
        ) : (
          format.quantity(days)
        )}
      </td>
    </tr>
  );
}

/** A document in two lines. */
export function NarrowRow(props: DocumentRowProps): React.ReactElement {
  const { entry, days } = props;
  const { texts, format } = useStatisticsLanguage();
  const theme = useTheme();
  const classes = documentTableStyles(theme);
  const { number } = ledgerStyles(theme);
  const type = typeText(entry.documentType, texts);
  const late = isCredit(entry)
    ? texts.say('ledger_credit')
    : days > 0
      ? texts.count('ledger_overdue', days)
      : '';
  return (
    <tr>
      <th scope="row">
        <span className={classes.cut} title={type}>
          <DocumentNumber {...props} /> {type}
        </span>
        <span className={classes.second}>
          <DueDate entry={entry} />
          {late !== '' && ` · ${late}`}
        </span>
      </th>
      <td className={number}>
        {format.price(entry.remaining)}
        <span className={classes.second}>
          <OwnCurrency entry={entry} />
        </span>
      </td>
    </tr>
  );
}

function typeText(type: LedgerDocumentType, texts: StatisticsTexts): string {
  // A key that ends in `_other` is the plural of another.
  return texts.say(type === 'other' ? 'ledger_type_unlisted' : `ledger_type_${type}`);
}

/** The number of a document; a button where it can be opened. */
function DocumentNumber({ entry, address, openAddress }: DocumentRowProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = documentTableStyles(useTheme());
  const number =
    entry.documentNo === '' ? texts.say('ledger_entry', { number: String(entry.entryNo) }) : entry.documentNo;
  return address === null ? (
    <bdi>{number}</bdi>
  ) : (
    <button
      type="button"
      className={classes.open}
      title={texts.say('ledger_open')}
      onClick={() => openAddress(address)}
    >
      <bdi>{number}</bdi>
    </button>
  );
}

/** A day is not broken over two lines. */
function DueDate({ entry: { dueDate } }: { readonly entry: OpenEntry }): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  return dueDate === null ? (
    <>{texts.say('ledger_noDueDate')}</>
  ) : (
    <span style={{ whiteSpace: 'nowrap' }}>{format.day(dueDate)}</span>
  );
}

/** What remains in the currency of the document; nothing where that is the local one. */
function OwnCurrency({ entry }: { readonly entry: OpenEntry }): React.ReactElement | null {
  const { texts, format } = useStatisticsLanguage();
  const own = entry.remainingInCurrency;
  return own === null ? null : (
    <bdi>{texts.say('amount', { amount: format.price(own.amount), currency: own.currencyCode })}</bdi>
  );
}
