import type { CreditWarning } from '../../../businessCentral/statistics/creditWarnings';
import { creditWarnings } from '../../../businessCentral/statistics/creditWarnings';
import { totalInLocalCurrency } from '../../../businessCentral/statistics/documentTotal';
import type { TotalInLocalCurrency } from '../../../businessCentral/statistics/documentTotal';
import type { FoundCustomer } from '../../../businessCentral/statistics/types';
import type { DocumentTable } from '../../../sales/sales';
import { isolated } from '../../../ui/isolated';
import type { NoticeProps } from '../../../ui/Notice';
import type { CountedDocument } from '../../statisticsSession';
import type { WriteAmount } from '../amounts';
import { blockedNotice } from '../customerWords';
import type { StatisticsTexts } from '../texts';

export interface CreditContext {
  readonly table: DocumentTable;
  readonly texts: StatisticsTexts;
  readonly write: WriteAmount;
}

/** The document's total in local currency, or why it is not known. */
export function documentTotalOf(
  document: CountedDocument,
  { localCurrency }: FoundCustomer,
): TotalInLocalCurrency {
  return totalInLocalCurrency(document, localCurrency.known ? localCurrency.value : null, document.localRate);
}

/** What speaks against a quote or an order: the worst as the word, the rest after it; or that nothing does. */
export function creditNotice(
  document: CountedDocument,
  found: FoundCustomer,
  context: CreditContext,
): NoticeProps {
  const { table, texts } = context;
  const total = document.isOpen ? documentTotalOf(document, found) : null;
  const warnings = creditWarnings(found, total).filter(
    (warning) => document.isOpen || !concernsLimit(warning),
  );
  const closed = document.isOpen ? [] : [texts.say(`closed_${table}`)];
  const [worst, ...others] = warnings;
  if (worst !== undefined) {
    const rest = others.map((warning) => sentenceOf(warning, document, found, context));
    return {
      ...lookOf(worst),
      word: texts.say('ofCustomer', {
        customer: nameOf(found),
        sentence: sentenceOf(worst, document, found, context),
      }),
      next: [...rest, ...closed].join(' '),
    };
  }
  return document.isOpen
    ? { icon: 'check', tone: 'good', word: texts.say(`fine_${table}`), text: allWell(found, context) }
    : { icon: 'dash', tone: 'neutral', word: closed.join(' ') };
}

/** Whether a warning is about the credit limit, of which a closed document takes nothing any more. */
function concernsLimit(warning: CreditWarning): boolean {
  return (
    warning.kind === 'overLimit' ||
    warning.kind === 'documentNotCounted' ||
    (warning.kind === 'unknown' && warning.figure !== 'blocked' && warning.figure !== 'overdue')
  );
}

function lookOf({ kind }: CreditWarning): Pick<NoticeProps, 'icon' | 'tone'> {
  switch (kind) {
    case 'blocked':
      return { icon: 'forbidden', tone: 'bad' };
    case 'overLimit':
      return { icon: 'cross', tone: 'bad' };
    case 'overdue':
      return { icon: 'clock', tone: 'warning' };
    case 'documentNotCounted':
    case 'unknown':
      return { icon: 'warning', tone: 'warning' };
  }
}

function sentenceOf(
  warning: CreditWarning,
  document: CountedDocument,
  found: FoundCustomer,
  { table, texts, write }: CreditContext,
): string {
  switch (warning.kind) {
    case 'blocked': {
      const { word, text } = blockedNotice(warning.blocking, texts);
      return `${word} – ${text}`;
    }
    case 'overLimit': {
      const { byBalance, byTotal, withDocument } = warning;
      if (byBalance === 0) {
        return texts.say(withDocument ? `overOnOrderWith_${table}` : 'overOnOrder', {
          amount: write(byTotal),
        });
      }
      const sentence = texts.say(withDocument ? `overBalanceWith_${table}` : 'overBalance', {
        amount: write(byBalance),
      });
      return byTotal > byBalance
        ? `${sentence} ${texts.say('overAlsoOnOrder', { amount: write(byTotal) })}`
        : sentence;
    }
    case 'overdue':
      return texts.say('overdueBy', { amount: write(warning.amount) });
    case 'documentNotCounted':
      return notCounted(warning.reason, document, found, { table, texts });
    case 'unknown':
      return texts.say(`unknown_${warning.figure}`);
  }
}

/** Why the document's total could not be held against the credit limit. */
export function notCounted(
  reason: Extract<TotalInLocalCurrency, { known: false }>['reason'],
  { currencyCode }: CountedDocument,
  { localCurrency }: FoundCustomer,
  { table, texts }: Pick<CreditContext, 'table' | 'texts'>,
): string {
  const currencies = {
    from: currencyCode ?? '?',
    to: localCurrency.known ? localCurrency.value : texts.say('lcy'),
  };
  switch (reason) {
    case 'noTotal':
      return texts.say(`notCountedNoTotal_${table}`);
    case 'localCurrencyUnknown':
      return texts.say(`notCountedNoLocalCurrency_${table}`);
    case 'exchangeRateMissing':
      return texts.say(`notCountedNoRate_${table}`, currencies);
    case 'exchangeRateUnreadable':
      return texts.say(`notCountedRateUnread_${table}`, currencies);
  }
}

/** Every figure that is needed is known here: otherwise there would be a warning. */
function allWell(found: FoundCustomer, { texts, write }: CreditContext): string {
  const { balance, creditLimit } = found.figures;
  const customer = nameOf(found);
  if (!creditLimit.known || !balance.known || creditLimit.value === 0) {
    return texts.say('fine_noLimit', { customer });
  }
  return texts.say('fine_limited', {
    customer,
    used: write(Math.max(0, balance.value)),
    limit: write(creditLimit.value),
  });
}

/** A salesperson knows customers by their names; the number stands with the details. */
function nameOf({ figures: { no, name } }: FoundCustomer): string {
  return isolated(name.known && name.value.trim() !== '' ? name.value : no);
}
