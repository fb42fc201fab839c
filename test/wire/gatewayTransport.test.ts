import { BusinessCentralError, type BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { HttpAnswer, HttpRequest, SendHttp } from '../../businessCentral/http';
import { availabilityOf } from '../../businessCentral/availability/availability';
import { openCompany } from '../../businessCentral/company';
import { failureOf } from '../../businessCentral/odata/failure';
import { transportTo } from '../../businessCentral/odata/transport';
import { refusalStatuses } from '../../gateway/refusal';
import { product } from './cronus';
import { batchOf, jumpingClock, rows, scripted } from './scriptedServer';

const odataUrl = 'https://gateway.contoso.com/ODataV4';
const request = { method: 'GET', address: "Company('CRONUS')/ItemCard" } as const;
const never = new AbortController().signal;

function refusal(status: number, code: string): HttpAnswer {
  return { status, headers: {}, text: JSON.stringify({ error: { code, message: 'No.' } }) };
}

const good: HttpAnswer = { status: 200, headers: {}, text: '{"value":[]}' };

function gateway(...answers: (HttpAnswer | Error)[]): {
  readonly http: SendHttp;
  readonly asked: HttpRequest[];
} {
  const asked: HttpRequest[] = [];
  const http: SendHttp = (sent) => {
    asked.push(sent);
    const answer = answers.shift() ?? good;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { http, asked };
}

/** Gives t1, t2 … each time one was rejected. */
function tokens() {
  const rejected: (string | undefined)[] = [];
  let count = 1;
  const token = (bad?: string) => {
    rejected.push(bad);
    count += bad === undefined ? 0 : 1;
    return Promise.resolve(`t${count}`);
  };
  return { authorization: { kind: 'bearer', token } as const, rejected };
}

describe('a request to the gateway', () => {
  it('carries the token, and an id by which it is found in the gateway’s log', async () => {
    const { http, asked } = gateway();
    await transportTo(odataUrl, tokens().authorization, http)(request, never);
    await transportTo(odataUrl, tokens().authorization, http)(request, never);
    const [first, second] = asked.map(({ headers }) => headers);
    expect(first).toMatchObject({ Authorization: 'Bearer t1', Accept: 'application/json' });
    expect(first?.['x-correlation-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(second?.['x-correlation-id']).not.toBe(first?.['x-correlation-id']);
    expect(first).not.toHaveProperty('Cache-Control');
  });

  it('says when memory will not do', async () => {
    const { http, asked } = gateway();
    await transportTo(odataUrl, tokens().authorization, http)({ ...request, fresh: true }, never);
    expect(asked[0]?.headers['Cache-Control']).toBe('no-cache');
  });

  it('straight to Business Central has none of these headers, which a proxy’s CORS need not allow', async () => {
    const { http, asked } = gateway();
    const authorization = { kind: 'accessKey', userName: 'u', webServiceAccessKey: 'k' } as const;
    await transportTo(odataUrl, authorization, http)({ ...request, fresh: true }, never);
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual(['Accept', 'Authorization']);
  });

  it('is sent once more, with another token, where the gateway does not take the first', async () => {
    const { http, asked } = gateway(refusal(401, 'Gateway_InvalidToken'), good);
    const { authorization, rejected } = tokens();
    expect((await transportTo(odataUrl, authorization, http)(request, never)).status).toBe(200);
    expect(asked.map(({ headers }) => headers['Authorization'])).toEqual(['Bearer t1', 'Bearer t2']);
    expect(rejected).toEqual([undefined, 't1']);
  });

  it('is not sent a third time', async () => {
    const answer = refusal(401, 'Gateway_InvalidToken');
    const { http, asked } = gateway(answer, answer, good);
    const last = await transportTo(odataUrl, tokens().authorization, http)(request, never);
    expect([last.status, asked.length]).toEqual([401, 2]);
    expect(failureOf(last, 0).code).toBe('gatewayRefused');
  });

  it('is not repeated for a 401 of somebody else', async () => {
    const { http, asked } = gateway(refusal(401, 'Authentication_InvalidCredentials'), good);
    await transportTo(odataUrl, tokens().authorization, http)(request, never);
    expect(asked).toHaveLength(1);
  });

  it('that finds no gateway is coded so', async () => {
    const { http } = gateway(new BusinessCentralError('unreachable'));
    await expect(transportTo(odataUrl, tokens().authorization, http)(request, never)).rejects.toMatchObject({
      code: 'gatewayUnreachable',
    });
  });

  it('does not wait for a token any longer than somebody waits for the answer', async () => {
    const { http, asked } = gateway();
    const caller = new AbortController();
    const authorization = { kind: 'bearer', token: () => new Promise<string>(() => undefined) } as const;
    const sent = transportTo(odataUrl, authorization, http)(request, caller.signal);
    caller.abort();
    await expect(sent).rejects.toMatchObject({ code: 'aborted' });
    expect(asked).toEqual([]);
  });
});

describe('a refusal of the gateway', () => {
  const expected: Readonly<Record<keyof typeof refusalStatuses, BusinessCentralErrorCode>> = {
    Gateway_BadRequest: 'gatewayRefused',
    Gateway_InvalidToken: 'gatewayRefused',
    Gateway_InsufficientScope: 'notPermitted',
    Gateway_NotAllowed: 'gatewayRefused',
    Gateway_CompanyNotAllowed: 'companyNotFound',
    Gateway_OriginNotAllowed: 'gatewayRefused',
    Gateway_NotFound: 'gatewayRefused',
    Gateway_TooLarge: 'gatewayRefused',
    Gateway_UnsupportedMediaType: 'gatewayRefused',
    Gateway_TooManyRequests: 'tooManyRequests',
    Gateway_Failed: 'gatewayUnavailable',
    Gateway_WrongCredentials: 'wrongCredentials',
    Gateway_NotBusinessCentral: 'notBusinessCentral',
    Gateway_UnreadableAnswer: 'unreadableAnswer',
    Gateway_Unreachable: 'unreachable',
    Gateway_IdentityUnavailable: 'gatewayUnavailable',
    Gateway_Paused: 'unavailable',
    Gateway_Overloaded: 'unavailable',
    Gateway_Timeout: 'timeout',
  };

  it.each(Object.entries(expected))('%s reads as %s', (serverCode, code) => {
    const status = refusalStatuses[serverCode as keyof typeof refusalStatuses];
    const headers = { 'x-correlation-id': 'b7c1', 'retry-after': '3' };
    const failure = failureOf({ status, headers, body: { error: { code: serverCode, message: 'No.' } } }, 0);
    expect(failure).toMatchObject({
      code,
      details: { status, serverCode, serverMessage: 'No.', correlationId: 'b7c1', retryAfterSeconds: 3 },
    });
  });

  it('has a meaning here, whatever code it has', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(refusalStatuses).sort());
  });

  it('names Business Central’s own correlation id where that is known', () => {
    const message = 'It failed.  CorrelationId:  2f6ac0d6-6b5d-44a2-9c37-1c5b2b0a9f10.';
    const answer = {
      status: 500,
      headers: { 'x-correlation-id': 'b7c1' },
      body: { error: { code: 'Internal_ServerError', message } },
    };
    expect(failureOf(answer, 0).details.correlationId).toBe('2f6ac0d6-6b5d-44a2-9c37-1c5b2b0a9f10');
  });
});

describe('an answer out of the gateway’s memory', () => {
  const aged = (...parts: string[]) =>
    batchOf(...parts.map((age) => ({ ...rows(), ...(age === '' ? {} : { headers: { age } }) })));

  function asking(...ages: string[]) {
    const server = scripted(...ages.map((age) => aged('', age, '', '', '')));
    const clock = jumpingClock();
    const client = availabilityOf(
      openCompany(
        { odataUrl, company: 'CRONUS', authorization: tokens().authorization, matchBy: 'coupling' },
        { send: server.send, clock },
      ),
    );
    return { server, clock, client };
  }

  it('makes a figure as old as its oldest part', async () => {
    const { client, clock } = asking('12');
    const supply = await client.supplyOf([product('1896-S')]);
    expect([...supply.values()].map(({ readAt }) => readAt)).toEqual([clock.now() - 12_000]);
  });

  it.each(['', '0', '-5', 'old'])('of the age "%s" is new', async (age) => {
    const { client, clock } = asking(age);
    const supply = await client.supplyOf([product('1896-S')]);
    expect([...supply.values()].map(({ readAt }) => readAt)).toEqual([clock.now()]);
  });

  it('is not what the user wants who asks anew', async () => {
    const { client, server } = asking('', '');
    await client.supplyOf([product('1896-S')]);
    await client.supplyOf([product('1896-S')], { fresh: true });
    expect(server.requests.map(({ fresh }) => fresh)).toEqual([false, true]);
  });
});
