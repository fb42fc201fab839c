import { daysAfter, type Day } from './calendar';
import {
  customer,
  document,
  salesLine,
  scenario,
  type CustomerScenario,
  type ScenarioDocument,
} from './customerScenario';
import { monthsAfter } from './dateFormula';

/** Number with an apostrophe and a space: what a careless client breaks on. */
export const awkwardCustomerNo = "O'NEIL 1";

/** Open invoices of the customer that has more of them than a control reads. */
export const manyOpenEntries = 5_200;

/** A document that is paid in full ten days after it was posted, as far as that day has come. */
function paidInTenDays(
  today: Day,
  documentType: ScenarioDocument['documentType'],
  amount: number,
  posted: Day,
): ScenarioDocument {
  const paid = daysAfter(posted, 10);
  return {
    documentType,
    amount,
    posted,
    due: daysAfter(posted, 30),
    payments: paid > today ? [] : [{ amount, date: paid }],
  };
}

/**
 * Invoices on the first (1,250) and the last day (250) of the months: this one, the 23 before it that count with it, and
 * the one before those, which does not. Goods worth 2,500 came back in the fifth and the seventeenth month before.
 */
function onEdgesOfMonths(today: Day): readonly ScenarioDocument[] {
  return Array.from({ length: 25 }, (_, monthsAgo) => {
    const first = monthsAfter(`${today.slice(0, 7)}-01`, -monthsAgo);
    const last = daysAfter(monthsAfter(first, 1), -1);
    const returned = monthsAgo === 5 || monthsAgo === 17;
    return [
      paidInTenDays(today, 'Invoice', 1250, first),
      ...(last > today ? [] : [paidInTenDays(today, 'Invoice', 250, last)]),
      ...(returned ? [paidInTenDays(today, 'Credit Memo', -2500, daysAfter(first, 14))] : []),
    ];
  }).flat();
}

/** Open invoices of 12.50, posted in the last 700 days over and over; the first 30 days of them are not overdue. */
function manyInvoices(today: Day): readonly ScenarioDocument[] {
  const ofEachDay = Array.from({ length: 700 }, (_, daysAgo) =>
    document(today, 'Invoice', 12.5, -1 - daysAgo, 29 - daysAgo),
  );
  return Array.from({ length: Math.ceil(manyOpenEntries / ofEachDay.length) }, () => ofEachDay)
    .flat()
    .slice(0, manyOpenEntries);
}

/**
 * Customers beside CRONUS's own five. In LCY, and with VAT (25 % for domestic customers, else none):
 *
 * | customer | balance   | overdue   | orders | shipped | invoices | prepaid | total     | limit  |
 * | -------- | --------- | --------- | ------ | ------- | -------- | ------- | --------- | ------ |
 * | 61000    | 11,875.00 | 10,625.00 | 3,750  |         |          |         | 15,625.00 | 10,000 |
 * | 62000    | 5,000.00  | 5,000.00  |        |         |          |         | 5,000.00  | 6,000  |
 * | 62010    | 1,250.00  |           |        |         |          |         | 1,250.00  | 5,000  |
 * | 62020    |           |           |        |         |          |         |           |        |
 * | 63000    | -1,000.00 | -1,000.00 |        |         |          |         | -1,000.00 | 5,000  |
 * | 64000    |           |           |        |         |          |         |           | 1,000  |
 * | 65000    | 65,000.00 | 62,000.00 |        |         |          |         | 65,000.00 | 70,000 |
 * | 66000    | 8,815.68  | 6,781.29  |        |         |          |         | 8,815.68  | 20,000 |
 * | 66010    | 2,612.16  | 2,612.16  |        |         |          |         | 2,612.16  |        |
 * | 67000    | 2,000.00  |           | 3,700  | 1,250   | 1,250    | 500     | 7,000.00  | 9,000  |
 * | O'NEIL 1 | 500.00    | 500.00    |        |         |          |         | 500.00    | 1,000  |
 * | 69000    | 1,000.00  |           |        |         |          |         | 1,000.00  | 2,000  |
 * | 70000    | 750.00    |           |        |         |          |         | 750.00    | 1,000  |
 * | 72000    | 1,500.00  |           |        |         |          |         | 1,500.00  | 2,000  |
 * | 73000    | 2,750.00  |           |        |         |          |         | 2,750.00  | 3,000  |
 * | 74000    | follows from the day of the month                                                       |
 * | 75000    | 375.00    | 125.00    |        |         |          |         | 375.00    | 1,000  |
 *
 * The total of 67000 is the sum less 450 of invoice lines that were fetched from shipments, 500 of prepayment and 250
 * of goods that came back. 66000 owes USD 13,000 (rate 0.678129), 66010 EUR 3,000 (rate 0.870721).
 */
