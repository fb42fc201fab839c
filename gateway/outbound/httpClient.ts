import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { Agent } from 'undici';

/** A request that the gateway itself makes. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Absolute; the path goes out exactly as it stands here. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutboundAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Why there is no answer: no connection, or one that broke off; too late; nobody waits for it any more; what came
 * was too large, or no HTTP.
 */
export type OutboundFailureReason = 'unreachable' | 'timeout' | 'aborted' | 'tooLarge' | 'unreadable';

/** No answer came. Carries nothing of the request, whose headers hold credentials. */
export class OutboundFailure extends Error {
  public override readonly name = 'OutboundFailure';

  public constructor(
    public readonly reason: OutboundFailureReason,
    /** Code of the system or of the HTTP library, such as `ECONNREFUSED`; for the log. */
    public readonly detail: string = '',
  ) {
    super(detail === '' ? reason : `${reason} (${detail})`);
  }
}

/** Sends a request. Redirects are not followed. @throws OutboundFailure */
export type Send = (request: OutboundRequest, signal: AbortSignal) => Promise<OutboundAnswer>;

export interface HttpClient {
  readonly send: Send;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Connections that are open to one server at a time. */
  readonly connections: number;
  /** Milliseconds from sending to the last byte. */
  readonly timeoutMs: number;
  /** Largest body, unpacked. */
  readonly maxBytes: number;
}

const connectTimeoutMs = 5_000;

const unpackBeside = promisify(gunzip);

/** So few bytes are unpacked sooner than another thread is woken for them. */
const fewBytes = 16 * 1024;

function codeOf(failure: unknown): string {
  return typeof failure === 'object' &&
    failure !== null &&
    'code' in failure &&
    typeof failure.code === 'string'
    ? failure.code
    : '';
}

/** Codes of an answer that is no proper HTTP, such as one that says a wrong length. */
const unreadable = /^(HPE_|UND_ERR_RES_|UND_ERR_RESPONSE)/;

function failureOf(failure: unknown, timedOut: boolean, signal: AbortSignal): OutboundFailure {
  if (failure instanceof OutboundFailure) {
    return failure;
  }
  const code = codeOf(failure);
  if (timedOut || /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code)) {
    return new OutboundFailure('timeout', code);
  }
  if (signal.aborted) {
    return new OutboundFailure('aborted');
  }
  return new OutboundFailure(unreadable.test(code) ? 'unreadable' : 'unreachable', code);
}

function headersOf(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function readAll(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new OutboundFailure('tooLarge');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function textOf(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<string> {
  if (encoding !== 'gzip' || body.length === 0) {
    return body.toString('utf8');
  }
  try {
    const limits = { maxOutputLength: maxBytes };
    const unpacked = body.length > fewBytes ? await unpackBeside(body, limits) : gunzipSync(body, limits);
    return unpacked.toString('utf8');
  } catch (failure) {
    throw new OutboundFailure(codeOf(failure) === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'unreadable');
  }
}

/** A client with its own pool of connections; close it to let go of them. */
export function httpClient({ connections, timeoutMs, maxBytes }: HttpClientOptions): HttpClient {
  const agent = new Agent({
    connections,
    pipelining: 1,
    connect: { timeout: Math.min(connectTimeoutMs, timeoutMs) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });

  const send: Send = async (request, signal) => {
    const { origin } = new URL(request.url);
    const ended = new AbortController();
    const end = (): void => ended.abort();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, timeoutMs);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) {
      end();
    }
    try {
      const response = await agent.request({
        origin,
        path: request.url.slice(origin.length),
        method: request.method,
        headers: { 'accept-encoding': 'gzip', ...request.headers },
        body: request.body ?? null,
        signal: ended.signal,
      });
      const headers = headersOf(response.headers);
      const body = await readAll(response.body, maxBytes);
      return {
        status: response.statusCode,
        headers,
        body: await textOf(body, headers['content-encoding'], maxBytes),
      };
    } catch (failure) {
      throw failureOf(failure, timedOut, signal);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  };

  return { send, close: () => agent.destroy() };
}
