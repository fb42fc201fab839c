import { daysAfter } from '../../../sandbox/demoData/calendar';
import { manyOpenEntries } from '../../../sandbox/demoData/customerScenarios';
import { cronusService, startCaller, today, valueOf, type Caller, type Row } from './caller';

const pageSize = 2000;
let caller: Caller;
beforeAll(async () => {
  caller = await startCaller({ maxPageSize: pageSize });
});
afterAll(() => caller.businessCentral.close());

function entries(query: string): Promise<readonly Row[]> {
  return caller.rows('CustomerLedgerEntries', query);
}

function openOf(no: string): Promise<readonly Row[]> {
  return entries(`$filter=Customer_No eq '${no}' and Open eq true&$orderby=Due_Date`);
}

test('pages are followed to the last of 5,200 open entries, each once', async () => {
  const sizes: number[] = [];
  const seen = new Set<unknown>();
  let address: string | undefined = cronusService(
    'CustomerLedgerEntries',
    "$filter=Customer_No eq '65000' and Open eq true&$select=Entry_No,Remaining_Amt_LCY",
  );
  while (address !== undefined) {
    const reply = await caller.ask(address);
    sizes.push(valueOf(reply).length);
    for (const row of valueOf(reply)) {
      seen.add(row['Entry_No']);
    }
    address = (JSON.parse(reply.text) as { '@odata.nextLink'?: string })['@odata.nextLink'];
  }
  expect(sizes).toEqual([pageSize, pageSize, manyOpenEntries - 2 * pageSize]);
  expect(seen.size).toBe(manyOpenEntries);
});

test('without $orderby the customer comes last first, and in a customer the last posting', async () => {
  const rows = await entries("$filter=Customer_No eq '61000' or Customer_No eq '62000'");
  expect(rows[0]?.['Customer_No']).toBe('62000');
  const dates = rows.slice(1).map((row) => String(row['Posting_Date']));
  expect(dates).toEqual([...dates].sort().reverse());
  expect(dates.length).toBeGreaterThan(10);
});

test('$orderby goes by due date, posting date and entry number', async () => {
  const due = (await openOf('61000')).map((row) => row['Due_Date']);
  expect(due).toEqual([-91, -90, -61, -60, -31, -30, -1, 12].map((days) => daysAfter(today, days)));
  const numbers = (await entries("$filter=Customer_No eq '61000'&$orderby=Entry_No")).map((row) =>
    Number(row['Entry_No']),
  );
  expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
});

test('a document that was paid in part keeps the rest, and its payment is used up', async () => {
  const [partly] = (await openOf('61000')).filter((row) => row['Due_Date'] === daysAfter(today, -60));
  expect(partly).toMatchObject({
    Document_Type: 'Invoice',
    Original_Amount: 2500,
    Amount_LCY: 2500,
    Remaining_Amount: 625,
    Remaining_Amt_LCY: 625,
    Sales_LCY: 2000,
    Open: true,
    Closed_at_Date: '0001-01-01',
    Customer_Name: 'Northwind Fitters',
    Reversed: false,
  });
  const [payment] = await entries(
    `$filter=Customer_No eq '61000' and Document_Type eq 'Payment' and Posting_Date eq ${daysAfter(today, -70)}`,
  );
  expect(payment).toMatchObject({
    Amount_LCY: -1875,
    Credit_Amount_LCY: 1875,
    Remaining_Amt_LCY: 0,
    Sales_LCY: 0,
    Open: false,
    Closed_at_Date: daysAfter(today, -70),
  });
});

test('a document that was paid in full is closed on the day of the payment', async () => {
  const [paid] = await entries("$filter=Customer_No eq '62020' and Document_Type eq 'Invoice'");
  expect(paid).toMatchObject({ Open: false, Remaining_Amt_LCY: 0, Closed_at_Date: daysAfter(today, -22) });
});

test('a payment of more than was owed stays open as a credit', async () => {
  expect(await openOf('63000')).toMatchObject([
    { Document_Type: 'Payment', Amount_LCY: -1000, Remaining_Amt_LCY: -1000 },
  ]);
});

test('entries in a foreign currency have both amounts, at the rate of the currency', async () => {
  expect(await openOf('66000')).toMatchObject([
    { Currency_Code: 'USD', Amount: 10_000, Amount_LCY: 6781.29, Remaining_Amount: 10_000 },
    {
      Currency_Code: 'USD',
      Amount: 4000,
      Amount_LCY: 2712.52,
      Remaining_Amount: 3000,
      Remaining_Amt_LCY: 2034.39,
    },
  ]);
  expect(await openOf('66010')).toMatchObject([
    { Document_Type: 'Invoice', Currency_Code: 'EUR', Amount: 4000, Amount_LCY: 3482.88 },
    { Document_Type: 'Credit Memo', Amount: -1000, Remaining_Amt_LCY: -870.72, Sales_LCY: -870.72 },
  ]);
});

test('what remains adds up to the balance, for every customer', async () => {
  const everything = await startCaller();
  const remaining = new Map<string, number>();
  const open = await everything.rows('CustomerLedgerEntries', '$filter=Open eq true');
  for (const row of open) {
    const no = String(row['Customer_No']);
    remaining.set(no, (remaining.get(no) ?? 0) + Number(row['Remaining_Amt_LCY']));
  }
  const balances = await everything.rows('CustomerStatistics', '$select=No,Balance_LCY');
  await everything.businessCentral.close();
  expect(balances.length).toBeGreaterThan(20);
  for (const { No, Balance_LCY } of balances) {
    expect(`${No}: ${Balance_LCY}`).toBe(
      `${No}: ${Math.round((remaining.get(String(No)) ?? 0) * 100) / 100}`,
    );
  }
});

test('CRONUS is paid in cash, late, or not yet', async () => {
  const late = await entries("$filter=Customer_No eq '10000' and Document_No eq '103199'");
  // Posted 60 days ago, due a month later, paid 15 days after that.
  expect(late).toMatchObject([
    { Posting_Date: '2026-09-21', Due_Date: '2026-10-21', Open: false, Closed_at_Date: '2026-11-05' },
  ]);
  // Due in three days, and to be paid 64 days after that.
  expect(await entries("$filter=Document_No eq '103205'")).toMatchObject([
    { Open: true, Due_Date: '2026-11-23' },
  ]);
  const cash = await entries("$filter=Document_No eq '103001'&$orderby=Entry_No");
  expect(cash).toMatchObject([
    { Document_Type: 'Invoice', Open: false, Payment_Method_Code: 'CASH' },
    { Document_Type: 'Payment', Open: false, Remaining_Amt_LCY: 0 },
  ]);
});

test('sales, dates and remaining amounts can be filtered by; a field that there is not is 400', async () => {
  const since = daysAfter(today, -100);
  const [sold, due, remaining] = await Promise.all([
    entries(`$filter=Customer_No eq '61000' and Posting_Date ge ${since} and Sales_LCY ne 0`),
    entries(`$filter=Customer_No eq '61000' and Due_Date lt ${today} and Open eq true`),
    entries("$filter=Customer_No eq '61000' and Remaining_Amt_LCY gt 2500"),
  ]);
  expect([sold.length, due.length, remaining.length]).toEqual([6, 7, 1]);
  expect(
    await caller.refusal(cronusService('CustomerLedgerEntries', '$filter=Profit_LCY gt 0')),
  ).toMatchObject({ status: 400, message: expect.stringContaining("'Profit_LCY'") as string });
  expect(
    (await caller.refusal(cronusService('CustomerLedgerEntries', "$filter=Document_Type eq 'Bill'"))).status,
  ).toBe(400);
});
