import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf, type Reply } from './http';
import { startUpstream, type UpstreamDouble } from './upstreamDouble';

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly body?: { readonly error?: { readonly code: string } };
}

function partsOf({ text }: Reply): readonly PartAnswer[] {
  return (JSON.parse(text) as { responses: PartAnswer[] }).responses;
}

const items = (top: number): string => `${cronus}/ItemCard?$top=${top}`;

describe('a batch is opened, and every part judged', () => {
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let sara: string;
  let anna: string;

  beforeAll(async () => {
    upstream = await startUpstream();
    test = await startGateway({ odataUrl: upstream.odataUrl, environment: { CACHE_SECONDS: '0' } });
    [sara, anna] = await Promise.all([test.signIn(users.sara), test.signIn(users.anna)]);
  });
  afterAll(async () => {
    await test.close();
    await upstream.close();
  });

  function sentParts(): readonly { readonly url: string; readonly id: string }[] {
    const { body } = upstream.received.at(-1)!;
    return (JSON.parse(body) as { requests: { url: string; id: string }[] }).requests;
  }

  it('refuses a part for which the scope is too small, sends the others, and answers all in order', async () => {
    const reply = await test.batch(sara, [
      batchPart('a', items(1)),
      batchPart('b', `${cronus}/CustomerCard`),
      batchPart('c', items(2)),
    ]);
    expect(partsOf(reply).map(({ id, status, body }) => [id, status, body?.error?.code])).toEqual([
      ['a', 200, undefined],
      ['b', 403, 'Gateway_InsufficientScope'],
      ['c', 200, undefined],
    ]);
    expect(sentParts().map(({ url }) => decodeURIComponent(url))).toEqual(
      [items(1), items(2)].map(decodeURIComponent),
    );
  });

  it.each([
    ['a service that is not on the list', batchPart('x', `${cronus}/GeneralLedgerEntries`)],
    ['a company that is not on the list', batchPart('x', "Company('Fabrikam')/ItemCard")],
    ['a write', batchPart('x', `${cronus}/ItemCard`, 'PATCH')],
    ['an action', batchPart('x', 'CRMCoupling_Couple?company=CRONUS%20International%20Ltd.', 'POST')],
  ])('refuses %s as a part, even to an administrator', async (_, part) => {
    const reply = await test.batch(anna, [batchPart('a', items(1)), batchPart('b', items(2)), part]);
    expect(partsOf(reply).map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(sentParts()).toHaveLength(2);
  });

  it('sends nothing where a part is refused and the batch ends at its first failure', async () => {
    const before = upstream.received.length;
    const parts = [batchPart('a', items(1)), batchPart('b', `${cronus}/CustomerCard`)];
    const reply = await test.batch(sara, parts, { prefer: '' });
    expect([reply.status, codeOf(reply)]).toEqual([403, 'Gateway_InsufficientScope']);
    expect(upstream.received).toHaveLength(before);
  });

  it('ends the answer at the first failure where the caller did not ask to go on', async () => {
    upstream.answer = ({ body }, response) => {
      const { requests } = JSON.parse(body) as { requests: { id: string }[] };
      const responses = requests.map(({ id }, index) =>
        index === 1
          ? { id, status: 404, headers: {}, body: { error: { code: 'BadRequest_NotFound', message: 'x' } } }
          : { id, status: 200, headers: {}, body: { value: [] } },
      );
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ responses }));
    };
    const parts = ['a', 'b', 'c'].map((id, index) => batchPart(id, items(10 + index)));
    const ended = await test.batch(sara, parts, { prefer: 'odata.continue-on-error=false' });
    expect(partsOf(ended).map(({ status }) => status)).toEqual([200, 404]);
    const whole = await test.batch(sara, parts);
    expect(partsOf(whole).map(({ status }) => status)).toEqual([200, 404, 200]);
  });

  it('writes the batch anew, so that what was judged is what is sent', async () => {
    upstream.answer = ({ body }, response) => {
      const { requests } = JSON.parse(body) as { requests: { id: string }[] };
      const responses = requests.map(({ id }) => ({ id, status: 200, headers: {}, body: { value: [] } }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ responses }));
    };
    const hidden = `{"requests":[{"id":"a","method":"GET","url":"${cronus}/GeneralLedgerEntries","url":"${items(31)}"},
      {"id":"b","method":"PATCH","method":"GET","url":"${items(32)}","body":{"No":"x"},"headers":{"Company":"Fabrikam"}}]}`;
    const reply = await test.read(sara, '$batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: hidden,
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(upstream.received.at(-1)!.body)).toEqual({
      requests: [31, 32].map((top, index) => ({
        id: String(index + 1),
        method: 'GET',
        url: `Company('CRONUS%20International%20Ltd.')/ItemCard?$top=${top}`,
        headers: { Accept: 'application/json' },
      })),
    });
  });

  it.each<readonly [string, unknown]>([
    ['no list of requests', undefined],
    ['an empty list', []],
    ['101 parts', Array.from({ length: 101 }, (_, index) => batchPart(String(index), items(1)))],
    ['a batch in the batch', [batchPart('a', items(1)), batchPart('b', '$batch', 'POST')]],
    ['an absolute address', [batchPart('a', `http://evil.example/ODataV4/${items(1)}`)]],
    [
      'an absolute address of Business Central itself',
      [batchPart('a', `http://127.0.0.1:7048/BC/ODataV4/${items(1)}`)],
    ],
    ['an address without a scheme', [batchPart('a', `//evil.example/ODataV4/${items(1)}`)]],
    ['an absolute path', [batchPart('a', `/BC/ODataV4/${items(1)}`)]],
    ['a scheme before a service', [batchPart('a', `http:${items(1)}`)]],
    ['another scheme', [batchPart('a', 'file:///etc/passwd')]],
    ['a way out', [batchPart('a', `../../api/v2.0/${items(1)}`)]],
    ['a line end in an address', [batchPart('a', `${items(1)}\r\nX: y`)]],
    ['an encoded line end in an address', [batchPart('a', `${items(1)}%0d%0aX:%20y`)]],
    ['a line end in the name of a header', [{ ...batchPart('a', items(1)), headers: { 'a\r\nb': 'c' } }]],
    ['a line end in a header', [{ ...batchPart('a', items(1)), headers: { a: 'b\r\nAuthorization: x' } }]],
    ['a header that is no text', [{ ...batchPart('a', items(1)), headers: { a: ['b'] } }]],
    ['a line end in a method', [batchPart('a', items(1), 'GET\r\n')]],
    ['a line end in an id', [batchPart('a\r\n', items(1))]],
    ['an id that stands twice', [batchPart('a', items(1)), batchPart('a', items(2))]],
    ['no id', [{ method: 'GET', url: items(1) }]],
    ['a group that is one transaction', [{ ...batchPart('a', items(1)), atomicityGroup: 'g' }]],
    ['parts that wait for one another', [{ ...batchPart('a', items(1)), dependsOn: [] }]],
    ['a part that is no object', ['GET']],
    ['a null', [null]],
  ])('refuses the whole batch for %s', async (_, requests) => {
    const before = upstream.received.length;
    const reply = await test.batch(anna, requests);
    expect([reply.status, codeOf(reply)]).toEqual([400, 'Gateway_BadRequest']);
    expect(upstream.received).toHaveLength(before);
  });

  it('takes 100 parts', async () => {
    const parts = Array.from({ length: 100 }, (_, index) => batchPart(String(index), items(index + 100)));
    expect(partsOf(await test.batch(sara, parts))).toHaveLength(100);
  });

  it('takes no multipart batch', async () => {
    const reply = await test.read(anna, '$batch', {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=b' },
      body: `--b\r\nContent-Type: application/http\r\n\r\nGET ${items(1)} HTTP/1.1\r\n\r\n--b--`,
    });
    expect([reply.status, codeOf(reply)]).toEqual([415, 'Gateway_UnsupportedMediaType']);
  });

  it('asks a question that stands twice in a batch once', async () => {
    const reply = await test.batch(sara, [
      batchPart('a', items(7)),
      batchPart('b', items(7)),
      batchPart('c', items(8)),
    ]);
    expect(partsOf(reply).map(({ id, status }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 200],
      ['c', 200],
    ]);
    expect(sentParts()).toHaveLength(2);
  });
});
