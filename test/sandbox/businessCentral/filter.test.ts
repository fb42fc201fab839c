import { recordId } from '../../../sandbox/identity';
import { cronusService, startCaller, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

async function items(filter: string, more = ''): Promise<readonly unknown[]> {
  const rows = await caller.rows('ItemCard', `$filter=${filter}&$select=No${more}`);
  return rows.map((row) => row['No']);
}

function refusal(service: string, filter: string, more = ''): ReturnType<Caller['refusal']> {
  return caller.refusal(cronusService(service, `$filter=${filter}${more}`));
}

test.each([
  ["No eq '1896-S'", ['1896-S']],
  ["No eq 'O''NEIL & 50% #1'", ["O'NEIL & 50% #1"]],
  ["No eq '1896-S' or No eq '1900-S'", ['1896-S', '1900-S']],
  ["(No eq '1896-S' or No eq '1900-S') and Unit_Price gt 200.5", ['1896-S']],
  ["No eq '1896-S' and Blocked eq false", ['1896-S']],
  ['Blocked eq true', ['1972-S']],
  ['Inventory lt 0', ['1968-S']],
  ['Inventory eq -3', ['1968-S']],
  ["No ge '1996-S' and No lt '2' and No ne '1997'", ['1996-S']],
  ["startswith(No,'189')", ['1896-S']],
  ["endswith(Description,'50% off')", ["O'NEIL & 50% #1"]],
  ["contains(Description,'Mobile')", ['1906-S']],
  ["contains(Description,'mobile')", []],
  ["tolower(Description) eq 'athens desk'", ['1896-S']],
  ["substring(No,1) eq '896-S'", ['1896-S']],
  ["substring(No,1,3) eq '896'", ['1896-S']],
  ["Type eq 'Non-Inventory' and startswith(No,'NI')", ['NI-100']],
])('finds by %s', async (filter, found) => {
  expect(await items(filter)).toEqual(found);
});

test('binds `and` more tightly than `or`', async () => {
  expect(await items("No eq '1896-S' or No eq '1900-S' and No eq '1906-S'")).toEqual(['1896-S']);
});

test('finds by an unquoted GUID, in any case', async () => {
  const id = recordId('product', '1896-S');
  const found = await caller.rows('ProductItemAvailability', `$filter=CRM_ID eq ${id.toUpperCase()}`);
  expect(found).toMatchObject([{ CRM_ID: id, ItemNo: '1896-S', UOM: 'PCS', Inventory: 500, Table_ID: 27 }]);
});

test('compares with bare dates, the blank one included', async () => {
  const undated = await caller.rows('PurchaseLines', '$filter=Expected_Receipt_Date eq 0001-01-01');
  expect(undated.map((line) => line['No'])).toEqual(['1988-S']);
  const overdue = await caller.rows(
    'SalesLines',
    "$filter=No eq '1960-S' and Document_Type eq 'Order' and Shipment_Date lt 2026-11-20",
  );
  expect(overdue).toMatchObject([
    { Document_Type: 'Order', Outstanding_Quantity: 20, Shipment_Date: '2026-11-15' },
  ]);
});

test('reads plus signs as spaces, as in every query text', async () => {
  const reply = await caller.ask(`${cronusService('ItemCard')}?$filter=No+eq+'1896-S'&$select=No`);
  expect(reply.text).toContain('"No":"1896-S"');
});

test('refuses an unknown field', async () => {
  expect(await refusal('ItemCard', "Nope eq 'x'")).toEqual({
    status: 400,
    code: 'BadRequest',
    message: "Could not find a property named 'Nope' on type 'NAV.ItemCard'.",
  });
  expect((await refusal('ItemCard', "no eq 'x'")).message).toContain("named 'no'");
});

test('refuses `in`', async () => {
  expect(await refusal('ItemCard', "No in ('1896-S','1900-S')")).toMatchObject({
    status: 400,
    code: 'BadRequest',
  });
});

test('refuses `or` over two fields, wherever it stands', async () => {
  const text = "The 'OR' operator is not supported on distinct fields on an OData filter.";
  for (const filter of [
    "No eq '1896-S' or Description eq 'ATHENS Desk'",
    "Blocked eq false and (No eq '1896-S' or contains(Description,'x'))",
    "(No eq 'a' and Blocked eq true) or (No eq 'b' and Blocked eq true)",
  ]) {
    expect(await refusal('ItemCard', filter)).toEqual({
      status: 501,
      code: 'BadRequest_MethodNotImplemented',
      message: text,
    });
  }
});

test.each([
  'No eq',
  "eq 'x'",
  "No eq 'x' or",
  "No eq 'x' garbage",
  "No eq 'O'NEIL'",
  '',
  "Lines/any(l:l/No eq 'x')",
  'Blocked',
  "No eq '1896-S' or No eq ('x'",
])('refuses the malformed filter "%s"', async (filter) => {
  expect((await refusal('ItemCard', filter)).status).toBe(400);
});

test.each([
  "not (No eq 'x')",
  'Unit_Price add 1 gt 2',
  'length(No) eq 6',
  "'1896-S' eq No",
  'No eq Description',
])('refuses what Business Central does not support: %s', async (filter) => {
  expect(await refusal('ItemCard', filter)).toMatchObject({
    status: 501,
    code: 'BadRequest_MethodNotImplemented',
  });
});

test.each([
  ['ProductItemAvailability', "CRM_ID eq '5a0d2ee3-1b8a-5d6e-9d31-000000000001'", 'Edm.Guid', 'Edm.String'],
  ['SalesLines', "Shipment_Date ge '2026-11-20'", 'Edm.Date', 'Edm.String'],
  ['SalesLines', "Line_No eq '10000'", 'Edm.Int32', 'Edm.String'],
  ['ItemCard', 'No eq 1896', 'Edm.String', 'Edm.Decimal'],
  ['ItemCard', 'No eq null', 'Edm.String', 'null'],
])('refuses a literal of another type: %s %s', async (service, filter, field, literal) => {
  const { status, message } = await refusal(service, filter);
  expect(status).toBe(400);
  expect(message).toContain(`operand types '${field}' and '${literal}'`);
});

test('refuses a text that the field could not hold', async () => {
  const long = await refusal('ItemCard', `No eq '${'X'.repeat(21)}'`);
  expect(long).toMatchObject({ status: 400, code: 'Application_FilterErrorException' });
  expect(long.message).toContain('must be less than or equal to 20 characters');
  expect(await items(`No eq '${'X'.repeat(20)}'`)).toEqual([]);
});

test('refuses an option value that does not exist', async () => {
  expect(await refusal('SalesLines', "Document_Type eq 'Bestellung'")).toMatchObject({
    status: 400,
    code: 'Application_EvaluateException',
  });
});

test('refuses nested functions before schema version 2.1', async () => {
  const nested = "contains(tolower(Description),'mobile')";
  expect((await refusal('ItemCard', nested)).status).toBe(400);
  expect(await items(nested, '&$schemaversion=2.1')).toEqual(['1906-S']);
});

test('refuses to filter by the variables of page 5390', async () => {
  for (const filter of ["ItemNo eq '1896-S'", "UOM eq 'PCS'", 'Inventory gt 0']) {
    const { status, message } = await refusal('ProductItemAvailability', filter);
    expect(status).toBe(400);
    expect(message).toContain('cannot be used in the $filter query option');
  }
});

function clauses(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `No eq 'BULK-${String(index + 1).padStart(4, '0')}'`,
  ).join(' or ');
}

test('takes 19 `eq` clauses and refuses 20: at most 100 expression nodes', async () => {
  expect(await items(clauses(19))).toHaveLength(19);
  expect(await refusal('ItemCard', clauses(20))).toEqual({
    status: 400,
    code: 'BadRequest',
    message:
      "The node count limit of '100' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on " +
      'ODataQuerySettings or ODataValidationSettings.',
  });
  expect((await refusal('ItemCard', `(${clauses(18)}) and Blocked eq false and Type eq 'Item'`)).status).toBe(
    400,
  );
});
