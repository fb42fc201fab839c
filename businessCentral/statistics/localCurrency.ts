import type { ReadOperation } from '../odata/readOperation';
import type { ReadOutcome } from '../odata/reader';
import { contractFields } from './contractFields';
import { code, figuresOf, unknown, unreadable } from './figure';
import type { Figure } from './types';

const service = 'GeneralLedgerSetup';

/** Page 118 has one record. */
export const localCurrencyOperation: ReadOperation = { service, select: contractFields.GeneralLedgerSetup };

/** The code of the company's local currency (table 98 "General Ledger Setup"); it may have been left blank there. */
export function localCurrency(outcome: ReadOutcome): Figure<string> {
  const [row] = outcome.ok ? outcome.rows : [];
  const currency = figuresOf(service, outcome, row)('LCY_Code', code);
  return currency.known && currency.value === '' ? unknown(service, unreadable(service)) : currency;
}
