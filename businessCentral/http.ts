import axios, { type AxiosInstance } from 'axios';
import { BusinessCentralError } from './errors';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Sends one request and resolves with whatever comes back.
 * @throws BusinessCentralError `unreachable` where no answer came, `aborted` where the signal ended it
 */
export type SendHttp = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

function lowerCaseHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const),
  );
}

/**
 * The one place where HTTP happens. Nothing of axios leaves it: its errors carry the request with its
 * Authorization header, so they are replaced, never passed on or logged.
 */
export function httpOver(http: AxiosInstance = axios.create()): SendHttp {
  return async ({ method, url, headers, body }, signal) => {
    const response = await http
      .request<string>({
        method,
        url,
        headers: { ...headers },
        data: body,
        signal,
        responseType: 'text',
        transformResponse: (text: string) => text,
        validateStatus: () => true,
        withCredentials: false,
      })
      .catch(() => {
        throw new BusinessCentralError(signal.aborted ? 'aborted' : 'unreachable');
      });
    return {
      status: response.status,
      headers: lowerCaseHeaders(response.headers),
      text: typeof response.data === 'string' ? response.data : '',
    };
  };
}

/** @returns undefined where the text is no JSON */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
