import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What reached the server in Business Central's place. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type AnswerUpstream = (
  request: ReceivedRequest,
  response: ServerResponse,
  socket: Socket,
) => void | Promise<void>;

/** A server in Business Central's place that answers as the test says, lies included. */
export interface UpstreamDouble {
  readonly odataUrl: string;
  readonly received: ReceivedRequest[];
  /** Requests that are being worked on, and the most at any time. */
  readonly concurrency: { now: number; most: number };
  answer: AnswerUpstream;
  close(): Promise<void>;
}

export const oneRow = '{"value":[{"No":"1896-S"}]}';

/** Answers one row to every question, and to every part of a batch. */
export const answerRows: AnswerUpstream = ({ body }, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(rowsFor(body));
};

/** The body of a right answer to a question or, where `body` is one, to a batch. */
export function rowsFor(body: string): string {
  const { requests } = (body === '' ? {} : JSON.parse(body)) as { requests?: { id: string }[] };
  return requests === undefined
    ? oneRow
    : JSON.stringify({
        responses: requests.map(({ id }) => ({
          id,
          status: 200,
          headers: {},
          body: JSON.parse(oneRow) as object,
        })),
      });
}

export async function startUpstream(answer: AnswerUpstream = answerRows): Promise<UpstreamDouble> {
  const concurrency = { now: 0, most: 0 };
  const received: ReceivedRequest[] = [];
  const work = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    concurrency.now += 1;
    concurrency.most = Math.max(concurrency.most, concurrency.now);
    response.on('close', () => (concurrency.now -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
    }
    const { method = '', url = '', headers } = request;
    const got = { method, url, headers, body: Buffer.concat(chunks).toString() };
    received.push(got);
    await upstream.answer(got, response, request.socket);
  };
  const server = createServer((request, response) => {
    work(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upstream: UpstreamDouble = {
    odataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/BC/ODataV4`,
    received,
    concurrency,
    answer,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return upstream;
}
