import { gzipSync } from 'node:zlib';
import { httpClient, type HttpClient, type OutboundAnswer } from '../../gateway/outbound/httpClient';
import { startUpstream, type UpstreamDouble } from './upstreamDouble';

describe('an answer to the gateway', () => {
  let upstream: UpstreamDouble;
  let client: HttpClient;
  beforeEach(async () => {
    upstream = await startUpstream();
    client = httpClient({ connections: 1, timeoutMs: 5_000, maxBytes: 100_000 });
  });
  afterEach(async () => {
    await client.close();
    await upstream.close();
  });

  function ask(signal = new AbortController().signal): Promise<OutboundAnswer> {
    return client.send({ method: 'GET', url: `${upstream.odataUrl}/x?y='%20'`, headers: {} }, signal);
  }

  function answer(body: Buffer, headers = {}): void {
    upstream.answer = (_, response) => void response.writeHead(200, headers).end(body);
  }

  it('belongs to the address exactly as it was given', async () => {
    expect((await ask()).status).toBe(200);
    expect(upstream.received[0]?.url).toBe("/BC/ODataV4/x?y='%20'");
  });

  it.each([10, 90_000])('of %i bytes is unpacked where it came packed', async (size) => {
    // Noise does not become smaller, so that the large one is unpacked in the other way.
    const text = Array.from({ length: size }, (_, index) =>
      String.fromCharCode(33 + ((index * 7919) % 94)),
    ).join('');
    answer(gzipSync(text, { level: 0 }), { 'content-encoding': 'gzip' });
    expect((await ask()).body).toBe(text);
  });

  it('is not taken where it was cut off while packed', async () => {
    answer(gzipSync(Buffer.alloc(50_000, ' '), { level: 0 }).subarray(0, 40_000), {
      'content-encoding': 'gzip',
    });
    await expect(ask()).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('is not taken where it is larger than agreed, as it comes or unpacked', async () => {
    answer(Buffer.alloc(100_001, ' '));
    await expect(ask()).rejects.toMatchObject({ reason: 'tooLarge' });
    answer(gzipSync(Buffer.alloc(10_000_000, ' ')), { 'content-encoding': 'gzip' });
    await expect(ask()).rejects.toMatchObject({ reason: 'tooLarge' });
  });

  it('is not waited for where the caller has gone already', async () => {
    await expect(ask(AbortSignal.abort())).rejects.toMatchObject({ reason: 'aborted' });
    expect(upstream.received).toHaveLength(0);
  });

  it('that never comes tells nothing of the request, whose headers hold credentials', async () => {
    const nobody = {
      method: 'GET',
      url: 'http://127.0.0.1:9/',
      headers: { authorization: 'Basic c2VjcmV0' },
    } as const;
    const failure: unknown = await client
      .send(nobody, new AbortController().signal)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'unreachable', detail: 'ECONNREFUSED' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('c2VjcmV0');
  });
});
