import {
  checkConnection,
  type ConnectionToCheck,
  type MadeTicket,
} from '../../businessCentral/administration/connectionCheck';
import { companyAmong, listedCompanies } from '../../businessCentral/administration/companies';
import type { CheckStep } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { HttpAnswer, HttpRequest, SendHttp } from '../../businessCentral/http';
import { startCronus, webServiceAccessKey, type Cronus } from './cronus';
import { jumpingClock } from './scriptedServer';

const expiredKey = 'a-key-that-has-expired';
const cronusName = 'CRONUS International Ltd.';
const users = [
  { userName: 'BCSALES', webServiceAccessKey },
  { userName: 'EXPIRED', webServiceAccessKey: expiredKey, keyExpires: new Date('2020-01-01') },
  { userName: 'NOBODY', webServiceAccessKey, mayRead: [] },
];

/** `part code` of the part that fails, and what stands before and behind it. */
function told(steps: readonly CheckStep[]): string {
  return steps
    .map((step) => (step.state === 'failed' ? `${step.part}:${step.code}` : `${step.part}:${step.state}`))
    .join(' ');
}

const answers = () => Promise.resolve(true);
const silence = () => Promise.resolve(false);

describe('a connection straight to Business Central', () => {
  let cronus: Cronus;
  beforeAll(async () => {
    cronus = await startCronus({ users });
  });
  afterAll(() => cronus.server.close());

  const direct = (changes: Partial<Extract<ConnectionToCheck['way'], { kind: 'direct' }>> = {}) =>
    ({
      kind: 'direct',
      odataUrl: cronus.server.odataUrl,
      userName: 'BCSALES',
      webServiceAccessKey,
      workedBefore: false,
      ...changes,
    }) as const;
  const check = (
    changes: Parameters<typeof direct>[0] = {},
    company = cronusName,
    world: Parameters<typeof checkConnection>[2] = {},
  ) => checkConnection({ way: direct(changes), company }, {}, { answers: silence, ...world });

  it('is good from the address to a real reading', async () => {
    expect(told(await check())).toBe('address:ok signIn:ok company:ok reading:ok');
  });

  it('lists the companies, with names that hold signs of addresses', async () => {
    const companies = await listedCompanies(cronus.company({ company: '' }));
    expect(companies.map(({ name }) => name)).toContain(cronusName);
    expect(companies.every(({ id }) => id !== null)).toBe(true);
  });

  it('a company in another case is not found, and the right spelling is said', async () => {
    const steps = await check({}, 'cronus international ltd.');
    expect(told(steps)).toBe('address:ok signIn:ok company:companyNotFound reading:notReached');
    expect(steps[2]).toMatchObject({ suggestion: cronusName });
  });

  it('a wrong key is told from one that has expired by its having worked', async () => {
    const expired = { userName: 'EXPIRED', webServiceAccessKey: expiredKey };
    expect(told(await check({ webServiceAccessKey: 'wrong' }))).toContain(
      'address:ok signIn:wrongCredentials',
    );
    expect(told(await check(expired))).toContain('signIn:wrongCredentials');
    expect(told(await check({ ...expired, workedBefore: true }))).toContain(
      'signIn:keyExpired company:notReached',
    );
  });

  it('an account that may read nothing', async () => {
    expect(told(await check({ userName: 'NOBODY' }))).toBe(
      'address:ok signIn:ok company:ok reading:noPermission',
    );
  });

  it('a Business Central in which nothing is published', async () => {
    const empty = await startCronus({ users, publishedServices: [] });
    try {
      expect(told(await check({ odataUrl: empty.server.odataUrl }))).toContain('reading:noServicePublished');
    } finally {
      await empty.server.close();
    }
  });

  it('a server that is not there is told from one that keeps the page out', async () => {
    const gone = { odataUrl: 'http://localhost:9/BC/ODataV4' };
    expect(told(await check(gone, cronusName, { answers: silence }))).toContain('address:nothingAnswers');
    expect(told(await check(gone, cronusName, { answers }))).toContain('address:pageNotLetIn');
  });

  const page: HttpAnswer = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    text: '<!doctype html><p>',
  };
  it.each<[string, HttpAnswer, string]>([
    ['a web page', page, 'address:notBusinessCentral'],
    [
      'XML',
      { status: 200, headers: { 'content-type': 'application/xml' }, text: '<Error/>' },
      'address:notBusinessCentral',
    ],
    [
      'JSON of something else',
      { status: 200, headers: {}, text: '{"hello":1}' },
      'address:notBusinessCentral',
    ],
    ['another path', { ...page, status: 404 }, 'address:wrongPath'],
    [
      'an overloaded server',
      { status: 503, headers: {}, text: '' },
      'address:ok signIn:ok company:ok reading:tooBusy',
    ],
    ['a failing server', { status: 500, headers: {}, text: '' }, 'reading:businessCentralFailed'],
  ])('%s', async (_, answer, expected) => {
    const http: SendHttp = () => Promise.resolve(answer);
    expect(told(await check({}, cronusName, { http, clock: jumpingClock() }))).toContain(expected);
  });

  it('the key is in no step, whatever fails', async () => {
    const steps = await Promise.all([
      check({ userName: 'NOBODY' }),
      check({ odataUrl: 'http://localhost:9/x' }),
    ]);
    expect(JSON.stringify(steps)).not.toContain(webServiceAccessKey);
  });

  it('whoever gives up is not told a cause', async () => {
    const given = AbortSignal.abort();
    await expect(
      checkConnection({ way: direct(), company: cronusName }, { signal: given }, { answers }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('a connection through the gateway, part by part', () => {
  const ready = { status: 200, headers: {}, text: '{"status":"ready","businessCentral":"asked"}' };
  const token = { status: 200, headers: {}, text: '{"access_token":"t","expires_in":300}' };
  const companies = { status: 200, headers: {}, text: JSON.stringify({ value: [{ Name: cronusName }] }) };
  const refusal = (status: number, code: string) => ({
    status,
    headers: {},
    text: JSON.stringify({ error: { code, message: 'm' } }),
  });
  const oauth = (status: number, error: string) => ({ status, headers: {}, text: JSON.stringify({ error }) });
  const reading = {
    status: 200,
    headers: {},
    text: JSON.stringify({
      responses: [1, 2, 3, 4].map((id) => ({
        id: String(id),
        status: 200,
        headers: {},
        body: { value: [] },
      })),
    }),
  };

  type Place = 'readyz' | 'token' | 'Company' | '$batch';
  const good: Record<Place, HttpAnswer> = { readyz: ready, token, Company: companies, $batch: reading };
  const check = (
    changes: Partial<Record<Place, HttpAnswer | BusinessCentralError>> = {},
    made: MadeTicket = { ok: true, ticket: { id: 'id', value: 'value' } },
    world: Parameters<typeof checkConnection>[2] = {},
  ) => {
    const http: SendHttp = ({ url }: HttpRequest) => {
      const place = /[^/]+$/.exec(url)?.[0] as Place;
      const answer = { ...good, ...changes }[place];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    const way = {
      kind: 'gateway',
      gatewayUrl: 'https://g',
      makeTicket: () => Promise.resolve(made),
    } as const;
    return checkConnection(
      { way, company: cronusName },
      {},
      { http, answers: silence, clock: jumpingClock(), ...world },
    ).then(told);
  };
  const unreachable = new BusinessCentralError('unreachable');

  it('is good from end to end', async () => {
    expect(await check()).toBe(
      'gatewayReachable:ok ticket:ok token:ok address:ok signIn:ok company:ok reading:ok',
    );
  });

  it.each<[Partial<Record<Place, HttpAnswer | BusinessCentralError>>, string]>([
    [{ readyz: unreachable }, 'gatewayReachable:gatewayNotFound'],
    [{ readyz: refusal(403, 'Gateway_OriginNotAllowed') }, 'gatewayReachable:gatewayPageNotLetIn'],
    [
      { readyz: { ...ready, status: 503, text: '{"status":"draining"}' } },
      'gatewayReachable:gatewayStopping',
    ],
    [{ readyz: { ...ready, text: '<html>' } }, 'gatewayReachable:gatewayNotFound'],
    [{ token: oauth(400, 'access_denied') }, 'ticket:ok token:noRole'],
    [{ token: oauth(400, 'invalid_request') }, 'ticket:ok token:tokenRefused'],
    [{ token: oauth(503, 'temporarily_unavailable') }, 'ticket:ok token:gatewayWithoutDataverse'],
    [{ Company: refusal(403, 'Gateway_InsufficientScope') }, 'reading:ok'],
    [
      { Company: { ...companies, text: '{"value":[{"Name":"Fabrikam"}]}' } },
      'signIn:ok company:companyNotFound',
    ],
    [{ $batch: refusal(403, 'Gateway_CompanyNotAllowed') }, 'signIn:ok company:gatewayCompanyNotAllowed'],
    [{ $batch: refusal(502, 'Gateway_WrongCredentials') }, 'address:ok signIn:gatewayWrongCredentials'],
    [{ $batch: refusal(502, 'Gateway_Unreachable') }, 'token:ok address:gatewayWithoutBusinessCentral'],
    [{ $batch: refusal(503, 'Gateway_Paused') }, 'token:ok address:gatewayWithoutBusinessCentral'],
    [{ $batch: refusal(502, 'Gateway_NotBusinessCentral') }, 'token:ok address:notBusinessCentral'],
  ])('%j', async (changes, expected) => {
    expect(await check(changes)).toContain(expected);
  });

  it('a gateway that keeps the page out is told from one that is not there', async () => {
    const steps = await check({ readyz: unreachable }, undefined, { answers });
    expect(steps).toContain('gatewayReachable:gatewayPageNotLetIn ticket:notReached');
  });

  it.each(['ticketNotPermitted', 'ticketFailed'] as const)('%s', async (code) => {
    expect(await check({}, { ok: false, code })).toContain(
      `gatewayReachable:ok ticket:${code} token:notReached`,
    );
  });
});

describe('which company is meant', () => {
  const listed = ['CRONUS', 'Cronus', 'Fabrikam'].map((name) => ({ name, id: null, displayName: '' }));
  it.each([
    ['Fabrikam', 'Fabrikam', null],
    [' fabrikam ', null, 'Fabrikam'],
    ['CRONUS', 'CRONUS', null],
    ['cronus', null, null],
    ['Contoso', null, null],
  ])('%s', (wanted, found, suggestion) => {
    const answer = companyAmong(wanted, listed);
    expect([answer.found?.name ?? null, answer.suggestion]).toEqual([found, suggestion]);
  });
});
