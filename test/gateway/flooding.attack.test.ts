import { execSync, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { cronus, salesOrigin, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { ended, openSocket } from './http';

/** A caller who goes on sending may find the connection ended before the answer has come. */
const refusedOrCut = /^(HTTP\/1\.1 413 Payload Too Large)?$/;

const tenMegabytes = Buffer.alloc(10 * 1024 * 1024, 'a');

describe('large bodies', () => {
  let test: GatewayUnderTest;
  let sara: string;
  beforeAll(async () => {
    test = await startGateway();
    sara = await test.signIn(users.sara);
  });
  afterAll(() => test.close());

  /** Sends a body piece by piece until the gateway has enough of it. @returns the answer's first line, and bytes sent */
  async function flood(
    path: string,
    headers: readonly string[],
    body: Buffer,
  ): Promise<{ line: string; sent: number }> {
    const socket = await openSocket(test.origin);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    const closed = ended(socket);
    socket.write(
      [`POST ${path} HTTP/1.1`, 'Host: x', `Origin: ${salesOrigin}`, ...headers, '', ''].join('\r\n'),
    );
    let sent = 0;
    while (sent < body.length && !socket.destroyed && answer === '') {
      const piece = body.subarray(sent, sent + 64 * 1024);
      sent += piece.length;
      if (!socket.write(piece)) {
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
      }
    }
    socket.end();
    await closed;
    return { line: answer.split('\r\n')[0] ?? '', sent };
  }

  it('that say their length are refused before a byte of them is read', async () => {
    const headers = [
      `Authorization: Bearer ${sara}`,
      'Content-Type: application/json',
      `Content-Length: ${tenMegabytes.length}`,
    ];
    expect((await flood('/ODataV4/$batch', headers, tenMegabytes)).line).toBe(
      'HTTP/1.1 413 Payload Too Large',
    );
  });

  it('that do not say their length are cut at the limit', async () => {
    const headers = [
      `Authorization: Bearer ${sara}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ];
    const chunked = Buffer.concat([
      Buffer.from(`${tenMegabytes.length.toString(16)}\r\n`),
      tenMegabytes,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const { line, sent } = await flood('/ODataV4/$batch', headers, chunked);
    expect(line).toMatch(refusedOrCut);
    expect(sent).toBeLessThan(tenMegabytes.length);
  });

  it('of callers without a token are not taken at all', async () => {
    const headers = ['Content-Type: application/json', `Content-Length: ${tenMegabytes.length}`];
    expect((await flood('/ODataV4/$batch', headers, tenMegabytes)).line).toMatch(refusedOrCut);
  });

  it('for a token are refused', async () => {
    const headers = [
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${tenMegabytes.length}`,
    ];
    expect((await flood('/token', headers, tenMegabytes)).line).toMatch(refusedOrCut);
  });

  it('of brackets in brackets do no harm', async () => {
    const body = `{"requests":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    const reply = await test.read(sara, '$batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(reply.status).toBe(400);
  });
});

describe('slow and idle callers', () => {
  let test: GatewayUnderTest;
  let sara: string;
  beforeAll(async () => {
    test = await startGateway({ environment: { LIMIT_RECEIVE_SECONDS: '0.4' } });
    sara = await test.signIn(users.sara);
  });
  afterAll(() => test.close());

  /** Everything that comes until the gateway closes the connection. */
  async function untilCut(socket: Socket): Promise<string> {
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await ended(socket);
    return answer;
  }

  it('are cut while they send their headers', async () => {
    const socket = await openSocket(test.origin);
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX: ');
    const drip = setInterval(() => socket.write('a'), 20);
    expect(await untilCut(socket)).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
  });

  it('are cut while they send their body', async () => {
    const socket = await openSocket(test.origin);
    socket.write(
      `POST /ODataV4/$batch HTTP/1.1\r\nHost: x\r\nOrigin: ${salesOrigin}\r\nAuthorization: Bearer ${sara}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    );
    const drip = setInterval(() => socket.write(' '), 20);
    expect(await untilCut(socket)).toMatch(/^HTTP\/1\.1 4\d\d /);
    clearInterval(drip);
  });

  it('are cut where they say nothing at all', async () => {
    expect(await untilCut(await openSocket(test.origin))).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });
});

/** Opens connections and says nothing on them: a process of its own, since one process may not hold both ends of 10,000. */
const idleCaller = `
const { connect } = require('node:net');
const [port, count] = process.argv.slice(1).map(Number);
let opened = 0;
let ended = 0;
const open = () => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.resume();
    opened += 1;
    if (opened === count) console.log('opened');
    else if (opened % 500 === 0) openMore();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended += 1;
    if (ended === 1) console.log('ending');
    if (ended === count) console.log('ended');
  });
};
const openMore = () => Array.from({ length: Math.min(500, count - opened) }, open);
openMore();
`;

describe('10,000 idle connections', () => {
  const openFiles = Number(execSync('ulimit -n', { shell: '/bin/sh' }).toString().trim()) || 20_000;
  const count = Math.min(10_000, openFiles - 1_000);

  it(`(here ${count}) keep nobody from being answered, and end with the gateway`, async () => {
    const test = await startGateway({ environment: { LIMIT_RECEIVE_SECONDS: '60' } });
    const sara = await test.signIn(users.sara);
    const { port } = new URL(test.origin);
    const caller = spawn(process.execPath, ['-e', idleCaller, port, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const says = (word: string) =>
      new Promise<void>((resolve) => {
        const look = () => said.includes(word) && resolve();
        caller.stdout.on('data', look);
        look();
      });
    caller.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await says('opened');
    expect((await test.read(sara, `${cronus}/ItemCard?$top=1`)).status).toBe(200);
    expect(said).not.toContain('ending');
    await test.close();
    await says('ended');
  });
});
