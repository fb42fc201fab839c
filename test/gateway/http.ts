import { once } from 'node:events';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
}

/** Sends a request on a connection of its own, the path exactly as given. */
export function send(origin: string, path: string, question: Question = {}): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method: question.method ?? 'GET',
        headers: question.headers,
        signal: question.signal,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const packed = response.headers['content-encoding'] === 'gzip';
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: (packed ? gunzipSync(bytes) : bytes).toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(question.body);
  });
}

/** The code of an error in Business Central's form, or of an OAuth error. */
export function codeOf({ text }: Reply): string {
  const { error } = JSON.parse(text) as { error: string | { code: string } };
  return typeof error === 'string' ? error : error.code;
}

/** A connection on which anything can be written. */
export async function openSocket(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

/** Waits until a connection has ended, in whatever way. */
export function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.once('close', () => resolve());
  });
}

/** Writes bytes as they are, and gives all that comes back until the other side closes. */
export async function sendRaw(origin: string, bytes: string): Promise<string> {
  const socket = await openSocket(origin);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = ended(socket);
  socket.write(bytes);
  await closed;
  return Buffer.concat(chunks).toString('utf8');
}
