import { recordId } from '../../../sandbox/identity';
import { cronusPath, startCaller, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

async function entity(address: string): Promise<Record<string, unknown>> {
  const reply = await caller.ask(cronusPath + address);
  return { status: reply.status, ...(JSON.parse(reply.text) as Record<string, unknown>) };
}

const [crmId, integrationId] = [recordId('product', '1896-S'), recordId('bc:27', '1896-S')];

test.each([
  ["/ItemCard('1896-S')", { No: '1896-S' }],
  ["/ItemCard(No='1896-S')", { No: '1896-S' }],
  ['/ItemCard(%271896-S%27)', { No: '1896-S' }],
  ["/ItemCard('O''NEIL%20%26%2050%25%20%231')", { No: "O'NEIL & 50% #1" }],
  ["/SalesLines(Document_Type='Order',Document_No='101101',Line_No=10000)", { No: '1960-S' }],
  ["/SalesLines(Line_No=10000,Document_No='101101',Document_Type='Order')", { No: '1960-S' }],
  ["/ItemUnitsOfMeasure(Item_No='WRB-1000',Code='BAG')", { Qty_per_Unit_of_Measure: 48 }],
  [`/ProductItemAvailability(CRM_ID=${crmId},Integration_ID=${integrationId})`, { ItemNo: '1896-S' }],
])('reads %s', async (address, expected) => {
  expect(await entity(address)).toMatchObject({ status: 200, ...expected });
});

test('gives an entity its own context and an ETag header', async () => {
  const reply = await caller.ask(`${cronusPath}/ItemCard('1896-S')?$select=No`);
  const row = JSON.parse(reply.text) as Record<string, string>;
  expect(row['@odata.context']).toBe(
    `${caller.businessCentral.odataUrl}/$metadata#Company('CRONUS%20International%20Ltd.')/ItemCard/$entity`,
  );
  expect(reply.headers['etag']).toBe(row['@odata.etag']);
});

test('answers 404 to a key that no record has', async () => {
  expect(await caller.refusal(`${cronusPath}/ItemCard('2000-S')`)).toEqual({
    status: 404,
    code: 'BadRequest_ResourceNotFound',
    message: "Resource not found for the segment 'ItemCard'.",
  });
});

test.each([
  "/SalesLines('101101')",
  "/SalesLines(Document_Type='Order',Document_No='101101')",
  "/SalesLines(Document_Type='Order',Document_No='101101',Line_No='10000')",
  '/ItemCard(1896)',
  "/ItemCard(Nope='1896-S')",
  "/ItemStockByLocation(Item_No='1936-S',Variant_Code='',Location_Code='EAST')",
])('answers 400 to a key that is not the service\u2019s: %s', async (address) => {
  expect((await caller.ask(cronusPath + address)).status).toBe(400);
});

test.each([
  "/ItemCard('1896-S'",
  '/ItemCard()',
  "/ItemCard('a''b",
  "/ItemCard('O'NEIL')",
  "/ItemCard('1896-S')/NAV.Post",
])('answers 404 to the address %s', async (address) => {
  expect((await caller.ask(cronusPath + address)).status).toBe(404);
});

describe('a service that is not published', () => {
  test('answers 404 with a body', async () => {
    expect(await caller.refusal(`${cronusPath}/Nothing`)).toEqual({
      status: 404,
      code: 'BadRequest_ResourceNotFound',
      message: "Resource not found for the segment 'Nothing'.",
    });
    expect((await caller.ask('/Nothing')).status).toBe(404);
  });

  test('answers 404 without body and content type where the server is of that kind; a missing key has its body', async () => {
    const terse = await startCaller({ unpublishedBody: 'empty' });
    const reply = await terse.ask(`${cronusPath}/Nothing`);
    expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([404, '', undefined]);
    expect((await terse.ask(`${cronusPath}/ItemCard('nothing')`)).text).toContain(
      'BadRequest_ResourceNotFound',
    );
    await terse.businessCentral.close();
  });

  test('can be published, renamed and taken away while the server runs', async () => {
    const other = await startCaller({ publishedServices: ['LocationList'] });
    const status = async (service: string): Promise<number> =>
      (await other.ask(`${cronusPath}/${service}`)).status;
    expect([await status('LocationList'), await status('ItemCard')]).toEqual([200, 404]);
    other.businessCentral.publish('ItemCard', 'Items_2026');
    expect([await status('ItemCard'), await status('Items_2026')]).toEqual([404, 200]);
    expect((await other.refusal(`${cronusPath}/Items_2026?$select=Nope`)).message).toContain(
      "'NAV.Items_2026'",
    );
    other.businessCentral.unpublish('ItemCard');
    expect(await status('Items_2026')).toBe(404);
    await other.businessCentral.close();
  });
});