export const customerScenarios: readonly CustomerScenario[] = [
  scenario({
    customer: customer('61000', 'Northwind Fitters', 10_000, { Contact: 'Nora Winter' }),
    shows: 'Over the limit, with something overdue in every bracket of age, at both ends of the brackets.',
    documents: (today) => [
      document(today, 'Invoice', 5000, -200, -170, [[5000, -125]]),
      document(today, 'Invoice', 2500, -320, -290, [[2500, -280]]),
      document(today, 'Invoice', 1250, -18, 12),
      document(today, 'Invoice', 1250, -31, -1),
      document(today, 'Invoice', 1250, -60, -30),
      document(today, 'Invoice', 1875, -61, -31),
      document(today, 'Invoice', 2500, -90, -60, [[1875, -70]]),
      document(today, 'Invoice', 1250, -91, -61),
      document(today, 'Invoice', 1250, -120, -90),
      document(today, 'Invoice', 3125, -121, -91),
    ],
    salesLines: [salesLine('Order', { outstanding: 2500 }), salesLine('Order', { outstanding: 1250 })],
  }),
  scenario({
    customer: customer('62000', 'Litware Interiors', 6000),
    shows: 'Blocked for everything, and overdue.',
    blocked: 'All',
    documents: (today) => [document(today, 'Invoice', 5000, -75, -45)],
  }),
  scenario({
    customer: customer('62010', 'Proseware Studio', 5000),
    shows: 'Blocked for shipping.',
    blocked: 'Ship',
    documents: (today) => [document(today, 'Invoice', 1250, -10, 20)],
  }),
  scenario({
    customer: customer('62020', 'Tailspin Galleries', 0),
    shows: 'Blocked for invoicing; owes nothing, and has no limit.',
    blocked: 'Invoice',
    documents: (today) => [document(today, 'Invoice', 1250, -50, -20, [[1250, -22]])],
  }),
  scenario({
    customer: customer('63000', 'Wingtip Offices', 5000),
    shows:
      'Paid too much: the balance is negative, and so is what is overdue, because a payment is due at once.',
    documents: (today) => [
      document(today, 'Invoice', 2500, -40, -10, [[2500, -12]]),
      document(today, 'Payment', -1000, -12, -12),
    ],
  }),
  scenario({
    customer: customer('64000', 'Lucerne Reading Rooms', 1000),
    shows: 'Nothing was ever sold.',
  }),
  scenario({
    customer: customer('65000', 'Blue Yonder Kiosks', 70_000),
    shows: 'More open entries than a control reads.',
    documents: manyInvoices,
  }),
  scenario({
    customer: customer('66000', 'Coho Vineyard', 20_000, {
      City: 'Miami',
      Post_Code: 'US-FL 37125',
      Country_Region_Code: 'US',
      Currency_Code: 'USD',
      Customer_Posting_Group: 'FOREIGN',
      Gen_Bus_Posting_Group: 'EXPORT',
      VAT_Bus_Posting_Group: 'EXPORT',
    }),
    shows: 'Owes US dollars.',
    documents: (today) => [
      document(today, 'Invoice', 10_000, -45, -15),
      document(today, 'Invoice', 4000, -10, 20, [[1000, -4]]),
    ],
  }),
  scenario({
    customer: customer('66010', 'Margie’s Travel', 0, {
      City: 'Munchen',
      Post_Code: 'DE-80807',
      Country_Region_Code: 'DE',
      Currency_Code: 'EUR',
      Customer_Posting_Group: 'EU',
      Gen_Bus_Posting_Group: 'EU',
      VAT_Bus_Posting_Group: 'EU',
    }),
    shows: 'Owes euros, and has a credit memo that is not applied.',
    documents: (today) => [
      document(today, 'Invoice', 4000, -35, -5),
      document(today, 'Credit Memo', -1000, -3, -3),
    ],
  }),
  scenario({
    customer: customer('67000', 'Graphic Design Institute', 9000),
    shows: 'Everything that makes the total differ from the sum of what is shown.',
    documents: (today) => [document(today, 'Invoice', 2000, -20, 10)],
    salesLines: [
      salesLine('Order', {
        outstanding: 3000,
        shippedNotInvoiced: 1250,
        prepaymentInvoiced: 400,
        prepaymentVATInvoiced: 100,
      }),
      salesLine('Order', { outstanding: 700, soldTo: '62020' }),
      salesLine('Invoice', { outstanding: 800 }),
      salesLine('Invoice', { outstanding: 450, fromShipment: true }),
      salesLine('Return Order', { returnReceivedNotInvoiced: 250 }),
    ],
  }),
  scenario({
    customer: customer(awkwardCustomerNo, "O'Neil & Sons <b>Ltd.</b>", 1000),
    shows: 'A number and a name that a careless client breaks on.',
    documents: (today) => [document(today, 'Invoice', 500, -33, -3)],
  }),
  scenario({
    customer: customer('69000', 'בית הדפוס ירושלים', 2000),
    shows: 'A name that is written from right to left.',
    documents: (today) => [document(today, 'Invoice', 1000, -5, 25)],
  }),
  scenario({
    customer: customer('70000', 'Humongous Insurance', 1000),
    shows: 'Not coupled to its account.',
    coupled: false,
    documents: (today) => [document(today, 'Invoice', 750, -6, 24)],
  }),
  scenario({
    customer: customer('71000', 'Southridge Video', 0),
    shows: 'Deleted in Business Central; the coupling is left.',
    customerDeleted: true,
  }),
  scenario({
    customer: customer('72000', 'VanArsdel Foyers', 2000),
    shows: 'Coupled, and the account has no number.',
    accountNumber: null,
    documents: (today) => [document(today, 'Invoice', 1500, -25, 5)],
  }),
  scenario({
    customer: customer('73000', 'Woodgrove Branches', 3000),
    shows: 'Coupled, and the account has the number of another customer: the coupling decides.',
    accountNumber: '64000',
    documents: (today) => [document(today, 'Invoice', 2750, -12, 18)],
  }),
  scenario({
    customer: customer('74000', 'Fourth Coffee', 0),
    shows: 'Two years of sales on the edges of months, some months with more returns than sales.',
    documents: onEdgesOfMonths,
  }),
  scenario({
    customer: customer('75000', 'Adventure Works Cabins', 1000),
    shows: 'Due dates at their limits: none, and today; a payment that was taken back, and no other.',
    documents: (today) => [
      document(today, 'Invoice', 125, -40, null),
      document(today, 'Invoice', 250, -30, 0),
      { ...document(today, 'Payment', -375, -9, -9), reversed: daysAfter(today, -8) },
    ],
  }),
];

/** Credit limits that CRONUS's own customers get beside the data of the source, which knows none. */
export const cronusCreditLimits: Readonly<Record<string, number>> = {
  /** Trey Research: its total of 3,711.88 is half of it. */
  '20000': 7400,
  /** Relecloud: its total of 13,385.76 is close to it. */
  '50000': 14_000,
};
