import type { Authorization } from '../connection';
import { BusinessCentralError } from '../errors';
import { correlationHeader, refusesToken } from '../gateway/refusals';
import { httpOver, parsedJson, type SendHttp } from '../http';
import { isSuccess, type Answer } from './failure';

/** A request below the connection's `/ODataV4`. */
export interface Request {
  readonly method: 'GET' | 'POST';
  /** Relative to `/ODataV4/`, percent-encoded. */
  readonly address: string;
  readonly body?: unknown;
  /** True: a gateway shall ask Business Central, and not answer from memory. */
  readonly fresh?: boolean;
}

/**
 * Sends one request and resolves with whatever Business Central answers.
 * @throws BusinessCentralError where no answer came, or a success that is not JSON
 */
export type Send = (request: Request, signal: AbortSignal) => Promise<Answer>;

/** UTF-8 before base64 (RFC 7617 §2.1), since `btoa` takes only Latin-1. */
export function basicCredentials(userName: string, key: string): string {
  const bytes = new TextEncoder().encode(`${userName}:${key}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function looksLikeHtml(contentType: string, body: string): boolean {
  return contentType.includes('html') || /^\s*<(!doctype|html|head|body)/i.test(body);
}

const batchHeaders = { 'Content-Type': 'application/json', Prefer: 'odata.continue-on-error' } as const;

/** Waits for a token only as long as somebody waits for the answer. */
async function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new BusinessCentralError('aborted'));
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) {
    stop();
  }
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @param headers those that the kind of authorization takes */
type SendWith = (
  request: Request,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<Answer>;

function sendTo(odataUrl: string, http: SendHttp): SendWith {
  return async ({ method, address, body }, headers, signal) => {
    const {
      status,
      headers: answered,
      text,
    } = await http(
      {
        method,
        url: `${odataUrl}/${address}`,
        headers: { Accept: 'application/json', ...headers, ...(method === 'POST' ? batchHeaders : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      signal,
    );
    const answer: Answer = { status, headers: answered, body: parsedJson(text) };
    if (!isSuccess(answer)) {
      return answer;
    }
    if (looksLikeHtml(answered['content-type'] ?? '', text)) {
      throw new BusinessCentralError('notBusinessCentral', { status });
    }
    if (answer.body === undefined) {
      throw new BusinessCentralError('unreadableAnswer', { status });
    }
    return answer;
  };
}

/** A gateway names a request by what the control calls it, and may be asked not to answer from memory. */
function gatewayHeaders(token: string, { fresh = false }: Request): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    [correlationHeader]: crypto.randomUUID(),
    ...(fresh ? { 'Cache-Control': 'no-cache' } : {}),
  };
}

/**
 * Business Central itself, or a gateway in front of it, as a place to send requests to. A token that the gateway does
 * not take is renewed once.
 * @param odataUrl up to and including `/ODataV4`
 */
export function transportTo(
  odataUrl: string,
  authorization: Authorization,
  http: SendHttp = httpOver(),
): Send {
  const send = sendTo(odataUrl, http);
  if (authorization.kind === 'accessKey') {
    const { userName, webServiceAccessKey } = authorization;
    const headers = { Authorization: `Basic ${basicCredentials(userName, webServiceAccessKey)}` };
    return (request, signal) => send(request, headers, signal);
  }
  const { token } = authorization;
  const sendWithToken = async (request: Request, held: string, signal: AbortSignal): Promise<Answer> => {
    try {
      return await send(request, gatewayHeaders(held, request), signal);
    } catch (error) {
      throw error instanceof BusinessCentralError && error.code === 'unreachable'
        ? new BusinessCentralError('gatewayUnreachable')
        : error;
    }
  };
  return async (request, signal) => {
    const held = await unlessAborted(token(), signal);
    const answer = await sendWithToken(request, held, signal);
    if (!refusesToken(answer)) {
      return answer;
    }
    return sendWithToken(request, await unlessAborted(token(held), signal), signal);
  };
}
