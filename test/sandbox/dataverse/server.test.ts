import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { controlName, validSolution, zipped } from './solutionFixture';

let dataverse: Dataverse;
let server: FastifyInstance;
let origin: string;

beforeAll(async () => {
  dataverse = createDataverse();
  dataverse.importSolution(zipped(validSolution));
  dataverse.seedCronus({ connection: null });
  server = fastify();
  await server.register(dataverse.routes);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => server.close());

afterEach(() => {
  dataverse.faults.clear();
  dataverse.requests.clear();
  dataverse.setLatency(0);
});

const whoAmI = (headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${origin}/api/data/v9.2/WhoAmI()`, { headers });

async function userIn(response: Response): Promise<unknown> {
  return ((await response.json()) as { UserId: unknown }).UserId;
}

describe('signing in', () => {
  it('is not needed to be Sara', async () => {
    expect(await userIn(await whoAmI())).toBe(recordId('systemuser', 'Sara Andersson'));
  });

  it('gives a cookie that scripts cannot read', async () => {
    const aino = recordId('systemuser', 'Aino Virtanen');
    const response = await fetch(`${origin}/sandbox/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: aino.toUpperCase() }),
    });
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toBe(`sandboxUser=${aino}; Path=/; HttpOnly; SameSite=Strict`);
    expect(await userIn(await whoAmI({ cookie: `theme=dark; ${cookie.split(';')[0]!}` }))).toBe(aino);
  });

  it('is refused for somebody who is not there', async () => {
    const response = await fetch(`${origin}/sandbox/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: recordId('systemuser', 'Nobody') }),
    });
    expect(response.status).toBe(404);
    expect((await whoAmI({ cookie: 'sandboxUser=nobody' })).status).toBe(401);
  });

  it('says who is signed in', async () => {
    const users = (await (await fetch(`${origin}/sandbox/users`)).json()) as readonly Record<
      string,
      unknown
    >[];
    expect(users.filter(({ signedIn }) => signedIn === true).map(({ name }) => name)).toEqual([
      'Sara Andersson',
    ]);
  });
});

describe('the files of an imported control', () => {
  const file = (path: string): Promise<Response> => fetch(`${origin}/webresources/cc_${controlName}/${path}`);

  it.each([
    ['bundle.js', 'application/javascript; charset=utf-8', 'var gauge = 1;'],
    ['css/gauge.css', 'text/css; charset=utf-8', '.gauge { color: red }'],
  ])('are served: %s', async (path, type, text) => {
    const response = await file(path);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(text);
  });

  it.each(['nosuch.js', '../../solution.xml', 'css', ''])('are not found: "%s"', async (path) => {
    expect((await file(path)).status).toBe(404);
  });
});

describe('failing on purpose', () => {
  it('throttles the next calls, and then answers again', async () => {
    dataverse.faults.failNext(2, { kind: 'throttled', retryAfterSeconds: 3 });
    for (let call = 0; call < 2; call += 1) {
      const response = await whoAmI();
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('3');
      expect(await response.json()).toMatchObject({ error: { code: '0x80072322' } });
    }
    expect((await whoAmI()).status).toBe(200);
  });

  it('is unavailable without the error shape of Dataverse', async () => {
    dataverse.faults.failNext(1, { kind: 'unavailable' });
    const response = await whoAmI();
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('cuts the connection', async () => {
    dataverse.faults.failNext(1, { kind: 'reset' });
    await expect(whoAmI()).rejects.toThrow();
    expect((await whoAmI()).status).toBe(200);
  });
});

describe('the log of requests', () => {
  it('holds method, path, status and user of every call, and nothing of its content', async () => {
    await whoAmI();
    await fetch(`${origin}/api/data/v9.2/nosuch?$top=1`, { headers: { cookie: 'sandboxUser=nobody' } });
    dataverse.faults.failNext(1, { kind: 'reset' });
    await whoAmI().catch(() => undefined);
    expect(dataverse.requests.all()).toMatchObject([
      {
        method: 'GET',
        path: '/api/data/v9.2/WhoAmI()',
        status: 200,
        userId: recordId('systemuser', 'Sara Andersson'),
      },
      { method: 'GET', path: '/api/data/v9.2/nosuch?$top=1', status: 401, userId: null },
      { method: 'GET', status: 0 },
    ]);
    expect(Object.keys(dataverse.requests.all()[0]!)).toEqual([
      'method',
      'path',
      'status',
      'userId',
      'started',
      'finished',
    ]);
  });

  it('gets an entry only after the latency that was asked for', async () => {
    dataverse.setLatency(300);
    const slow = whoAmI();
    await fetch(`${origin}/sandbox/users`);
    expect(dataverse.requests.all()).toEqual([]);
    await slow;
    expect(dataverse.requests.all()).toHaveLength(1);
  });
});

describe('a body that is no JSON', () => {
  it('is refused in the error shape of Dataverse', async () => {
    const response = await fetch(`${origin}/api/data/v9.2/quotes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name": ',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: '0x80048d19' } });
  });
});

describe('an address with a hostile encoding', () => {
  it('is answered, not crashed on', async () => {
    const { port } = new URL(origin);
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'GET /api/data/v9.2/quotes?$filter=%ZZ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        );
      });
      socket.once('data', (data) => resolve(data.toString().split('\r\n')[0]!));
      socket.once('error', reject);
    });
    expect(status).toBe('HTTP/1.1 400 Bad Request');
  });
});
