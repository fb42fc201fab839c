import axios, { type AxiosInstance } from 'axios';
import type { Authorization } from '../connection';
import { BusinessCentralError } from '../errors';
import { isSuccess, type Answer } from './failure';

/** A request below the connection's `/ODataV4`. */
export interface Request {
  readonly method: 'GET' | 'POST';
  /** Relative to `/ODataV4/`, percent-encoded. */
  readonly address: string;
  readonly body?: unknown;
}

/**
 * Sends one request and resolves with whatever Business Central answers.
 * @throws BusinessCentralError where no answer came, or a success that is not JSON
 */
export type Send = (request: Request, signal: AbortSignal) => Promise<Answer>;

/** UTF-8 before base64 (RFC 7617 §2.1), since `btoa` takes only Latin-1. */
function basicCredentials(userName: string, key: string): string {
  const bytes = new TextEncoder().encode(`${userName}:${key}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function authorizationHeader(authorization: Authorization): Promise<string> {
  return authorization.kind === 'accessKey'
    ? `Basic ${basicCredentials(authorization.userName, authorization.webServiceAccessKey)}`
    : `Bearer ${await authorization.token()}`;
}

function lowerCaseHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const),
  );
}

function looksLikeHtml(contentType: string, body: string): boolean {
  return contentType.includes('html') || /^\s*<(!doctype|html|head|body)/i.test(body);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * The one place where HTTP happens. Nothing of axios leaves it: its errors carry the request with its
 * Authorization header, so they are replaced, never passed on or logged.
 * @param odataUrl up to and including `/ODataV4`
 */
export function transportTo(
  odataUrl: string,
  authorization: Authorization,
  http: AxiosInstance = axios.create(),
): Send {
  return async (request, signal) => {
    const response = await http
      .request<string>({
        url: `${odataUrl}/${request.address}`,
        method: request.method,
        data: request.body === undefined ? undefined : JSON.stringify(request.body),
        headers: {
          Accept: 'application/json',
          Authorization: await authorizationHeader(authorization),
          ...(request.method === 'POST'
            ? { 'Content-Type': 'application/json', Prefer: 'odata.continue-on-error' }
            : {}),
        },
        signal,
        responseType: 'text',
        transformResponse: (body: string) => body,
        validateStatus: () => true,
        withCredentials: false,
      })
      .catch(() => {
        throw new BusinessCentralError(signal.aborted ? 'aborted' : 'unreachable');
      });

    const text = typeof response.data === 'string' ? response.data : '';
    const headers = lowerCaseHeaders(response.headers);
    const answer: Answer = { status: response.status, headers, body: parsed(text) };
    if (!isSuccess(answer)) {
      return answer;
    }
    if (looksLikeHtml(headers['content-type'] ?? '', text)) {
      throw new BusinessCentralError('notBusinessCentral', { status: response.status });
    }
    if (answer.body === undefined) {
      throw new BusinessCentralError('unreadableAnswer', { status: response.status });
    }
    return answer;
  };
}
