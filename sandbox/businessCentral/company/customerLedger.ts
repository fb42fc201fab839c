import type { Day } from '../../demoData/calendar';
import type { Company } from './company';
import { sumOf } from './decimals';
import { passes, type FlowFilters } from './flowFields';
import type { CustomerLedgerEntry, DetailedCustomerLedgerEntry, LedgerDocumentType } from './receivables';

/** Which of the two amounts of a detailed entry: in the entry's currency, or in LCY. */
export type AmountKind = 'amount' | 'amountLCY';

function detailsOf(company: Company, entry: CustomerLedgerEntry): readonly DetailedCustomerLedgerEntry[] {
  return company.detailedCustomerLedgerEntries.group(String(entry.entryNo));
}

/** Fields 75 "Original Amount" and 17 "Original Amt. (LCY)" of table 21: the initial entry alone. */
export function originalAmount(company: Company, entry: CustomerLedgerEntry, kind: AmountKind): number {
  return sumOf(
    detailsOf(company, entry).filter((detail) => detail.entryType === 'Initial Entry'),
    (detail) => detail[kind],
  );
}

/** Fields 14 "Remaining Amount" and 16 "Remaining Amt. (LCY)" of table 21: all detailed entries. */
export function remainingAmount(company: Company, entry: CustomerLedgerEntry, kind: AmountKind): number {
  return sumOf(detailsOf(company, entry), (detail) => detail[kind]);
}

/** Field 58 "Balance (LCY)" of table 18: every detailed entry of the customer, whatever the dates. */
export function balanceLCY(company: Company, customerNo: string): number {
  return sumOf(
    company.customerLedgerEntries.group(customerNo).flatMap((entry) => detailsOf(company, entry)),
    (detail) => detail.amountLCY,
  );
}

/** What is left, by the postings up to the work date, of a customer's entries with a certain due date. */
function remainingDue(company: Company, customerNo: string, isDue: (dueDate: Day) => boolean): number {
  return sumOf(
    company.customerLedgerEntries
      .group(customerNo)
      .filter((entry) => isDue(entry.dueDate))
      .flatMap((entry) => detailsOf(company, entry))
      .filter((detail) => detail.postingDate <= company.workDate),
    (detail) => detail.amountLCY,
  );
}

/**
 * CalcOverdueBalance of table 18, through query 21 "Cust. Ledg. Entry Remain. Amt.": what remains of entries with a
 * due date before today. Open payments and credit memos count with their sign, and a blank date is before any other.
 */
export function overdueBalanceLCY(company: Company, customerNo: string): number {
  return remainingDue(company, customerNo, (dueDate) => dueDate < company.workDate);
}

/**
 * Field 67 "Balance Due (LCY)" of table 18: entries due up to the upper end of the date filter, which pages 21 and 22
 * set to the work date; what is due today counts here.
 */
export function balanceDueLCY(company: Company, customerNo: string): number {
  return remainingDue(company, customerNo, (dueDate) => dueDate <= company.workDate);
}

/** Field 62 "Sales (LCY)" of table 18: sales without VAT, by posting date. */
export function salesLCY(company: Company, customerNo: string, filters: FlowFilters): number {
  return sumOf(
    company.customerLedgerEntries
      .group(customerNo)
      .filter((entry) => passes(filters, 'Date_Filter', entry.postingDate)),
    (entry) => entry.salesLCY,
  );
}

/**
 * Original amounts of a kind of document in LCY, by posting date: fields 74 "Payments (LCY)", 75 "Inv. Amounts (LCY)",
 * 76 "Cr. Memo Amounts (LCY)" and 79 "Refunds (LCY)" of table 18, before the sign that some of them turn.
 */
export function documentAmountsLCY(
  company: Company,
  customerNo: string,
  documentType: LedgerDocumentType,
  filters: FlowFilters,
): number {
  return sumOf(
    company.customerLedgerEntries
      .group(customerNo)
      .filter(
        (entry) => entry.documentType === documentType && passes(filters, 'Date_Filter', entry.postingDate),
      ),
    (entry) => originalAmount(company, entry, 'amountLCY'),
  );
}

/** Field 74 "Payments (LCY)": what was received, as a positive amount. */
export function paymentsLCY(company: Company, customerNo: string, filters: FlowFilters): number {
  return 0 - documentAmountsLCY(company, customerNo, 'Payment', filters);
}

/** "First Transaction Date" of table 18: the first posting date; null where nothing was ever posted. */
export function firstTransactionDate(company: Company, customerNo: string): Day | null {
  return company.customerLedgerEntries
    .group(customerNo)
    .reduce<Day | null>(
      (first, { postingDate }) => (first === null || postingDate < first ? postingDate : first),
      null,
    );
}

/** CalcDaysSinceLastSale of page 151: days since the last entry with sales above zero; 0 where there is none. */
export function daysSinceLastSale(company: Company, customerNo: string): number {
  const last = company.customerLedgerEntries
    .group(customerNo)
    .filter((entry) => entry.salesLCY > 0)
    .reduce<Day | null>(
      (latest, { postingDate }) => (latest === null || postingDate > latest ? postingDate : latest),
      null,
    );
  return last === null ? 0 : (Date.parse(company.workDate) - Date.parse(last)) / 86_400_000;
}
