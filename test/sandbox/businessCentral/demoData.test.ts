import { couplingItems } from '../../../sandbox/demoData/couplingScenarios';
import { bulkItems } from '../../../sandbox/demoData/bulkItems';
import { daysAfter, today as realToday } from '../../../sandbox/demoData/calendar';
import { cronus } from '../../../sandbox/demoData/cronus';
import { demoItems, demoItemUnits } from '../../../sandbox/demoData/demoData';
import { scenarios } from '../../../sandbox/demoData/scenarios';
import { recordId } from '../../../sandbox/identity';
import { startCaller, today, type Caller, type Row } from './caller';

let caller: Caller;
let itemCards: ReadonlyMap<string, Row>;
let salesLines: readonly Row[];
let purchaseLines: readonly Row[];

beforeAll(async () => {
  caller = await startCaller();
  const select = '$select=No,Inventory,Qty_on_Purch_Order,Qty_on_Sales_Order,Blocked,Type';
  itemCards = new Map((await caller.rows('ItemCard', select)).map((row) => [String(row['No']), row]));
  salesLines = await caller.rows('SalesLines', "$filter=Document_Type eq 'Order'");
  purchaseLines = await caller.rows('PurchaseLines', "$filter=Document_Type eq 'Order'");
});
afterAll(() => caller.businessCentral.close());

function figures(itemNo: string): readonly unknown[] {
  const card = itemCards.get(itemNo);
  return [card?.['Inventory'], card?.['Qty_on_Purch_Order'], card?.['Qty_on_Sales_Order']];
}

function dated(lines: readonly Row[], itemNo: string, date: string): readonly unknown[] {
  return lines
    .filter((line) => line['No'] === itemNo)
    .map((line) => [line['Outstanding_Quantity'], line[date]]);
}

test.each([
  ['1896-S', 500, 0, 0],
  ['1906-S', 6, 40, 0],
  ['1908-S', 0, 30, 0],
  ['1960-S', 3, 0, 20],
  ['1968-S', -3, 5, 0],
  ['1988-S', 0, 25, 0],
  ['1964-S', 50, 100, 45],
  ['1936-S', 60, 0, 0],
  ['1928-S', 20, 0, 0],
  ['WRB-1000', 100, 96, 0],
  ['1996-S', 12, 0, 0],
  ["O'NEIL & 50% #1", 7, 0, 0],
  ['1900-S', 200, 450, 520],
])('%s has inventory %d, %d on purchase orders and %d on sales orders', (itemNo, ...expected) => {
  expect(figures(itemNo)).toEqual(expected);
});

test('orders of the scenarios stand on their days', () => {
  expect(dated(purchaseLines, '1906-S', 'Expected_Receipt_Date')).toEqual([[40, daysAfter(today, 13)]]);
  expect(dated(purchaseLines, '1908-S', 'Expected_Receipt_Date')).toEqual([[30, daysAfter(today, 9)]]);
  expect(dated(purchaseLines, '1968-S', 'Expected_Receipt_Date')).toEqual([[5, daysAfter(today, 21)]]);
  expect(dated(purchaseLines, '1988-S', 'Expected_Receipt_Date')).toEqual([[25, '0001-01-01']]);
  expect(dated(salesLines, '1960-S', 'Shipment_Date')).toEqual([[20, daysAfter(today, -5)]]);
  expect(dated(salesLines, '1964-S', 'Shipment_Date')).toEqual([[45, daysAfter(today, 20)]]);
  const bags = purchaseLines.filter((line) => line['No'] === 'WRB-1000');
  expect(bags).toMatchObject([
    { Quantity: 2, Unit_of_Measure_Code: 'BAG', Expected_Receipt_Date: daysAfter(today, 4) },
  ]);
  expect(dated(purchaseLines, '1900-S', 'Expected_Receipt_Date').length).toBe(4);
  expect(dated(salesLines, '1900-S', 'Shipment_Date').length).toBe(9);
});

test('kinds, blocking, coupling and deletion are as the scenarios say', async () => {
  expect(itemCards.get('SER101')?.['Type']).toBe('Service');
  expect(itemCards.get('NI-100')?.['Type']).toBe('Non-Inventory');
  expect(itemCards.get('1972-S')?.['Blocked']).toBe(true);
  expect(itemCards.has('2000-S')).toBe(false);
  const couplings = await caller.rows('ProductItemAvailability');
  const byProduct = new Map(couplings.map((coupling) => [coupling['CRM_ID'], coupling]));
  expect(byProduct.get(recordId('product', '2000-S'))).toMatchObject({
    Integration_ID: recordId('bc:27', '2000-S'),
    ItemNo: '',
    Inventory: 0,
  });
  expect(byProduct.has(recordId('product', '1980-S'))).toBe(false);
  expect(couplings).toHaveLength(
    demoItems.length - 1 - couplingItems.filter(({ coupled }) => !coupled).length,
  );
  expect(salesLines.some((line) => line['No'] === '2000-S')).toBe(false);
});

