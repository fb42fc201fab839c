import { cronusPath, startCaller, type Caller, type Reply } from './caller';

interface Part {
  readonly id: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

let caller: Caller;
beforeEach(async () => {
  caller = await startCaller();
});
afterEach(() => caller.businessCentral.close());

const company = "Company('CRONUS International Ltd.')";
const continuing = { Prefer: 'odata.continue-on-error' };

function get(url: string, id?: string): object {
  return { method: 'GET', url, ...(id === undefined ? {} : { id }) };
}

function partsOf(reply: Reply): readonly Part[] {
  expect(reply.status).toBe(200);
  return (JSON.parse(reply.text) as { responses: readonly Part[] }).responses;
}

test('answers parts in their order, with their ids; id is null where none was given', async () => {
  const parts = partsOf(
    await caller.batch([
      get(`${company}/ItemCard?$filter=No eq '1896-S'&$select=Inventory`, 'a'),
      get(`${company}/LocationList?$top=1`),
    ]),
  );
  expect(parts.map(({ id, status }) => ({ id, status }))).toEqual([
    { id: 'a', status: 200 },
    { id: null, status: 200 },
  ]);
  expect(parts[0]?.body?.['value']).toMatchObject([{ No: '1896-S', Inventory: 500 }]);
  expect(parts[0]?.headers).toEqual({
    'content-type': 'application/json; odata.metadata=minimal',
    'odata-version': '4.0',
  });
});

test.each([
  ['relative to /ODataV4/', `Company('CRONUS%20International%20Ltd.')/ItemCard('1896-S')`],
  ['relative, with spaces', `${company}/ItemCard('1896-S')`],
  ['absolute on the server', `/BC/ODataV4${cronusPath}/ItemCard('1896-S')`],
  ['by parameter', "ItemCard('1896-S')?company=CRONUS%20International%20Ltd."],
])('takes an address that is %s', async (_, url) => {
  const [part] = partsOf(await caller.batch([get(url)]));
  expect(part?.body).toMatchObject({ No: '1896-S' });
});

test('takes an absolute address of its own, and no other', async () => {
  const absolute = `${caller.businessCentral.odataUrl}${cronusPath}/ItemCard('1896-S')`;
  const parts = partsOf(
    await caller.batch([get(absolute), get('http://elsewhere.example/BC/ODataV4/Company')], continuing),
  );
  expect(parts.map((part) => part.status)).toEqual([200, 404]);
});

test('takes the company from a part\u2019s header', async () => {
  const [part] = partsOf(
    await caller.batch([{ ...get("ItemCard('1896-S')"), headers: { Company: "Director's Cut Ltd." } }]),
  );
  expect(part?.body).toMatchObject({ Inventory: 12 });
});

test('drops what follows a number sign that is not encoded', async () => {
  const url = (number: string): string => `${company}/ItemCard?$filter=No eq '${number}'`;
  const [raw, encoded] = partsOf(
    await caller.batch([get(url("O''NEIL & 50% #1")), get(url("O''NEIL%20%26%2050%25%20%231"))], continuing),
  );
  expect(raw?.status).toBe(400);
  expect(encoded?.body?.['value']).toMatchObject([{ Inventory: 7 }]);
});

test('stops at the first failure', async () => {
  const parts = partsOf(
    await caller.batch([
      get(`${company}/LocationList`, '1'),
      get(`${company}/Nothing`, '2'),
      get(`${company}/ItemCard`, '3'),
    ]),
  );
  expect(parts.map(({ id, status }) => [id, status])).toEqual([
    ['1', 200],
    ['2', 404],
  ]);
});

test('goes on after a failure where Prefer says so', async () => {
  const parts = partsOf(
    await caller.batch(
      [
        get(`${company}/ItemCard?$filter=Nope eq 1`),
        get(`${company}/ItemCard('nothing')`),
        get(`${company}/LocationList`),
      ],
      continuing,
    ),
  );
  expect(parts.map((part) => part.status)).toEqual([400, 404, 200]);
  expect(parts[0]?.body?.['error']).toMatchObject({ code: 'BadRequest' });
});

test('works parts off strictly one after another', async () => {
  const change = (description: string): object => ({
    method: 'PATCH',
    url: `${company}/ItemCard('1896-S')?$select=Description`,
    headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
    body: { Description: description },
  });
  const read = get(`${company}/ItemCard('1896-S')?$select=Description`);
  const parts = partsOf(await caller.batch([change('one'), read, change('two'), read]));
  expect(parts.map((part) => part.body?.['Description'])).toEqual(['one', 'one', 'two', 'two']);
});

test('Isolation: snapshot undoes everything when a part fails', async () => {
  const patch = { method: 'PATCH', url: `${company}/ItemCard('1896-S')`, headers: { 'If-Match': '*' } };
  const requests = [
    { ...patch, body: { Description: 'changed' } },
    { ...patch, body: { Inventory: 1 } },
  ];
  const description = async (): Promise<unknown> =>
    (await caller.rows('ItemCard', "$filter=No eq '1896-S'"))[0]?.['Description'];
  const parts = partsOf(await caller.batch(requests, { Isolation: 'snapshot' }));
  expect(parts.map((part) => part.status)).toEqual([200, 400]);
  expect(await description()).toBe('ATHENS Desk');
  partsOf(await caller.batch(requests));
  expect(await description()).toBe('changed');
});

test('takes 100 operations and refuses 101', async () => {
  const operations = (count: number): object[] =>
    Array.from({ length: count }, () => get(`${company}/LocationList/$count`));
  const parts = partsOf(await caller.batch(operations(100)));
  expect(parts).toHaveLength(100);
  expect(parts[99]?.body).toBe('10');
  const refused = await caller.batch(operations(101));
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("A maximum number of '100' query operations");
});

test.each([
  ['no JSON', 'requests'],
  ['no requests', '{}'],
  ['requests that are no list', '{"requests":{}}'],
  ['a part without method', '{"requests":[{"url":"Company"}]}'],
  ['a part without address', '{"requests":[{"method":"GET"}]}'],
  ['a part that is nothing', '{"requests":[null]}'],
  [
    'an id that stands twice',
    '{"requests":[{"id":"1","method":"GET","url":"Company"},{"id":"1","method":"GET","url":"Company"}]}',
  ],
])('answers 400 to %s', async (_, body) => {
  const reply = await caller.ask('/$batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(reply.status).toBe(400);
});

test('answers 400 to a batch that does not say it is JSON', async () => {
  const reply = await caller.ask('/$batch', { method: 'POST', body: '{"requests":[]}' });
  expect(reply.status).toBe(400);
});

test('a batch inside a batch is nothing', async () => {
  const [part] = partsOf(await caller.batch([{ method: 'POST', url: '$batch', body: { requests: [] } }]));
  expect(part?.status).toBe(405);
});

test('a service that is not published fails its part alone, without a body where the server is of that kind', async () => {
  const terse = await startCaller({ unpublishedBody: 'empty' });
  const parts = partsOf(
    await terse.batch([get(`${company}/Nothing`), get(`${company}/LocationList`)], continuing),
  );
  expect(parts.map((part) => part.status)).toEqual([404, 200]);
  expect(parts[0]).not.toHaveProperty('body');
  await terse.businessCentral.close();
});

test('logs a batch as one request with its parts', async () => {
  await caller.batch([get(`${company}/LocationList`), get(`${company}/Nothing`)]);
  const log = caller.businessCentral.requests.all();
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ method: 'POST', url: '/BC/ODataV4/$batch', status: 200, user: 'SALES' });
  expect(log[0]?.parts).toEqual([
    { method: 'GET', url: `${company}/LocationList`, status: 200 },
    { method: 'GET', url: `${company}/Nothing`, status: 404 },
  ]);
});
