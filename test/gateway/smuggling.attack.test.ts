import { cronus, salesOrigin, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { sendRaw } from './http';

describe('requests that hide another request', () => {
  let test: GatewayUnderTest;
  let sara: string;
  beforeAll(async () => {
    test = await startGateway();
    sara = await test.signIn(users.sara);
  });
  afterAll(() => test.close());

  const hidden = `GET /ODataV4/${cronus}/CustomerCard HTTP/1.1\r\nHost: x\r\n\r\n`;

  function head(...lines: string[]): string {
    return [
      `POST /ODataV4/$batch HTTP/1.1`,
      'Host: gateway',
      `Origin: ${salesOrigin}`,
      `Authorization: Bearer ${sara}`,
      'Content-Type: application/json',
      ...lines,
      '',
      '',
    ].join('\r\n');
  }

  it.each<readonly [string, () => string]>([
    ['both lengths', () => head('Content-Length: 6', 'Transfer-Encoding: chunked') + `0\r\n\r\n${hidden}`],
    [
      'both lengths, the other way round',
      () => head('Transfer-Encoding: chunked', 'Content-Length: 6') + `0\r\n\r\n${hidden}`,
    ],
    ['two lengths', () => head('Content-Length: 0', `Content-Length: ${hidden.length}`) + hidden],
    ['a list of lengths', () => head('Content-Length: 0, 5') + hidden],
    ['a length with a sign', () => head('Content-Length: +5') + hidden],
    ['a negative length', () => head('Content-Length: -1') + hidden],
    ['a length in hexadecimal', () => head('Content-Length: 0x10') + hidden],
    ['an unknown transfer coding', () => head('Transfer-Encoding: xchunked') + `0\r\n\r\n${hidden}`],
    [
      'a transfer coding twice',
      () => head('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + hidden,
    ],
    ['chunked in the wrong place', () => head('Transfer-Encoding: chunked, identity') + `0\r\n\r\n${hidden}`],
    ['a space before the colon', () => head('Transfer-Encoding : chunked') + `0\r\n\r\n${hidden}`],
    ['a folded header', () => head('X: a\r\n Transfer-Encoding: chunked') + `0\r\n\r\n${hidden}`],
    ['a chunk size that is none', () => head('Transfer-Encoding: chunked') + `zz\r\n${hidden}`],
    ['a chunk size with a sign', () => head('Transfer-Encoding: chunked') + `-1\r\n${hidden}`],
    [
      'a chunk size that overflows',
      () => head('Transfer-Encoding: chunked') + `fffffffffffffffff\r\n${hidden}`,
    ],
    [
      'a chunk longer than it says',
      () => head('Transfer-Encoding: chunked') + `1\r\nabc\r\n0\r\n\r\n${hidden}`,
    ],
    [
      'a bare line feed between headers',
      () => head('X: a\nTransfer-Encoding: chunked') + `0\r\n\r\n${hidden}`,
    ],
    [
      'a bare carriage return in a header',
      () => head('X: a\rTransfer-Encoding: chunked') + `0\r\n\r\n${hidden}`,
    ],
    ['a zero byte in a header', () => head('X: a\u0000b') + hidden],
    ['no host', () => 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['an unknown version', () => 'GET /healthz HTTP/3.7\r\nHost: x\r\n\r\n'],
    ['another protocol', () => 'EHLO gateway\r\n'],
    ['headers of 40 KB', () => head(`X: ${'a'.repeat(40 * 1024)}`)],
  ])('are refused: %s', async (_, bytes) => {
    const before = test.reached();
    const answer = await sendRaw(test.origin, bytes());
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    // One answer, and the connection has ended: what was hidden has not become a request.
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(test.reached()).toBe(before);
  });

  it('two requests in one packet are answered one after another, each with its own admission', async () => {
    const first = [
      `GET /ODataV4/${cronus}/LocationList HTTP/1.1`,
      'Host: x',
      `Origin: ${salesOrigin}`,
      `Authorization: Bearer ${sara}`,
      '',
      '',
    ].join('\r\n');
    const second = `GET /ODataV4/${cronus}/LocationList HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    const answers = (await sendRaw(test.origin, first + second)).match(/HTTP\/1\.1 \d+/g);
    expect(answers).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401']);
  });

  it.each(['CONNECT bc01:7048 HTTP/1.1', 'TRACE /ODataV4/ HTTP/1.1', 'PROPFIND / HTTP/1.1'])(
    'the method of %s leads nowhere',
    async (line) => {
      const answer = await sendRaw(test.origin, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer === '' || /^HTTP\/1\.1 (400|404|405|501) /.test(answer)).toBe(true);
    },
  );
});
