import { daysAfter } from '../../../sandbox/demoData/calendar';
import { couplingAccounts } from '../../../sandbox/demoData/couplingAccounts';
import { demoCustomers } from '../../../sandbox/demoData/demoCustomers';
import { cronusService, startCaller, today, type Caller, type Row } from './caller';

let caller: Caller;
let statistics: ReadonlyMap<string, Row>;
let cards: ReadonlyMap<string, Row>;

function byNumber(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [String(row['No']), row]));
}

beforeAll(async () => {
  caller = await startCaller();
  statistics = byNumber(await caller.rows('CustomerStatistics'));
  cards = byNumber(await caller.rows('CustomerCard'));
});
afterAll(() => caller.businessCentral.close());

/** Balance, overdue, outstanding orders, shipped not invoiced, outstanding invoices, prepayment, total, limit. */
test.each([
  ['10000', 0, 0, 10361, 0, 14371.14, 0, 24732.14, 0],
  ['20000', 2900.13, 1563.75, 0, 0, 811.75, 0, 3711.88, 7400],
  ['50000', 6762.38, 4404, 924.75, 0, 5698.63, 0, 13385.76, 14000],
  ['61000', 11875, 10625, 3750, 0, 0, 0, 15625, 10000],
  ['62000', 5000, 5000, 0, 0, 0, 0, 5000, 6000],
  ['62010', 1250, 0, 0, 0, 0, 0, 1250, 5000],
  ['62020', 0, 0, 0, 0, 0, 0, 0, 0],
  ['63000', -1000, -1000, 0, 0, 0, 0, -1000, 5000],
  ['64000', 0, 0, 0, 0, 0, 0, 0, 1000],
  ['65000', 65000, 62000, 0, 0, 0, 0, 65000, 70000],
  ['66000', 8815.68, 6781.29, 0, 0, 0, 0, 8815.68, 20000],
  ['66010', 2612.16, 2612.16, 0, 0, 0, 0, 2612.16, 0],
  ['67000', 2000, 0, 3700, 1250, 1250, 500, 7000, 9000],
  ["O'NEIL 1", 500, 500, 0, 0, 0, 0, 500, 1000],
  ['75000', 375, 125, 0, 0, 0, 0, 375, 1000],
])('the figures of %s are those worked out by hand', (no, ...expected) => {
  const row = statistics.get(no);
  expect([
    row?.['Balance_LCY'],
    row?.['Balance_Due_LCY'],
    row?.['Outstanding_Orders_LCY'],
    row?.['Shipped_Not_Invoiced_LCY'],
    row?.['Outstanding_Invoices_LCY'],
    row?.['GetInvoicedPrepmtAmountLCY'],
    row?.['GetTotalAmountLCY'],
    row?.['Credit_Limit_LCY'],
  ]).toEqual(expected);
});

test('every customer is there but the one that has been deleted', () => {
  expect([...statistics.keys()].sort()).toEqual(
    demoCustomers
      .map((customer) => customer.No)
      .filter((no) => no !== '71000')
      .concat(
        couplingAccounts
          .filter(({ kind, side }) => kind === 'customer' && side !== 'sales')
          .map(({ key }) => key),
      )
      .sort(),
  );
});

test('an order counts for the customer that gets the invoice', async () => {
  const lines = await caller.rows('SalesLines', "$filter=Sell_to_Customer_No eq '62020'");
  expect(lines).toMatchObject([{ Document_Type: 'Order', Sell_to_Customer_Name: 'Tailspin Galleries' }]);
  expect(statistics.get('62020')?.['Outstanding_Orders_LCY']).toBe(0);
});

test('what is due today is not overdue, but is in the balance that is due; a blank date is long past', () => {
  expect(statistics.get('75000')?.['Balance_Due_LCY']).toBe(125);
  expect(cards.get('75000')?.['Balance_Due_LCY']).toBe(375);
});

