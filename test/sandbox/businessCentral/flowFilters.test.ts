import { cronusService, startCaller, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

async function inventory(filter: string): Promise<unknown> {
  const rows = await caller.rows('ItemCard', `$filter=No eq '1936-S' and ${filter}`);
  return rows[0]?.['Inventory'];
}

test.each([
  ["Location_Filter eq 'EAST'", 25],
  ["Location_Filter eq 'EAST' or Location_Filter eq 'WEST'", 45],
  ["Location_Filter eq 'EAST|MAIN'", 30],
  ["Location_Filter eq 'E*'", 25],
  ["Location_Filter eq '<>EAST'", 35],
  ["Location_Filter ne 'EAST'", 35],
  ["Location_Filter eq 'A..N'", 30],
  ["Location_Filter eq '''A..N'''", 0],
  ["Location_Filter eq '''EAST'''", 25],
  ["Location_Filter eq 'E*&<>EAST'", 0],
  ["Location_Filter eq '>=EAST&<WEST'", 30],
  ["Location_Filter eq ''''''", 10],
  ["Location_Filter eq ''", 60],
  ["Location_Filter eq 'NOWHERE'", 0],
  ["Variant_Filter eq 'BLUE'", 0],
])('sums the inventory where %s', async (filter, sum) => {
  const bracketed = filter.includes(' or ') ? `(${filter})` : filter;
  expect(await inventory(bracketed)).toBe(sum);
});

test('changes sums and never the row set', async () => {
  const all = await caller.rows('ItemCard', '$select=No');
  const filtered = await caller.rows('ItemCard', "$filter=Location_Filter eq 'NOWHERE'&$select=No,Inventory");
  expect(filtered).toHaveLength(all.length);
  expect(filtered.every((row) => row['Inventory'] === 0)).toBe(true);
});

test('works on one entity too', async () => {
  const reply = await caller.ask(cronusService("ItemCard('1936-S')", "$filter=Location_Filter eq 'WEST'"));
  expect(JSON.parse(reply.text)).toMatchObject({ No: '1936-S', Inventory: 20 });
});

test('sums open orders by their dates; inventory knows no date filter', async () => {
  const until = async (filter: string): Promise<unknown> =>
    (await caller.rows('ItemCard', `$filter=No eq '1964-S' and ${filter}`)).map((row) => [
      row['Inventory'],
      row['Qty_on_Purch_Order'],
      row['Qty_on_Sales_Order'],
    ])[0];
  expect(await until("Date_Filter eq '..2026-12-09'")).toEqual([50, 0, 0]);
  expect(await until("Date_Filter eq '..2026-12-10'")).toEqual([50, 0, 45]);
  expect(await until("Date_Filter eq '2026-12-11..2026-12-20'")).toEqual([50, 100, 0]);
  expect(await until("Date_Filter le '2026-12-20'")).toEqual([50, 100, 45]);
});

test('sums purchase orders in base units', async () => {
  const rows = await caller.rows('ItemCard', "$filter=No eq 'WRB-1000'");
  expect(rows).toMatchObject([{ Inventory: 100, Qty_on_Purch_Order: 96, Qty_on_Sales_Order: 0 }]);
});

test('refuses a date filter that is no date, and a function on a flow filter', async () => {
  expect(await caller.refusal(cronusService('ItemCard', "$filter=Date_Filter eq 'soon'"))).toMatchObject({
    status: 400,
    code: 'Application_FilterErrorException',
  });
  expect((await caller.ask(cronusService('ItemCard', "$filter=contains(Location_Filter,'E')"))).status).toBe(
    501,
  );
});

test('shows flow filters as empty texts', async () => {
  const rows = await caller.rows('ItemCard', "$filter=No eq '1936-S' and Location_Filter eq 'EAST'");
  expect(rows).toMatchObject([{ Location_Filter: '', Variant_Filter: '', Date_Filter: '' }]);
});
