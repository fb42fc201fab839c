import { createHash } from 'node:crypto';
import { BusinessCentralError } from '../../businessCentral/errors';
import { exchangeTicket } from '../../businessCentral/gateway/tokenExchange';
import { keptToken, type IssuedToken } from '../../businessCentral/gateway/keptToken';
import type { HttpAnswer, HttpRequest, SendHttp } from '../../businessCentral/http';
import { gatewayAuthorizations, type AuthorizationsByGateway } from '../../sales/gatewayAuthorization';
import { newGatewayTicket, type TicketMaker } from '../../sales/gatewayTicket';

const gatewayUrl = 'https://gateway.contoso.com';
const rowId = '7d9e2c1a-0b5f-4d3c-9a8b-1f2e3d4c5b6a';
const ticket = { id: rowId, value: 'ab'.repeat(32) };

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { status, headers, text: JSON.stringify(body) };
}

/** A gateway that answers as told, and keeps what it was asked. */
function gateway(...answers: (HttpAnswer | Error)[]): {
  readonly http: SendHttp;
  readonly asked: HttpRequest[];
} {
  const asked: HttpRequest[] = [];
  return {
    asked,
    http: (request) => {
      asked.push(request);
      const answer = answers.shift() ?? new BusinessCentralError('unreachable');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

const issued = (token: string, seconds = 900) =>
  json(200, { access_token: token, token_type: 'Bearer', expires_in: seconds });

/** Dataverse that makes every row, and keeps what they hold. */
function dataverse(created: unknown = { id: rowId, entityType: 'bcs_gatewayticket' }) {
  const rows: Record<string, unknown>[] = [];
  const webAPI = {
    createRecord: (table: string, row: Record<string, unknown>) => {
      rows.push({ table, ...row });
      return created instanceof Error ? Promise.reject(created) : Promise.resolve(created);
    },
  } as TicketMaker;
  return { webAPI, rows };
}

describe('a ticket', () => {
  it('is a row with the hash of a value that stays here', async () => {
    const { webAPI, rows } = dataverse();
    const { id, value } = await newGatewayTicket(webAPI);
    expect(id).toBe(rowId);
    expect(value).toMatch(/^[0-9a-f]{64}$/);
    const hash = createHash('sha256').update(Buffer.from(value, 'hex')).digest('hex');
    expect(rows).toEqual([{ table: 'bcs_gatewayticket', bcs_valuehash: hash }]);
  });

  it('has a new value each time', async () => {
    const { webAPI } = dataverse();
    const values = await Promise.all([1, 2, 3].map(async () => (await newGatewayTicket(webAPI)).value));
    expect(new Set(values).size).toBe(3);
  });

  it.each([
    ['in braces and capitals', { id: `{${rowId.toUpperCase()}}` }],
    ['inside an object', { id: { guid: rowId } }],
  ])('is known by its id %s', async (_, created) => {
    expect((await newGatewayTicket(dataverse(created).webAPI)).id).toBe(rowId);
  });

  it.each([
    ['may not be made', Object.assign(new Error('denied'), { errorCode: -2147220960 }), 'notPermitted'],
    ['cannot be made, as Dataverse is away', new Error('Failed to fetch'), 'salesUnreachable'],
    ['comes back without an id', {}, 'salesFailed'],
  ])('that %s is coded', async (_, created, code) => {
    await expect(newGatewayTicket(dataverse(created).webAPI)).rejects.toMatchObject({ code });
  });
});

describe('the exchange of a ticket', () => {
  it('sends id and value as a form (RFC 8693), and nothing in the address', async () => {
    const { http, asked } = gateway(issued('t1', 900));
    expect(await exchangeTicket(gatewayUrl, ticket, http)).toEqual({ token: 't1', lifetimeMs: 900_000 });
    const [{ method, url, headers, body } = {} as HttpRequest] = asked;
    expect([method, url]).toEqual(['POST', `${gatewayUrl}/token`]);
    expect(headers['Content-Type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:business-central-for-sales:gateway-ticket',
      ticket_id: rowId,
      subject_token: ticket.value,
    });
  });

  it.each<[string, HttpAnswer | Error, object]>([
    ['no role', json(400, { error: 'access_denied' }), { code: 'notPermitted' }],
    ['a ticket that is not good', json(400, { error: 'invalid_request' }), { code: 'gatewayRefused' }],
    [
      'too many failures',
      json(429, { error: 'slow_down' }, { 'retry-after': '30' }),
      { code: 'tooManyRequests', details: { retryAfterSeconds: 30 } },
    ],
    [
      'Dataverse away',
      json(503, { error: 'temporarily_unavailable' }, { 'retry-after': '2' }),
      {
        code: 'gatewayUnavailable',
        details: { retryAfterSeconds: 2, serverCode: 'temporarily_unavailable' },
      },
    ],
    ['a fault of the gateway', json(500, { error: 'server_error' }), { code: 'gatewayUnavailable' }],
    [
      'a page of another origin',
      json(403, { error: { code: 'Gateway_OriginNotAllowed', message: 'No.' } }),
      { code: 'gatewayRefused', details: { serverCode: 'Gateway_OriginNotAllowed' } },
    ],
    ['a proxy in trouble', { status: 502, headers: {}, text: '<html>' }, { code: 'gatewayUnavailable' }],
    ['a page', { status: 200, headers: {}, text: '<html>' }, { code: 'notBusinessCentral' }],
    ['nothing there', { status: 404, headers: {}, text: '' }, { code: 'notBusinessCentral' }],
    ['a token without an end', json(200, { access_token: 't' }), { code: 'notBusinessCentral' }],
    ['no connection', new BusinessCentralError('unreachable'), { code: 'gatewayUnreachable' }],
    ['no answer in time', new BusinessCentralError('aborted'), { code: 'gatewayUnreachable' }],
  ])('%s: coded', async (_, answer, failure) => {
    const exchange = exchangeTicket(gatewayUrl, ticket, gateway(answer).http);
    await expect(exchange).rejects.toMatchObject(failure);
    await expect(exchange).rejects.not.toMatchObject({
      message: expect.stringContaining(ticket.value) as string,
    });
  });
});

describe('a token that is kept', () => {
  const minutes = 60_000;

  function kept(...answers: (IssuedToken | Error)[]) {
    let now = 0;
    let asked = 0;
    const token = keptToken(
      () => {
        asked += 1;
        const answer = answers.shift() ?? new BusinessCentralError('gatewayUnreachable');
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      () => now,
    );
    return { token, at: (milliseconds: number) => (now = milliseconds), asked: () => asked };
  }

  const quarter = (token: string): IssuedToken => ({ token, lifetimeMs: 15 * minutes });

  /** Lets what is under way settle. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('is asked for once, however many want it', async () => {
    const { token, asked } = kept(quarter('t1'));
    expect(await Promise.all([token(), token(), token()])).toEqual(['t1', 't1', 't1']);
    expect(asked()).toBe(1);
  });

  it('is given as it is for four fifths of its life', async () => {
    const { token, at, asked } = kept(quarter('t1'), quarter('t2'));
    await token();
    at(12 * minutes - 1);
    expect(await token()).toBe('t1');
    expect(asked()).toBe(1);
  });

  it('is renewed after that while it still serves, once', async () => {
    const { token, at, asked } = kept(quarter('t1'), quarter('t2'));
    await token();
    at(12 * minutes);
    expect(await Promise.all([token(), token()])).toEqual(['t1', 't1']);
    await settled();
    expect(await token()).toBe('t2');
    expect(asked()).toBe(2);
  });

  it('goes on when its renewal fails, which is tried again a little later', async () => {
    const { token, at, asked } = kept(quarter('t1'), new Error('away'), quarter('t3'));
    await token();
    at(12 * minutes);
    expect(await token()).toBe('t1');
    await settled();
    expect(await token()).toBe('t1');
    expect(asked()).toBe(2);
    at(13 * minutes);
    expect(await token()).toBe('t1');
    await settled();
    expect(await token()).toBe('t3');
  });

  it('is waited for once it has ended, and a failure is then everybody’s', async () => {
    const { token, at } = kept(quarter('t1'), quarter('t2'), new BusinessCentralError('gatewayUnavailable'));
    await token();
    at(15 * minutes);
    expect(await token()).toBe('t2');
    at(40 * minutes);
    await expect(token()).rejects.toMatchObject({ code: 'gatewayUnavailable' });
  });

  it('is not used in its last seconds', async () => {
    const { token, at } = kept(quarter('t1'), quarter('t2'));
    await token();
    at(15 * minutes - 5_000);
    expect(await token()).toBe('t2');
  });

  it('that was rejected is not given again, and whoever was rejected with an older one gets the newer', async () => {
    const { token, asked } = kept(quarter('t1'), quarter('t2'));
    const first = await token();
    expect(await Promise.all([token(first), token(first)])).toEqual(['t2', 't2']);
    expect(await token(first)).toBe('t2');
    expect(asked()).toBe(2);
  });
});

describe('access to a gateway', () => {
  it('takes a ticket for each token, and is shared by all who ask for the same gateway', async () => {
    const { webAPI, rows } = dataverse();
    const { http, asked } = gateway(issued('t1'), issued('t2'));
    const known: AuthorizationsByGateway = new Map();
    const one = gatewayAuthorizations(webAPI, known, http)(gatewayUrl);
    const other = gatewayAuthorizations(dataverse().webAPI, known, http)(gatewayUrl);
    expect(other).toBe(one);
    expect(one.kind === 'bearer' && (await Promise.all([one.token(), one.token()]))).toEqual(['t1', 't1']);
    expect([rows.length, asked.length]).toEqual([1, 1]);
    expect(one.kind === 'bearer' && (await one.token('t1'))).toBe('t2');
    expect([rows.length, asked.length]).toEqual([2, 2]);
    const values = asked.map(({ body }) => new URLSearchParams(body).get('subject_token'));
    expect(new Set(values).size).toBe(2);
  });

  it('is another one for another gateway', async () => {
    const { http, asked } = gateway(issued('t1'), issued('t2'));
    const at = gatewayAuthorizations(dataverse().webAPI, new Map(), http);
    const ways = [at(gatewayUrl), at('https://other.contoso.com')];
    await Promise.all(ways.flatMap((way) => (way.kind === 'bearer' ? [way.token()] : [])));
    expect(asked.map(({ url }) => url)).toEqual([`${gatewayUrl}/token`, 'https://other.contoso.com/token']);
  });

  it('is not there for whom Dataverse refuses a ticket, and the gateway is not even asked', async () => {
    const { http, asked } = gateway();
    const denied = Object.assign(new Error('denied'), { errorCode: 0x80040220 });
    const way = gatewayAuthorizations(dataverse(denied).webAPI, new Map(), http)(gatewayUrl);
    await expect(way.kind === 'bearer' ? way.token() : null).rejects.toMatchObject({
      name: 'SalesError',
      code: 'notPermitted',
    });
    expect(asked).toEqual([]);
  });
});
