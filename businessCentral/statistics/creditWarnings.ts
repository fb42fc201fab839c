import { roundAmount } from './amount';
import type { TotalInLocalCurrency } from './documentTotal';
import type { Blocking, CustomerFigures, Figure, FoundCustomer } from './types';

/** Something to know before anything is promised to a customer; amounts in local currency. */
export type CreditWarning =
  | { readonly kind: 'blocked'; readonly blocking: Exclude<Blocking, 'none'> }
  | {
      readonly kind: 'overLimit';
      /** By how much the balance passes it; 0: not by itself, or not known. */
      readonly byBalance: number;
      /** By how much the balance with what is on order passes it; 0 as above. */
      readonly byTotal: number;
      /** Whether the document is counted in. */
      readonly withDocument: boolean;
    }
  | { readonly kind: 'overdue'; readonly amount: number }
  /** There is a limit, and it is not known how much of it the document takes. */
  | {
      readonly kind: 'documentNotCounted';
      readonly reason: Extract<TotalInLocalCurrency, { known: false }>['reason'];
    }
  /** Business Central did not say, so it could not be checked. */
  | {
      readonly kind: 'unknown';
      readonly figure: 'balance' | 'total' | 'creditLimit' | 'overdue' | 'blocked';
    };

type UnknownFigure = Extract<CreditWarning, { kind: 'unknown' }>['figure'];

/**
 * What to know of a customer before a document is sent, the worst first: a customer who is blocked gets nothing, one
 * over the limit perhaps, one who is overdue as a rule. Business Central itself warns by the total (page 343
 * "Check Credit Limit"); where the balance alone passes the limit, that is said as well, as the harder fact.
 * @param found the customer as Business Central has it; a limit of 0 is none
 * @param document its total in local currency; null: there is none, or it does not count
 * @returns empty where everything was checked and nothing is wrong
 */
export function creditWarnings(
  { figures }: Pick<FoundCustomer, 'figures'>,
  document: TotalInLocalCurrency | null,
): readonly CreditWarning[] {
  const { blocked, overdue, creditLimit } = figures;
  const limited = creditLimit.known && creditLimit.value !== 0;
  return [
    ...(blocked.known && blocked.value !== 'none'
      ? [{ kind: 'blocked', blocking: blocked.value } as const]
      : []),
    ...(limited ? overLimit(figures, creditLimit.value, document) : []),
    ...(overdue.known && overdue.value > 0 ? [{ kind: 'overdue', amount: overdue.value } as const] : []),
    ...(limited && document?.known === false
      ? [{ kind: 'documentNotCounted', reason: document.reason } as const]
      : []),
    ...unknownFigures(figures, limited).map((figure) => ({ kind: 'unknown', figure }) as const),
  ];
}

function overLimit(
  { balance, total }: CustomerFigures,
  creditLimit: number,
  document: TotalInLocalCurrency | null,
): readonly CreditWarning[] {
  const withDocument = document?.known === true;
  const amount = withDocument ? document.amount : 0;
  const excessOf = (figure: Figure<number>) =>
    figure.known ? Math.max(0, roundAmount(figure.value + amount - creditLimit)) : 0;
  const [byBalance, byTotal] = [excessOf(balance), excessOf(total)];
  return byBalance > 0 || byTotal > 0 ? [{ kind: 'overLimit', byBalance, byTotal, withDocument }] : [];
}

/** Balance and total are wanted only where there is a limit to hold them against; the harder fact is named alone. */
function unknownFigures(figures: CustomerFigures, limited: boolean): readonly UnknownFigure[] {
  const wanted: readonly UnknownFigure[] = [
    'blocked',
    'creditLimit',
    ...(limited ? [figures.balance.known ? ('total' as const) : ('balance' as const)] : []),
    'overdue',
  ];
  return wanted.filter((figure) => !figures[figure].known);
}