test('sales are without VAT: 25 % of it at home, none abroad', async () => {
  const sales = async (no: string): Promise<unknown> =>
    (
      await caller.rows(
        'CustomerLedgerEntries',
        `$filter=Customer_No eq '${no}' and Document_Type eq 'Invoice'&$top=1&$orderby=Entry_No desc`,
      )
    ).map((row) => [row['Amount_LCY'], row['Sales_LCY']]);
  expect(await sales('62000')).toEqual([[5000, 4000]]);
  expect(await sales('66000')).toEqual([[2712.52, 2712.52]]);
});

test('the total sales of the card are those of the calendar year, returns taken off', () => {
  // January to November of 2026: 11 firsts of 1,000 and 10 lasts of 200, less 2,000 that came back in June.
  expect(cards.get('74000')?.['TotalSales2']).toBe(11_000 + 2000 - 2000);
  expect(statistics.get('74000')?.['CustSalesLCY_x005B_2_x005D_']).toBe(11_000);
  // 2025: 12 times 1,200, less 2,000 in June; 2024: November and December.
  expect(statistics.get('74000')?.['CustSalesLCY_x005B_3_x005D_']).toBe(14_400 - 2000);
  expect(statistics.get('74000')?.['CustSalesLCY_x005B_4_x005D_']).toBe(11_000 + 12_400 + 2400);
  expect(statistics.get('74000')?.['CustSalesLCY_x005B_1_x005D_']).toBe(1000);
});

test('payments and the first transaction are read on the card; what a background task finds is blank', () => {
  expect(cards.get('61000')).toMatchObject({
    Payments_LCY: 5000 + 2500 + 1875,
    CustomerSince: daysAfter(today, -320),
    LastPaymentDate: '0001-01-01',
    CustomerMgt_AvgDaysToPay_No: 0,
  });
  expect(cards.get('64000')).toMatchObject({ Payments_LCY: 0, CustomerSince: '0001-01-01', TotalSales2: 0 });
});

test('a credit memo is an amount of its own, positive as it is called', () => {
  expect(statistics.get('66010')).toMatchObject({
    InvAmountsLCY_x005B_2_x005D_: 3482.88,
    CustCrMemoAmountsLCY_x005B_2_x005D_: 870.72,
    CustPaymentsLCY_x005B_2_x005D_: 0,
    DaysSinceLastSale: 35,
  });
});

test('the kinds of blocking are told apart', () => {
  expect(['10000', '62000', '62010', '62020'].map((no) => cards.get(no)?.['Blocked'])).toEqual([
    ' ',
    'All',
    'Ship',
    'Invoice',
  ]);
});

test('a number with an apostrophe is found, and names come as they are', async () => {
  const [row] = await caller.rows('CustomerCard', "$filter=No eq 'O''NEIL 1'");
  expect(row?.['Name']).toBe("O'Neil & Sons <b>Ltd.</b>");
  expect((await caller.ask(cronusService("CustomerStatistics('O''NEIL%201')"))).status).toBe(200);
  expect(cards.get('69000')?.['Name']).toBe('בית הדפוס ירושלים');
});

test('figures that the page computes cannot be filtered by, those of the table can', async () => {
  for (const name of ['GetTotalAmountLCY', 'Balance_Due_LCY', 'GetInvoicedPrepmtAmountLCY']) {
    const refused = await caller.refusal(cronusService('CustomerStatistics', `$filter=${name} gt 0`));
    expect([name, refused.status]).toEqual([name, 400]);
  }
  const owing = await caller.rows('CustomerStatistics', '$filter=Balance_LCY lt 0&$select=No');
  expect(owing.map((row) => row['No'])).toEqual(['63000']);
});

test('a field that there is not is 400, and a missing customer 404', async () => {
  expect(
    await caller.refusal(cronusService('CustomerStatistics', '$select=Outstanding_Serv_Orders_LCY')),
  ).toMatchObject({
    status: 400,
    message:
      "Could not find a property named 'Outstanding_Serv_Orders_LCY' on type 'NAV.CustomerStatistics'.",
  });
  expect((await caller.ask(cronusService("CustomerCard('71000')"))).status).toBe(404);
});

test('the setup says which currency the books are in', async () => {
  expect(await caller.rows('GeneralLedgerSetup', '$select=LCY_Code')).toMatchObject([
    { Primary_Key: '', LCY_Code: 'GBP' },
  ]);
});