test('a substitution that is interchangeable stands on either side', async () => {
  const substitutes = async (itemNo: string): Promise<readonly unknown[]> =>
    (await caller.rows('ItemSubstitutions', `$filter=No eq '${itemNo}'`)).map((row) => [
      row['Substitute_No'],
      row['Interchangeable'],
      row['Condition'],
    ]);
  expect(await substitutes('1960-S')).toEqual([
    ['1936-S', false, true],
    ['1964-S', true, false],
  ]);
  expect(await substitutes('1964-S')).toEqual([['1960-S', true, false]]);
  expect(await substitutes('1968-S')).toEqual([['1980-S', false, false]]);
  expect(await substitutes('1936-S')).toEqual([]);
});

test('the stock of every other item is what CRONUS posts: journal, purchases in, sales out', () => {
  const posted = (itemNo: string): number => {
    const journal = cronus.itemJournal.filter((line) => line.Item_No === itemNo).map((line) => line.Quantity);
    const documents = [
      [cronus.purchaseInvoices, 1],
      [cronus.purchaseOrders, 1],
      [cronus.salesInvoices, -1],
    ] as const;
    const lines = documents.flatMap(([{ headers, lines: all }, sign]) => {
      const numbers = new Set(
        headers.filter((header) => header.Status === 'Posted').map((header) => header.No),
      );
      return [...all]
        .filter((line) => line.No === itemNo && line.Type === 'Item' && numbers.has(line.Document_No))
        .map((line) => sign * line.Quantity);
    });
    return [...journal, ...lines].reduce((sum, quantity) => sum + quantity, 0);
  };
  const untouched = cronus.items.filter((item) => !scenarios.some((scenario) => scenario.itemNo === item.No));
  expect(untouched.length).toBeGreaterThan(40);
  expect(untouched.map((item) => [item.No, figures(item.No)[0]])).toEqual(
    untouched.map((item) => [item.No, posted(item.No)]),
  );
  expect(figures('1920-S')).toEqual([503, 0, 27]);
});

test('bulk items follow from their number', () => {
  expect(bulkItems).toHaveLength(1000);
  expect(figures('BULK-0012')).toEqual([12, 25, 10]);
  expect(figures('BULK-0040')).toEqual([0, 0, 10]);
  expect(dated(purchaseLines, 'BULK-0063', 'Expected_Receipt_Date')).toEqual([[25, daysAfter(today, 3)]]);
  expect(dated(salesLines, 'BULK-0048', 'Shipment_Date')).toEqual([[10, daysAfter(today, 3)]]);
  expect(demoItemUnits).toContainEqual({ Item_No: 'BULK-0007', Code: 'BOX', Qty_per_Unit_of_Measure: 12 });
});

test('sales lines of other document types are served too, so that a client has to filter', async () => {
  const types = new Set(
    (await caller.rows('SalesLines', '$select=Document_Type')).map((row) => row['Document_Type']),
  );
  expect([...types].sort()).toEqual(['Blanket Order', 'Invoice', 'Order', 'Quote', 'Return Order']);
});

test('every item has its base unit, and every scenario an item', () => {
  const units = new Set(demoItemUnits.map((unit) => `${unit.Item_No}\t${unit.Code}`));
  expect(demoItems.filter((item) => !units.has(`${item.No}\t${item.Base_Unit_of_Measure}`))).toEqual([]);
  const numbers = new Set(demoItems.map((item) => item.No));
  expect(numbers.size).toBe(demoItems.length);
  expect(scenarios.filter((scenario) => !numbers.has(scenario.itemNo))).toEqual([]);
});

test('the files of CRONUS have the shape that the loader says', () => {
  expect(cronus.company).toMatchObject({ Name: 'CRONUS International Ltd.', LCY_Code: 'GBP' });
  for (const item of cronus.items) {
    expect(item).toMatchObject({
      No: expect.any(String) as string,
      Description: expect.any(String) as string,
      Unit_Price: expect.any(Number) as number,
      Type: expect.stringMatching(/^(Inventory|Service|Non-Inventory)$/) as string,
    });
  }
  expect(cronus.customers.map((customer) => customer.Name)).toContain('Adatum Corporation');
  for (const { headers, lines } of [cronus.salesQuotes, cronus.salesOrders, cronus.purchaseOrders]) {
    const documents = new Set(headers.map((header) => header.No));
    expect(lines.length).toBeGreaterThan(0);
    expect([...lines].filter((line) => !documents.has(line.Document_No))).toEqual([]);
  }
});

test('the work date is today unless one is given', async () => {
  const alive = await startCaller({ today: undefined });
  const [line] = await alive.rows('PurchaseLines', "$filter=No eq '1906-S'");
  expect(line?.['Expected_Receipt_Date']).toBe(daysAfter(realToday(), 13));
  await alive.businessCentral.close();
});
