import { cronusPath, startCaller, valueOf, type Caller } from './caller';

let caller: Caller;
let cronusId: string;
let directorsCutId: string;

beforeAll(async () => {
  caller = await startCaller();
  [cronusId, directorsCutId] = valueOf(await caller.ask('/Company')).map((company) =>
    String(company['Id']),
  ) as [string, string];
});
afterAll(() => caller.businessCentral.close());

async function deskStock(address: string): Promise<unknown> {
  const reply = await caller.ask(address);
  return (JSON.parse(reply.text) as Record<string, unknown>)['Inventory'];
}

test('lists the companies', async () => {
  const companies = valueOf(await caller.ask('/Company'));
  expect(companies.map((company) => company['Name'])).toEqual([
    'CRONUS International Ltd.',
    "Director's Cut Ltd.",
  ]);
  expect(cronusId).toMatch(/^[0-9a-f]{8}-/);
});

test('finds a company by name, the apostrophe doubled', async () => {
  expect(await deskStock(`${cronusPath}/ItemCard('1896-S')`)).toBe(500);
  expect(await deskStock("/Company('Director''s%20Cut%20Ltd.')/ItemCard('1896-S')")).toBe(12);
  expect(await deskStock("/Company(%27Director%27%27s%20Cut%20Ltd.%27)/ItemCard('1896-S')")).toBe(12);
});

test.each(['(Id=%s)', "('%s')"])('finds a company by id as Company%s', async (form) => {
  expect(await deskStock(`/Company${form.replace('%s', directorsCutId)}/ItemCard('1896-S')`)).toBe(12);
  expect(await deskStock(`/Company${form.replace('%s', cronusId)}/ItemCard('1896-S')`)).toBe(500);
});

test('takes the company from ?company= and from the header Company', async () => {
  expect(await deskStock(`/ItemCard('1896-S')?company=${encodeURIComponent("Director's Cut Ltd.")}`)).toBe(
    12,
  );
  expect(await deskStock(`/ItemCard('1896-S')?company=${cronusId}`)).toBe(500);
  const reply = await caller.ask("/ItemCard('1896-S')", { headers: { Company: "Director's Cut Ltd." } });
  expect(reply.text).toContain('"Inventory":12');
});

test.each([
  [
    "/Company('cronus%20international%20ltd.')/ItemCard",
    'The company "cronus international ltd." does not exist.',
  ],
  ["/Company('Nobody')/ItemCard", 'The company "Nobody" does not exist.'],
  ['/Company(Id=00000000-0000-0000-0000-000000000000)/ItemCard', 'does not exist.'],
  ['/ItemCard', 'the default company cannot be found'],
])('answers 404 Internal_CompanyNotFound to %s', async (address, message) => {
  const refusal = await caller.refusal(address);
  expect(refusal).toMatchObject({ status: 404, code: 'Internal_CompanyNotFound' });
  expect(refusal.message).toContain(message);
});

test('gives the company itself and the service document', async () => {
  expect((JSON.parse((await caller.ask(cronusPath)).text) as Record<string, unknown>)['Id']).toBe(cronusId);
  const names = valueOf(await caller.ask('/')).map((entry) => entry['name']);
  expect(names).toContain('Company');
  expect(names).toContain('ItemCard');
});
