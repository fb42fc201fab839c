import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { spoiltAnswer } from '../faults/spoiltAnswer';
import type { Answer } from '../odata/answer';
import { answerBatch, type AnsweredPart } from '../odata/batch';
import { answerToFailure, errorAnswer, unauthorizedAnswer } from '../odata/errorAnswer';
import { ODataError, tooManyRequests } from '../odata/odataError';
import { answerOperation, type BusinessCentralServer, type Operation } from '../odata/operation';
import { authenticatedUser } from './basicAuthentication';
import { receiveBody } from './receiveBody';
import type { RequestLog } from './requestLog';
import type { RequestQueue } from './requestQueue';
import { crossOriginHeaders, preflightAnswer } from './reverseProxy';
import { sendAnswer } from './sendAnswer';

/** Longest address that a real on-premises server was seen to take; a longer one gets 400, never 414. */
const maxUrlLength = Math.round(15.7 * 1024);

/** Where the OData services live on the server. */
export const odataPath = '/BC/ODataV4';

/** What the endpoint needs beside the server that works operations off. */
export interface EndpointContext {
  readonly server: BusinessCentralServer;
  readonly queue: RequestQueue;
  readonly requests: RequestLog;
  /** Delay of every HTTP request, in milliseconds. */
  latency(): number;
}

/** What is known of a request that has been answered. */
interface Outcome {
  readonly answer: Answer;
  readonly user: string | null;
  readonly parts: readonly AnsweredPart[];
}

function headersOf(request: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}

/** Works a request off in its user's turn. */
async function inTurn(
  request: IncomingMessage,
  signal: AbortSignal,
  { server, queue }: EndpointContext,
): Promise<Outcome> {
  const nobody = { user: null, parts: [] };
  const user = authenticatedUser(request.headers.authorization, server.options.users);
  if (user === null) {
    return { ...nobody, answer: unauthorizedAnswer(server.options) };
  }
  const endTurn = await queue.turn(user.userName, signal);
  if (endTurn === null) {
    return { user: user.userName, parts: [], answer: errorAnswer(tooManyRequests(queue.queued)) };
  }
  try {
    const [path = '', ...query] = (request.url ?? '').slice(odataPath.length + 1).split('?');
    const operation: Operation = {
      method: request.method ?? 'GET',
      path,
      query: query.join('?'),
      headers: headersOf(request),
      body: await receiveBody(request),
      user,
      signal,
    };
    const isBatch = operation.method === 'POST' && /^(\$|%24)batch$/i.test(path);
    const { answer, parts } = isBatch
      ? await answerBatch(operation, server)
      : { answer: await answerOperation(operation, server), parts: [] };
    return { user: user.userName, parts, answer };
  } catch (failure) {
    if (signal.aborted) {
      throw failure;
    }
    return { user: user.userName, parts: [], answer: answerToFailure(failure, server.options) };
  } finally {
    endTurn();
  }
}

async function outcomeOf(
  request: IncomingMessage,
  signal: AbortSignal,
  context: EndpointContext,
): Promise<Outcome> {
  const { server } = context;
  await wait(context.latency(), undefined, { signal });
  const preflight = preflightAnswer(server.options.reverseProxy, request.method ?? '', request.headers);
  if (preflight !== null) {
    return { answer: preflight, user: null, parts: [] };
  }
  if ((request.url ?? '').length > maxUrlLength) {
    const tooLong = new ODataError(400, 'Internal_ServerError', 'An error has occurred.');
    return { answer: errorAnswer(tooLong), user: null, parts: [] };
  }
  const fault = server.faults.takeForRequest();
  if (fault === null) {
    return inTurn(request, signal, context);
  }
  let user: string | null = null;
  let parts: readonly AnsweredPart[] = [];
  const right = async (): Promise<Answer> => {
    const outcome = await inTurn(request, signal, context);
    ({ user, parts } = outcome);
    return outcome.answer;
  };
  const answer = await spoiltAnswer(fault, right, server.options, signal);
  return { answer, user, parts };
}

/**
 * Answers one HTTP request to the OData services: network, reverse proxy, faults, authentication, the user's queue,
 * and then the operation or the batch.
 */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: EndpointContext,
): Promise<void> {
  const startedMs = Date.now();
  const caller = new AbortController();
  response.on('close', () => caller.abort());
  let outcome: Outcome | null = null;
  let bytes = 0;
  try {
    outcome = await outcomeOf(request, caller.signal, context);
    const proxy = crossOriginHeaders(context.server.options.reverseProxy, request.headers.origin);
    const answer = { ...outcome.answer, headers: { ...outcome.answer.headers, ...proxy } };
    bytes = await sendAnswer(response, answer, request.headers['accept-encoding'] ?? '', caller.signal);
  } catch (failure) {
    if (!caller.signal.aborted) {
      throw failure;
    }
  } finally {
    const brokenOff = bytes === 0 && !response.headersSent;
    context.requests.add({
      method: request.method ?? '',
      url: request.url ?? '',
      status: brokenOff ? null : (outcome?.answer.status ?? null),
      startedMs,
      finishedMs: Date.now(),
      user: outcome?.user ?? null,
      bytes,
      parts: outcome?.parts ?? [],
    });
  }
}
