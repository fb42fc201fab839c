import { basic, cronusService, errorOf, salesUser, startCaller, type Caller } from './caller';

const expired = { userName: 'OLD', webServiceAccessKey: 'expired', keyExpires: new Date('2020-01-01') };
const later = { userName: 'LATER', webServiceAccessKey: 'later', keyExpires: new Date('2999-01-01') };
const limited = { userName: 'CLERK', webServiceAccessKey: 'clerk', mayRead: ['LocationList' as const] };
const locations = cronusService('LocationList');
let caller: Caller;

beforeAll(async () => {
  caller = await startCaller({ users: [salesUser, expired, later, limited] });
});
afterAll(() => caller.businessCentral.close());

async function statusFor(credentials: string | null): Promise<number> {
  return (await caller.ask(locations, { credentials })).status;
}

test('lets in with user name and web service access key, the name in any case', async () => {
  expect(await statusFor(basic('sales', salesUser.webServiceAccessKey))).toBe(200);
  expect(await statusFor(basic('LATER', 'later'))).toBe(200);
});

test.each([
  ['no credentials', null],
  ['a wrong key', basic('SALES', 'wrong')],
  ['an unknown user', basic('NOBODY', salesUser.webServiceAccessKey)],
  ['an expired key', basic('OLD', 'expired')],
  ['a token in place of a key', 'Bearer abc'],
  ['no colon', `Basic ${Buffer.from('SALES').toString('base64')}`],
])('answers 401 to %s', async (_, credentials) => {
  const reply = await caller.ask(locations, { credentials });
  expect(reply.status).toBe(401);
  expect(errorOf(reply).code).toBe('Authentication_InvalidCredentials');
  expect(errorOf(reply).message).toMatch(
    /^The server has rejected the client credentials\. {2}CorrelationId: {2}[0-9a-f-]{36}\.$/,
  );
  expect(reply.headers['www-authenticate']).toBe('Basic realm="Business Central", charset="UTF-8"');
});

test('knows the body of newer on-premises servers too', async () => {
  const newer = await startCaller({ unauthorizedBody: 'unauthorized' });
  const reply = await newer.ask(locations, { credentials: basic('SALES', 'wrong') });
  expect(reply.status).toBe(401);
  expect(JSON.parse(reply.text)).toEqual({
    error: { code: 'Unauthorized', message: 'The credentials provided are incorrect.' },
  });
  await newer.businessCentral.close();
});

test('asks for credentials before it says what exists', async () => {
  expect((await caller.ask('/$metadata', { credentials: null })).status).toBe(401);
  expect((await caller.ask('/Nothing', { credentials: null })).status).toBe(401);
});

test('answers 403 where the permission sets do not allow reading', async () => {
  const credentials = basic('CLERK', 'clerk');
  expect((await caller.ask(locations, { credentials })).status).toBe(200);
  const refused = await caller.ask(cronusService('ItemCard'), { credentials });
  expect(refused.status).toBe(403);
  expect(errorOf(refused).message).toContain('Sorry, the current permissions prevented the action.');
});

test('logs who came, and never a key', async () => {
  caller.businessCentral.requests.clear();
  await statusFor(basic('SALES', salesUser.webServiceAccessKey));
  await statusFor(basic('SALES', 'a wrong one'));
  const log = caller.businessCentral.requests.all();
  expect(log.map(({ status, user }) => ({ status, user }))).toEqual([
    { status: 200, user: 'SALES' },
    { status: 401, user: null },
  ]);
  expect(JSON.stringify(log)).not.toContain(salesUser.webServiceAccessKey);
  expect(JSON.stringify(log)).not.toContain('a wrong one');
});
