import { ageingOf } from '../../businessCentral/statistics/ageing';
import { customerStatistics } from '../../businessCentral/statistics/statistics';
import type { Figure, FoundCustomer } from '../../businessCentral/statistics/types';
import { customerScenarios } from '../../sandbox/demoData/customerScenarios';
import { demoCustomers } from '../../sandbox/demoData/demoCustomers';
import { account, found, notedSend, noon, rawRows, valueOf, type RawRow } from './accounts';
import { startCronus, today, type Cronus } from './cronus';

let cronus: Cronus;
let statistics: ReadonlyMap<string, RawRow>;
let cards: ReadonlyMap<string, RawRow>;
let ledger: readonly RawRow[];

beforeAll(async () => {
  cronus = await startCronus();
  const byNo = (rows: readonly RawRow[]) => new Map(rows.map((row) => [String(row['No']), row] as const));
  statistics = byNo(await rawRows(cronus, 'CustomerStatistics'));
  cards = byNo(await rawRows(cronus, 'CustomerCard'));
  ledger = await rawRows(cronus, 'CustomerLedgerEntries');
});
afterAll(() => cronus.server.close());

/** As many entries as are read at most (docs/services.md). */
const most = 5000;

const dayOf = (day: unknown): unknown => (day === '0001-01-01' ? null : day);

const pence = (amounts: readonly unknown[]) =>
  Math.round(amounts.reduce((sum: number, amount) => sum + Number(amount), 0) * 100);

/** Customers that an account is coupled to. */
const coupledCustomers = demoCustomers
  .map(({ No }) => No)
  .filter((no) =>
    customerScenarios.every(
      ({ customer, coupled, customerDeleted }) => customer.No !== no || (coupled && !customerDeleted),
    ),
  );

describe.each(coupledCustomers)('customer %s', (no) => {
  let answer: FoundCustomer;
  let entries: readonly RawRow[];
  let sent: ReturnType<typeof notedSend>;

  beforeAll(async () => {
    sent = notedSend(cronus);
    const client = customerStatistics(cronus.company({}, { clock: noon, send: sent.send }));
    answer = found(await client.statisticsOf(account(no), 'figuresAndLedger'));
    entries = ledger.filter((entry) => entry['Customer_No'] === no);
  });

  it('is asked for once, and once more only where the account has another number', () => {
    expect(sent.requests).toHaveLength(account(no).number === no ? 1 : 2);
  });

  it("has Business Central's own figures", () => {
    const [page, card] = [statistics.get(no), cards.get(no)];
    const payments = entries.filter((entry) => entry['Document_Type'] === 'Payment');
    const values = Object.entries(answer.figures).map(
      ([name, figure]: [string, string | Figure<unknown>]) => [
        name,
        typeof figure === 'string' ? figure : valueOf(figure),
      ],
    );
    expect(Object.fromEntries(values)).toEqual({
      no,
      name: card?.['Name'],
      blocked: { ' ': 'none', Ship: 'ship', Invoice: 'invoice', All: 'all' }[String(card?.['Blocked'])],
      currencyCode: card?.['Currency_Code'],
      balance: page?.['Balance_LCY'],
      outstandingOrders: page?.['Outstanding_Orders_LCY'],
      shippedNotInvoiced: page?.['Shipped_Not_Invoiced_LCY'],
      outstandingInvoices: page?.['Outstanding_Invoices_LCY'],
      total: page?.['GetTotalAmountLCY'],
      creditLimit: page?.['Credit_Limit_LCY'],
      overdue: page?.['Balance_Due_LCY'],
      invoicedPrepayment: page?.['GetInvoicedPrepmtAmountLCY'],
      // The card has them as Total Sales.
      salesThisFiscalYear: card?.['TotalSales2'],
      paymentsThisFiscalYear: paid(payments),
      customerSince:
        entries
          .map((entry) => String(entry['Posting_Date']))
          .sort()
          .shift() ?? null,
    });
    expect(valueOf(answer.ledger?.lastPaymentDate)).toBe(
      payments
        .filter((entry) => entry['Reversed'] === false)
        .map((entry) => String(entry['Posting_Date']))
        .sort()
        .pop() ?? null,
    );
    expect(valueOf(answer.localCurrency)).toBe('GBP');
  });

  it('has its open entries, the most overdue first and what is in its favor last', () => {
    const open = valueOf(answer.ledger?.open);
    const rows = new Map(
      entries.filter((entry) => entry['Open'] === true).map((entry) => [entry['Entry_No'], entry] as const),
    );
    expect(open.total).toBe(rows.size);
    expect(open.entries).toHaveLength(Math.min(rows.size, most));
    const order = open.entries.map(
      ({ remaining, dueDate }) => `${remaining < 0 ? 'last' : 'first'} ${dueDate ?? '9999-12-31'}`,
    );
    expect(order).toEqual([...order].sort());
    const wrong = open.entries.filter((entry) => {
      const row = rows.get(entry.entryNo) ?? {};
      const { amount, currencyCode } = entry.remainingInCurrency ?? {
        amount: row['Remaining_Amount'],
        currencyCode: '',
      };
      return (
        entry.remaining !== row['Remaining_Amt_LCY'] ||
        amount !== row['Remaining_Amount'] ||
        currencyCode !== row['Currency_Code'] ||
        entry.documentNo !== row['Document_No'] ||
        entry.dueDate !== dayOf(row['Due_Date'])
      );
    });
    expect(wrong).toEqual([]);
  });

  it('has its sales of 24 months, the last first, each with the day on which it was closed', () => {
    const sales = valueOf(answer.ledger?.sales);
    const rows = entries.filter(
      (entry) => String(entry['Posting_Date']) >= '2024-12-01' && entry['Sales_LCY'] !== 0,
    );
    expect(sales.total).toBe(rows.length);
    const lastFirst = rows
      .map((row) => [row['Posting_Date'], row['Sales_LCY'], dayOf(row['Closed_at_Date'])].join())
      .sort()
      .reverse();
    const given = sales.entries
      .map((entry) => [entry.postingDate, entry.sales, entry.closedAt].join())
      .sort()
      .reverse();
    expect(given).toEqual(lastFirst.slice(0, most));
    expect(answer.ledger?.closingDates).toEqual({ known: true, value: true });
  });

  it('is overdue by what was due before today, and by what has no due date', () => {
    const open = valueOf(answer.ledger?.open);
    const [, ...overdue] = ageingOf(open.entries, today);
    const undated = open.entries.filter(({ dueDate }) => dueDate === null);
    const sum = pence([...overdue.map(({ amount }) => amount), ...undated.map(({ remaining }) => remaining)]);
    // Of more entries than are read the most overdue ones come, so that only what is not due yet is cut off.
    expect(sum).toBe(pence([valueOf(answer.figures.overdue)]));
  });
});

/** Sum of the payments of the fiscal year, which is the calendar year in the sandbox. */
function paid(payments: readonly RawRow[]): number {
  const ofYear = payments.filter((entry) => String(entry['Posting_Date']) >= '2026-01-01');
  return (0 - pence(ofYear.map((entry) => entry['Amount_LCY']))) / 100;
}

it('there are customers of every kind', () => {
  const takenBack = ledger.filter((entry) => entry['Reversed'] === true);
  expect(takenBack.map((entry) => entry['Customer_No'])).toEqual(['75000', '75000']);
  expect(coupledCustomers.length).toBeGreaterThan(15);
  const blocked = [...cards.values()].map((card) => card['Blocked']);
  expect(new Set(blocked)).toEqual(new Set([' ', 'Ship', 'Invoice', 'All']));
});
