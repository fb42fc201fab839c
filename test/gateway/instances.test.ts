import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { startRedis, type RedisServer } from './redisServer';
import { until } from './until';
import { answerRows, startUpstream, type UpstreamDouble } from './upstreamDouble';

const items = (top = 1): string => `${cronus}/ItemCard?$top=${top}`;
const couple = 'CRMCoupling_Couple?company=CRONUS%20International%20Ltd.';

/** A real Redis where one is installed (Debian's redis-server). */
async function startRealRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const server: ChildProcess = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', 'password-of-redis'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  for await (const line of server.stdout as AsyncIterable<Buffer>) {
    if (line.toString().includes('Ready to accept connections')) {
      break;
    }
  }
  return {
    url: `redis://:password-of-redis@127.0.0.1:${port}`,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

const kinds: readonly (readonly [string, () => Promise<{ url: string; stop: () => Promise<void> }>])[] = [
  ['a double of Redis', startRedis],
  ...(hasRedis ? [['a real Redis', startRealRedis] as const] : []),
];

describe.each(kinds)('two instances with %s', (_, start) => {
  let redis: { url: string; stop: () => Promise<void> };
  let upstream: UpstreamDouble;
  let one: GatewayUnderTest;
  let other: GatewayUnderTest;
  const tokens = { one: '', other: '', admin: '' };

  beforeAll(async () => {
    redis = await start();
  });
  afterAll(() => redis.stop());

  beforeEach(async () => {
    upstream = await startUpstream();
    // The same audience: two instances of one gateway. Each test's is its own, so that they share nothing.
    const environment = { REDIS_URL: redis.url, TOKEN_AUDIENCE: `urn:test:${upstream.odataUrl}` };
    one = await startGateway({ odataUrl: upstream.odataUrl, environment });
    other = await startGateway({ odataUrl: upstream.odataUrl, environment });
    tokens.one = await one.signIn(users.sara);
    tokens.other = await other.signIn(users.tom);
    tokens.admin = await other.signIn(users.anna);
    // The connections to Redis are made meanwhile; an answer that both give shows that they are there.
    await until(async () => {
      const before = upstream.received.length;
      await one.read(tokens.one, items(99));
      await other.read(tokens.other, items(99));
      return upstream.received.length === before;
    });
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await upstream.close();
  });

  it('share what has been answered', async () => {
    const before = upstream.received.length;
    await one.read(tokens.one, items(1));
    // What is kept is written while the caller already has the answer.
    await until(async () => {
      const asked = upstream.received.length;
      await other.read(tokens.other, items(1));
      return upstream.received.length === asked;
    });
    expect(upstream.received.length - before).toBeLessThanOrEqual(2);
  });

  it('share five places', async () => {
    upstream.answer = (request, response, socket) => {
      setTimeout(() => void answerRows(request, response, socket), 5);
    };
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => [
        one.read(tokens.one, items(100 + index)),
        other.read(tokens.other, items(200 + index)),
      ]).flat(),
    );
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(upstream.concurrency.most).toBeLessThanOrEqual(5);
  });

  it('forget what they know of a company when one of them relays a write', async () => {
    await one.read(tokens.one, items(1));
    upstream.answer = ({ method }, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(method === 'POST' ? '{"value":"job"}' : '{"value":[]}');
    };
    await other.read(tokens.admin, couple, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"tableId":18}',
    });
    expect((await one.read(tokens.one, items(1))).text).toBe('{"value":[]}');
  });
});

describe('an instance whose Redis is lost', () => {
  let redis: RedisServer;
  let test: GatewayUnderTest;
  beforeEach(async () => {
    redis = await startRedis();
    test = await startGateway({ environment: { REDIS_URL: redis.url } });
  });
  afterEach(() => test.close());

  it('goes on alone, says so once, and does not tell the address', async () => {
    const sara = await test.signIn(users.sara);
    await until(() => redis.commands.includes('AUTH'));
    expect((await test.read(sara, items(1))).status).toBe(200);
    await redis.stop();
    const replies = await Promise.all([2, 3, 4].map((top) => test.read(sara, items(top))));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const said = test.log.filter((line) => line.includes('Redis'));
    expect(said).toHaveLength(1);
    expect(test.log.join('')).not.toContain('password-of-redis');
  });

  it('keeps no names and no numbers in its keys', async () => {
    const sara = await test.signIn(users.sara);
    await until(async () => {
      await test.read(sara, `${cronus}/ItemCard?$filter=No%20eq%20'1896-S'`);
      return [...redis.values.keys()].some((key) => key.includes(':answer:'));
    });
    expect([...redis.values.keys()].join('\n')).not.toMatch(/CRONUS|1896|ItemCard|availability/);
    await redis.stop();
  });
});
