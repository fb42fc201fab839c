import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf, type Reply } from './http';
import { answerRows, oneRow, startUpstream, type UpstreamDouble } from './upstreamDouble';

const items = (top = 1): string => `${cronus}/ItemCard?$top=${top}`;

function seen(reply: Reply): readonly [number, string] {
  return [reply.status, codeOf(reply)];
}

describe('while Business Central is in trouble', () => {
  let skew = 0;
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let sara: string;

  beforeEach(async () => {
    skew = 0;
    upstream = await startUpstream();
    test = await startGateway({
      odataUrl: upstream.odataUrl,
      now: () => Date.now() + skew,
      environment: { BC_TIMEOUT_SECONDS: '0.4', CACHE_SECONDS: '0' },
    });
    sara = await test.signIn(users.sara);
  });
  afterEach(async () => {
    await test.close();
    await upstream.close();
  });

  function json(response: ServerResponse, status: number, body: string, headers = {}): void {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }

  it('says that there is no connection', async () => {
    upstream.answer = (_, __, socket) => void socket.destroy();
    expect(seen(await test.read(sara, items()))).toEqual([502, 'Gateway_Unreachable']);
  });

  it('says that it took too long, and gives the place back', async () => {
    upstream.answer = () => undefined;
    expect(seen(await test.read(sara, items()))).toEqual([504, 'Gateway_Timeout']);
    upstream.answer = answerRows;
    expect((await test.read(sara, items())).status).toBe(200);
  });

  it('says that it took too long where the answer drips', async () => {
    upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 30);
      response.on('close', () => clearInterval(drip));
    };
    expect(seen(await test.read(sara, items()))).toEqual([504, 'Gateway_Timeout']);
  });

  it.each<readonly [string, UpstreamDouble['answer'], readonly [number, string]]>([
    [
      'says more than it sends',
      (_, response, socket) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
        response.write(oneRow, () => socket.end());
      },
      [502, 'Gateway_Unreachable'],
    ],
    [
      'sends more than it says',
      (_, __, socket) => {
        socket.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n${oneRow}`);
      },
      [502, 'Gateway_UnreadableAnswer'],
    ],
    [
      'says both lengths',
      (_, __, socket) => {
        socket.end(
          `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n0\r\n\r\n`,
        );
      },
      [502, 'Gateway_UnreadableAnswer'],
    ],
    ['speaks no HTTP', (_, __, socket) => void socket.end('SSH-2.0-x\r\n'), [502, 'Gateway_Unreachable']],
    [
      'sends half of its JSON',
      (_, response) => json(response, 200, '{"value":['),
      [502, 'Gateway_UnreadableAnswer'],
    ],
    ['sends nothing', (_, response) => json(response, 200, ''), [502, 'Gateway_UnreadableAnswer']],
    [
      'sends what is not packed as if it were',
      (_, response) => json(response, 200, oneRow, { 'content-encoding': 'gzip' }),
      [502, 'Gateway_UnreadableAnswer'],
    ],
    [
      'sends a page to sign in',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>');
      },
      [502, 'Gateway_NotBusinessCentral'],
    ],
    [
      'sends the caller elsewhere',
      (_, response) => json(response, 302, '', { location: 'http://169.254.169.254/' }),
      [502, 'Gateway_NotBusinessCentral'],
    ],
    [
      'sends the key back',
      ({ headers }, response) => json(response, 200, JSON.stringify({ value: [], debug: headers })),
      [502, 'Gateway_UnreadableAnswer'],
    ],
    [
      'sends the key back in an error',
      ({ headers }, response) =>
        json(response, 400, JSON.stringify({ error: { code: 'x', message: headers.authorization } })),
      [502, 'Gateway_UnreadableAnswer'],
    ],
    [
      'fails with a page of HTML',
      (_, response) => {
        response
          .writeHead(503, { 'content-type': 'text/html' })
          .end('<HTML><h2>Service Unavailable</h2></HTML>');
      },
      [503, ''],
    ],
    [
      'fails with an error of AL',
      (_, response) =>
        json(response, 400, '{"error":{"code":"Application_DialogException","message":"Blocked."}}'),
      [400, 'Application_DialogException'],
    ],
    ['knows no such service', (_, response) => void response.writeHead(404).end(), [404, '']],
  ])('tells what happened where it %s', async (_, answer, expected) => {
    upstream.answer = answer;
    expect(seen(await test.read(sara, items()))).toEqual(expected);
  });

  it('unpacks what comes packed', async () => {
    upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(oneRow));
    };
    expect((await test.read(sara, items())).text).toBe(oneRow);
  });

  it('tells which parts of a batch failed', async () => {
    upstream.answer = (_, response) =>
      json(
        response,
        200,
        JSON.stringify({
          responses: [
            {
              id: '2',
              status: 404,
              headers: {},
              body: { error: { code: 'BadRequest_NotFound', message: 'x' } },
            },
            { id: '1', status: 200, headers: {}, body: oneRow },
            { id: '3', status: 401, headers: { 'WWW-Authenticate': 'Basic' } },
          ],
        }),
      );
    const parts = ['a', 'b', 'c', 'd'].map((id, index) => batchPart(id, items(index + 1)));
    const { responses } = JSON.parse((await test.batch(sara, parts)).text) as {
      responses: { id: string; status: number; body: { error?: { code: string } } }[];
    };
    expect(responses.map(({ id, status, body }) => [id, status, body.error?.code])).toEqual([
      ['a', 200, undefined],
      ['b', 404, 'BadRequest_NotFound'],
      ['c', 502, 'Gateway_WrongCredentials'],
      ['d', 502, 'Gateway_UnreadableAnswer'],
    ]);
  });

  it('answers a batch that failed as a whole with what happened', async () => {
    upstream.answer = (_, response) =>
      json(response, 429, '{"error":{"code":"Application_TooManyRequests","message":"x"}}', {
        'retry-after': '2',
      });
    const reply = await test.batch(sara, [batchPart('a', items(1)), batchPart('b', items(2))]);
    expect(seen(reply)).toEqual([429, 'Application_TooManyRequests']);
    expect(reply.headers['retry-after']).toBe('2');
  });

  it('does not say that a wrong key is the wrong token of the caller, and spares the user of Business Central', async () => {
    upstream.answer = (_, response) => {
      response
        .writeHead(401, {
          'www-authenticate': 'Basic realm="Business Central"',
          'content-type': 'application/json',
        })
        .end('{"error":{"code":"Unauthorized","message":"The credentials provided are incorrect."}}');
    };
    const reply = await test.read(sara, items());
    expect(seen(reply)).toEqual([502, 'Gateway_WrongCredentials']);
    expect(reply.headers['www-authenticate']).toBeUndefined();
    expect(seen(await test.read(sara, items(2)))).toEqual([502, 'Gateway_WrongCredentials']);
    expect(upstream.received).toHaveLength(1);
    upstream.answer = answerRows;
    skew = 31_000;
    expect((await test.read(sara, items(2))).status).toBe(200);
  });

  it('obeys Retry-After, and passes it on', async () => {
    upstream.answer = (_, response) => json(response, 503, '{}', { 'retry-after': '20' });
    const first = await test.read(sara, items());
    expect([first.status, first.headers['retry-after']]).toEqual([503, '20']);
    const second = await test.read(sara, items(2));
    expect([...seen(second), second.headers['retry-after']]).toEqual([503, 'Gateway_Paused', '20']);
    expect(upstream.received).toHaveLength(1);
  });

  it('asks no more after five failures, then one as a probe, then all', async () => {
    upstream.answer = (_, __, socket) => void socket.destroy();
    for (let count = 1; count <= 5; count += 1) {
      expect(seen(await test.read(sara, items(count)))).toEqual([502, 'Gateway_Unreachable']);
    }
    const paused = await test.read(sara, items());
    expect(seen(paused)).toEqual([503, 'Gateway_Paused']);
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(0);
    expect(upstream.received).toHaveLength(5);

    skew = 6_000;
    let release: () => void = () => undefined;
    const probed = new Promise<void>((resolve) => {
      upstream.answer = (request, response) => {
        release = () => void answerRows(request, response, response.socket!);
        resolve();
      };
    });
    const probe = test.read(sara, items(1));
    await probed;
    expect(seen(await test.read(sara, items(2)))).toEqual([503, 'Gateway_Paused']);
    upstream.answer = answerRows;
    release();
    expect((await probe).status).toBe(200);
    expect((await test.read(sara, items(3))).status).toBe(200);
  });

  it('is told to the log with the id of the control and those of Business Central', async () => {
    const own = '2a3b4c5d-0000-4000-8000-000000000001';
    const theirs = '9f8e7d6c-0000-4000-8000-000000000002';
    upstream.answer = (_, response) =>
      json(response, 500, `{"error":{"code":"Internal","message":"x  CorrelationId:  ${theirs}."}}`);
    const reply = await test.read(sara, items(), { headers: { 'x-correlation-id': own } });
    expect(reply.headers['x-correlation-id']).toBe(own);
    expect(upstream.received[0]?.headers['client-request-id']).toBe(own);
    const line = test.log
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find((entry) => 'businessCentralIds' in entry);
    expect(line).toMatchObject({ correlationId: own, businessCentralIds: [theirs], status: 500 });
  });

  it('takes no correlation id that is none', async () => {
    const reply = await test.read(sara, items(), { headers: { 'x-correlation-id': 'a"} {"level":"fatal' } });
    expect(reply.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
