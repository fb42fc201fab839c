import { cronusPath, startCaller, type Caller, type Question, type Reply } from './caller';

let caller: Caller;
beforeEach(async () => {
  caller = await startCaller();
});
afterEach(() => caller.businessCentral.close());

const desk = `${cronusPath}/ItemCard('1896-S')`;

function sent(method: string, body: unknown, ifMatch?: string): Question {
  return {
    method,
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
  };
}

async function etag(): Promise<string> {
  return (await caller.ask(desk)).headers['etag'] ?? '';
}

function row(reply: Reply): Record<string, unknown> {
  return JSON.parse(reply.text) as Record<string, unknown>;
}

test('PATCH changes the record, answers it whole, and gives a new etag', async () => {
  const before = await etag();
  const reply = await caller.ask(
    desk,
    sent('PATCH', { Description: 'ATHENS Desk, oak', Blocked: true }, before),
  );
  expect(reply.status).toBe(200);
  expect(row(reply)).toMatchObject({
    No: '1896-S',
    Description: 'ATHENS Desk, oak',
    Blocked: true,
    Inventory: 500,
  });
  expect(row(reply)['@odata.etag']).not.toBe(before);
  expect(row(await caller.ask(desk))['Description']).toBe('ATHENS Desk, oak');
});

test.each([undefined, 'nonsense', '"5"', ''])(
  'PATCH with If-Match %p is 400 BadRequest_InvalidToken',
  async (ifMatch) => {
    const refusal = await caller.refusal(desk, sent('PATCH', { Description: 'x' }, ifMatch));
    expect(refusal).toMatchObject({ status: 400, code: 'BadRequest_InvalidToken' });
    expect(row(await caller.ask(desk))['Description']).toBe('ATHENS Desk');
  },
);

test('PATCH with a stale etag is 409 Request_EntityChanged, not 412', async () => {
  const stale = await etag();
  await caller.ask(desk, sent('PATCH', { Description: 'first' }, stale));
  expect(await caller.refusal(desk, sent('PATCH', { Description: 'second' }, stale))).toEqual({
    status: 409,
    code: 'Request_EntityChanged',
    message: 'Another user has already changed the record.',
  });
  expect((await caller.ask(desk, sent('PATCH', { Description: 'third' }, '*'))).status).toBe(200);
});

test.each([
  [{ Nope: 1 }, 'BadRequest', "The property 'Nope' does not exist on type 'NAV.ItemCard'."],
  [{ Inventory: 7 }, 'BadRequest_InvalidOperation', "Control 'Inventory' is read-only."],
  [{ Unit_Price: '7' }, 'BadRequest', "target type 'Edm.Decimal'"],
  [{ Description: 'x'.repeat(101) }, 'Application_StringExceededLength', 'The length of the string is 101'],
])('PATCH refuses %j', async (body, code, message) => {
  const refusal = await caller.refusal(desk, sent('PATCH', body, '*'));
  expect(refusal).toMatchObject({ status: 400, code });
  expect(refusal.message).toContain(message);
});

test.each(['', '[]', '{"Description":', 'null'])('PATCH refuses the body "%s"', async (body) => {
  const reply = await caller.ask(desk, { method: 'PATCH', body, headers: { 'if-match': '*' } });
  expect(reply.status).toBe(400);
});

test('POST makes a record, answers 201 with its address, and refuses a key that is taken', async () => {
  const service = `${cronusPath}/ItemCard`;
  const body = { No: "D'OR 1", Description: 'Golden lamp', Type: 'Inventory', Base_Unit_of_Measure: 'PCS' };
  const reply = await caller.ask(service, sent('POST', body));
  expect(reply.status).toBe(201);
  expect(row(reply)).toMatchObject({ ...body, Inventory: 0 });
  expect(reply.headers['location']).toMatch(/\/ItemCard\('D''OR%201'\)$/);
  expect(row(await caller.ask(reply.headers['location'] ?? ''))['Description']).toBe('Golden lamp');
  expect(await caller.refusal(service, sent('POST', body))).toMatchObject({
    status: 409,
    code: 'Internal_EntityWithSameKeyExists',
  });
  expect((await caller.refusal(service, sent('POST', { Type: 'Thing', No: 'X' }))).message).toContain(
    'The existing options are: Inventory,Service,Non-Inventory',
  );
  expect((await caller.refusal(service, sent('POST', { Description: 'no number' }))).code).toBe(
    'Application_DialogException',
  );
});

test('DELETE answers 204, checks an etag only if one is sent, and heeds open orders', async () => {
  const lamp = `${cronusPath}/ItemCard('1928-S')`;
  expect((await caller.ask(lamp, sent('DELETE', {}, 'W/"c3RhbGU="'))).status).toBe(409);
  expect((await caller.ask(lamp, { method: 'DELETE' })).status).toBe(204);
  expect((await caller.ask(lamp)).status).toBe(404);
  expect(await caller.refusal(`${cronusPath}/ItemCard('1960-S')`, { method: 'DELETE' })).toEqual({
    status: 400,
    code: 'Application_DialogException',
    message:
      'You cannot delete Item 1960-S because there is at least one outstanding Sales Order that includes this item.',
  });
});

test('a deleted item leaves its coupling behind, with nothing in it', async () => {
  await caller.ask(`${cronusPath}/ItemCard('1928-S')`, { method: 'DELETE' });
  const couplings = await caller.rows('ProductItemAvailability');
  const blank = couplings.filter((coupling) => coupling['ItemNo'] === '');
  expect(blank).toHaveLength(2);
  expect(blank).toMatchObject([
    { UOM: '', Inventory: 0 },
    { UOM: '', Inventory: 0 },
  ]);
});

test.each([
  ['POST', '/LocationList'],
  ['PATCH', "/LocationList('EAST')"],
  ['DELETE', "/LocationList('EAST')"],
  ['PUT', "/ItemCard('1896-S')"],
  ['DELETE', '/ItemCard'],
])('answers 405 to %s %s', async (method, address) => {
  expect(await caller.refusal(cronusPath + address, sent(method, {}, '*'))).toMatchObject({
    status: 405,
    code: 'BadRequest_MethodNotAllowed',
  });
});
