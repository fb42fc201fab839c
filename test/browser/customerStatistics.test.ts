import { customerScenarios, manyOpenEntries } from '../../sandbox/demoData/customerScenarios';
import { demoCustomers } from '../../sandbox/demoData/demoCustomers';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { ownStatistics, type OwnRow, type OwnStatistics } from './ownStatistics';
import { questionsAbout } from './questions';
import { figuresOn, openAccount, tableOn } from './statisticsOnForms';

let host: HostUnderTest;
let own: OwnStatistics;

beforeAll(async () => {
  host = await startHost();
  own = ownStatistics(host.sandbox);
}, 120_000);

beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(() => host.closePages());
afterAll(() => host.stop());

const today = '2026-11-20';

function questions(): number {
  return questionsAbout('statistics', host.sandbox).length;
}

/** An amount as Sara reads it, whose formats are Swedish: 1 234,50. */
function amount(value: unknown): string {
  const [whole = '', cents = ''] = Math.abs(Number(value)).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${Number(value) < 0 ? '-' : ''}${grouped},${cents}`;
}

function date(value: unknown, none: string): string {
  return typeof value !== 'string' || value === '0001-01-01' ? none : value;
}

/** Sum in whole cents, as decimals are added. */
function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + Math.round(Number(value) * 100), 0) / 100;
}

/** Whole days from one day to another, both `yyyy-MM-dd`. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Amounts by age, as the definition reads: due today or without a due date is not overdue. */
function agesOf(open: readonly OwnRow[]): string[] {
  const daysOverdue = ({ Due_Date: due }: OwnRow) =>
    due === '0001-01-01' ? 0 : Math.max(0, daysBetween(String(due), today));
  const upTo = [0, 30, 60, 90, Infinity];
  return upTo.map((most, index) => {
    const above = upTo[index - 1] ?? -Infinity;
    const entries = open.filter((entry) => daysOverdue(entry) > above && daysOverdue(entry) <= most);
    return amount(sum(entries.map((entry) => entry['Remaining_Amt_LCY'])));
  });
}

/** Sales of the last 24 months, the oldest first. */
function salesOf(entries: readonly OwnRow[]): string[] {
  return Array.from({ length: 24 }, (_, index) => {
    const month = new Date(Date.UTC(2024, 11 + index, 1)).toISOString().slice(0, 7);
    return amount(
      sum(
        entries
          .filter((entry) => String(entry['Posting_Date']).startsWith(month))
          .map((entry) => entry['Sales_LCY']),
      ),
    );
  });
}

/** Mean of posting to closing, over the invoices of the last twelve months that are closed. */
function daysToPay(invoices: readonly OwnRow[]): string {
  const days = invoices
    .filter((entry) => entry['Open'] === false && String(entry['Posting_Date']) > '2025-11-20')
    .map((entry) => daysBetween(String(entry['Posting_Date']), String(entry['Closed_at_Date'])));
  return days.length === 0
    ? 'No invoice of the last 12 months has been paid in full.'
    : `Pays after ${Math.round(days.reduce((total, each) => total + each, 0) / days.length)} day`;
}

const blocked = new Map(customerScenarios.map((scenario) => [scenario.customer.No, scenario.blocked]));
const found = demoCustomers.filter(({ No }) => {
  const scenario = customerScenarios.find(({ customer }) => customer.No === No);
  return scenario === undefined || (scenario.coupled && !scenario.customerDeleted);
});

describe('on the account of every customer', () => {
  it.each(found.map(({ No, Name }) => [No, Name]))(
    '%s %s: every figure is Business Central’s own, read in one request',
    async (customerNo, name) => {
      const opened = await openAccount(host, customerNo);
      const { control } = opened;
      const couplingSaysOtherwise = customerScenarios.some(
        ({ customer, accountNumber }) => customer.No === customerNo && accountNumber !== customerNo,
      );
      expect(questions()).toBe(couplingSaysOtherwise ? 2 : 1);

      const statistics = await own.row('CustomerStatistics', customerNo);
      const card = await own.row('CustomerCard', customerNo);
      const payments = await own.entries(customerNo, "Document_Type eq 'Payment'");
      const lastPayment = payments
        .filter((entry) => entry['Reversed'] === false)
        .map((entry) => String(entry['Posting_Date']))
        .sort()
        .at(-1);
      const limit = statistics['Credit_Limit_LCY'];
      const shown = await figuresOn(control);
      expect(Object.fromEntries(shown)).toMatchObject({
        Balance: amount(statistics['Balance_LCY']),
        'Outstanding orders': amount(statistics['Outstanding_Orders_LCY']),
        'Shipped, not invoiced': amount(statistics['Shipped_Not_Invoiced_LCY']),
        'Outstanding invoices': amount(statistics['Outstanding_Invoices_LCY']),
        Total: amount(statistics['GetTotalAmountLCY']),
        'Credit limit': limit === 0 ? 'No limit' : amount(limit),
        [`Overdue as of ${today}`]: amount(statistics['Balance_Due_LCY']),
        'Invoiced prepayment': amount(statistics['GetInvoicedPrepmtAmountLCY']),
        'Sales this fiscal year': amount(card['TotalSales2']),
        'Payments this fiscal year': amount(statistics['CustPaymentsLCY_x005B_2_x005D_']),
        'Last payment': date(lastPayment, 'None yet'),
        'Customer since': date(card['CustomerSince'], 'No date'),
      });
      const words = await wordsOf(control);
      expect(words).toContain(customerNo);
      expect(words).toContain(name);
      expect(words.includes('Blocked')).toBe((blocked.get(customerNo) ?? ' ') !== ' ');
      expect(scriptErrors(opened)).toEqual([]);
      expect(opened.foreignRequests).toEqual([]);
    },
  );

  it.each(found.filter(({ No }) => No !== '65000').map(({ No, Name }) => [No, Name]))(
    '%s %s: ages, months, days to pay and open documents follow from Business Central’s own entries',
    async (customerNo) => {
      const { control } = await openAccount(host, customerNo);
      const open = await own.entries(customerNo, 'Open eq true');
      const entries = await own.entries(customerNo, 'Posting_Date ge 2024-12-01');

      const words = await wordsOf(control);
      if (open.length === 0) {
        expect(words).toContain('Nothing is open.');
        expect(words).toContain('There are no open documents.');
      } else {
        expect((await tableOn(control, 'Open amounts by age')).map(([, shown]) => shown)).toEqual(
          agesOf(open),
        );
        const documents = await tableOn(control, 'Open documents');
        const due = ({ Due_Date: day, Remaining_Amt_LCY: remaining }: OwnRow) =>
          `${Number(remaining) < 0 ? 'last' : 'first'} ${day === '0001-01-01' ? '9999' : String(day)}`;
        const sorted = [...open].sort((one, other) =>
          due(one) === due(other)
            ? Number(one['Entry_No']) - Number(other['Entry_No'])
            : due(one) < due(other)
              ? -1
              : 1,
        );
        expect(documents.map(([, number, , remaining]) => [number, remaining])).toEqual(
          sorted.slice(0, 10).map((entry) => [entry['Document_No'], amount(entry['Remaining_Amt_LCY'])]),
        );
      }

      const sales = salesOf(entries);
      if (sales.every((each) => each === '0,00')) {
        expect(words).toContain('Nothing has been sold in the last 24 months.');
      } else {
        await control.getByRole('button', { name: 'Show as table' }).click();
        const months = await tableOn(control, 'Sales by month');
        expect(months.map(([, shown]) => shown)).toEqual(sales.slice(12));
        expect(months.map(([, , shown]) => shown)).toEqual(sales.slice(0, 12));
      }
      expect(words).toContain(daysToPay(entries.filter((entry) => entry['Document_Type'] === 'Invoice')));
    },
  );
});

describe('on the account of a customer', () => {
  it('what has no due date is named, since Business Central’s overdue amount counts it', async () => {
    const { control } = await openAccount(host, '75000');
    const undated = await own.entries('75000', 'Open eq true and Due_Date eq 0001-01-01');
    const sentence = `GBP ${amount(sum(undated.map((entry) => entry['Remaining_Amt_LCY'])))} has no due date; Business Central counts it as overdue.`;
    expect((await wordsOf(control)).replaceAll('\u00a0', ' ')).toContain(sentence.replaceAll('\u00a0', ' '));
    const { Balance_Due_LCY: overdue } = await own.row('CustomerStatistics', '75000');
    expect((await figuresOn(control)).get(`Overdue as of ${today}`)).toBe(amount(overdue));
  });

  it('5,200 open entries: the first 5,000 are read, it says so, and the totals are Business Central’s own', async () => {
    const { control } = await openAccount(host, '65000');
    expect(questions()).toBe(1);
    const words = await wordsOf(control);
    expect(words).toContain(
      `5 000 of ${manyOpenEntries.toLocaleString('en').replace(',', ' ')} open entries`,
    );
    expect((await figuresOn(control)).get('Balance')).toBe(amount(65_000));
    // They were posted in the last 700 days; of the first months not every entry was read.
    expect(words).toMatch(/Only the latest 5 000 of 5 200 posted entries were read\./);
    expect(words).toMatch(/The 12 before: –\./);
    await control.getByRole('button', { name: 'Show as table' }).click();
    const months = await tableOn(control, 'Sales by month');
    expect([months[0]?.[2], months[11]?.[1]]).toEqual(['–', expect.stringMatching(/^1\s\d{3},\d\d$/)]);
  });

  it('pages through the open documents, and opens one in Business Central', async () => {
    const { page, control } = await openAccount(host, '65000');
    const first = await tableOn(control, 'Open documents');
    await control.getByRole('button', { name: 'Next page' }).click();
    const second = await tableOn(control, 'Open documents');
    expect(second).toHaveLength(10);
    expect(second.map(([, number]) => number)).not.toEqual(first.map(([, number]) => number));
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      control.getByRole('table', { name: 'Open documents' }).getByRole('button').first().click(),
    ]);
    expect(decodeURIComponent(opened.url())).toMatch(/page=25&filter='Entry No.' IS '\d+'/);
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  });
});
