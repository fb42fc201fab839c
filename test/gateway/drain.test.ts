import { once } from 'node:events';
import { cronus, salesOrigin, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { openSocket } from './http';
import { until } from './until';
import { answerRows, startUpstream, type UpstreamDouble } from './upstreamDouble';

const items = (top: number): string => `${cronus}/ItemCard?$top=${top}`;

describe('a gateway that is about to stop', () => {
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let sara: string;
  let tom: string;
  beforeEach(async () => {
    upstream = await startUpstream();
    test = await startGateway({ odataUrl: upstream.odataUrl });
    [sara, tom] = await Promise.all([test.signIn(users.sara), test.signIn(users.tom)]);
  });
  afterEach(() => upstream.close());

  it('tells the balancer, and still answers, each answer ending its connection', async () => {
    test.gateway.drain();
    const ready = await test.ask('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      503,
      { status: 'draining', businessCentral: 'asked' },
    ]);
    const reply = await test.read(sara, items(1));
    expect([reply.status, reply.headers['connection']]).toEqual([200, 'close']);
    await test.close();
  });

  it('answers what is under way and what waits for its turn, and takes no new connection', async () => {
    const held: (() => void)[] = [];
    upstream.answer = (request, response, socket) => {
      held.push(() => void answerRows(request, response, socket));
    };
    const replies = Promise.all(
      [sara, tom].flatMap((token, user) =>
        Array.from({ length: 4 }, (_, index) => test.read(token, items(10 * user + index + 1))),
      ),
    );
    await until(() => held.length === 5);
    const closed = test.close();
    await until(() =>
      test.ask('/healthz').then(
        () => false,
        () => true,
      ),
    );
    upstream.answer = answerRows;
    held.forEach((answer) => answer());
    expect((await replies).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    await closed;
  });

  it('answers a request that comes on an open connection meanwhile, and then ends it', async () => {
    const held: (() => void)[] = [];
    upstream.answer = (request, response, socket) => {
      held.push(() => void answerRows(request, response, socket));
    };
    const socket = await openSocket(test.origin);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const request = (top: number): string =>
      `GET /ODataV4/${items(top)} HTTP/1.1\r\nHost: x\r\nOrigin: ${salesOrigin}\r\nAuthorization: Bearer ${sara}\r\n\r\n`;
    socket.write(request(1));
    await until(() => held.length === 1);
    const closed = test.close();
    held[0]?.();
    await Promise.all([once(socket, 'close'), closed]);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toMatch(/connection: close/i);
  });
});
