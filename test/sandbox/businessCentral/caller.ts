import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type {
  BusinessCentralOptions,
  SandboxBusinessCentral,
} from '../../../sandbox/businessCentral/options';
import { startBusinessCentral } from '../../../sandbox/businessCentral/server';

export const today = '2026-11-20';

export const salesUser = { userName: 'SALES', webServiceAccessKey: 'key of the tests, of no worth' };

export const cronusPath = "/Company('CRONUS%20International%20Ltd.')";

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Null: no Authorization header. */
  readonly credentials?: string | null;
  readonly signal?: AbortSignal;
}

export type Row = Readonly<Record<string, string | number | boolean>>;

/** Puts questions to a server, the address sent exactly as given. */
export interface Caller {
  readonly businessCentral: SandboxBusinessCentral;
  /** @param path after `/ODataV4`, or an absolute address */
  ask(path: string, question?: Question): Promise<Reply>;
  /** Rows of a service of CRONUS; the query is encoded here. */
  rows(service: string, query?: string): Promise<readonly Row[]>;
  /** Status, code and message without its correlation id. */
  refusal(path: string, question?: Question): Promise<{ status: number; code: string; message: string }>;
  batch(requests: readonly unknown[], headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

export function basic(userName: string, key: string): string {
  return `Basic ${Buffer.from(`${userName}:${key}`).toString('base64')}`;
}

function send(url: string, question: Question): Promise<Reply> {
  const {
    method = 'GET',
    headers = {},
    body,
    credentials = basic(salesUser.userName, salesUser.webServiceAccessKey),
  } = question;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request(
      {
        hostname,
        port,
        path: url.slice(new URL(url).origin.length),
        method,
        signal: question.signal,
        agent: false,
        headers: {
          ...(credentials === null ? {} : { authorization: credentials }),
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: (response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString(
              'utf8',
            ),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `$name=value` pairs joined by ampersands, with the values percent-encoded. */
export function encodedQuery(query: string): string {
  return query
    .split(/&(?=\$)/)
    .map((part) => {
      const equals = part.indexOf('=');
      return `${part.slice(0, equals)}=${encodeURIComponent(part.slice(equals + 1))}`;
    })
    .join('&');
}

/** Waits until something has come true. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** An address of a service of CRONUS, after `/ODataV4`. */
export function cronusService(service: string, query = ''): string {
  return `${cronusPath}/${service}${query === '' ? '' : `?${encodedQuery(query)}`}`;
}

export function valueOf(reply: Reply): readonly Row[] {
  return (JSON.parse(reply.text) as { value: readonly Row[] }).value;
}

export function errorOf(reply: Reply): { code: string; message: string } {
  return (JSON.parse(reply.text) as { error: { code: string; message: string } }).error;
}

/** Starts a server of the tests; close it by `businessCentral.close()`. */
export async function startCaller(options: Partial<BusinessCentralOptions> = {}): Promise<Caller> {
  const businessCentral = await startBusinessCentral({
    users: [salesUser],
    today,
    serviceTimeMs: 0,
    ...options,
  });
  const ask: Caller['ask'] = (path, question = {}) =>
    send(path.startsWith('http') ? path : `${businessCentral.odataUrl}${path}`, question);
  return {
    businessCentral,
    ask,
    async rows(service, query) {
      const reply = await ask(cronusService(service, query));
      if (reply.status !== 200) {
        throw new Error(`${reply.status} ${reply.text}`);
      }
      return valueOf(reply);
    },
    async refusal(path, question) {
      const reply = await ask(path, question);
      const { code, message } = errorOf(reply);
      return {
        status: reply.status,
        code,
        message: message.replace(/ {2}CorrelationId: {2}[0-9a-f-]{36}\.$/, ''),
      };
    },
    batch: (requests, headers = {}) =>
      ask('/$batch', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ requests }),
      }),
  };
}
