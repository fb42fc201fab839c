import type { ServiceName } from '../connection';
import { BusinessCentralError, type BusinessCentralErrorCode } from '../errors';
import { correlationHeader, gatewayMeaning } from '../gateway/refusals';
import { retryAfterMs } from './retryAfter';

/** An answer of HTTP, or one part of a batch, as it came. */
export interface Answer {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined where there was none or it was not JSON. */
  readonly body: unknown;
}

export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status <= 299;
}

interface ServerError {
  readonly code: string;
  readonly message: string;
}

/** Business Central's error body `{"error":{"code","message"}}`; blank where the body is another (NAV, a proxy, nothing). */
function serverError(body: unknown): ServerError {
  const error = isRecord(body) ? body['error'] : undefined;
  return {
    code: isRecord(error) && typeof error['code'] === 'string' ? error['code'] : '',
    message: isRecord(error) && typeof error['message'] === 'string' ? error['message'] : '',
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The correlation id stands at the end of the sentence, after one space, two, or not at all (recorded answers). */
const correlation = /\s*CorrelationId:\s*([0-9a-f-]{36})\.?\s*$/i;

/** Server sentences are for administrators; no page of text is kept. */
const longestMessage = 500;

function codeOf(status: number, serverCode: string): BusinessCentralErrorCode {
  const meaning = gatewayMeaning(serverCode);
  if (meaning !== undefined) {
    return meaning;
  }
  if (serverCode === 'Internal_CompanyNotFound') {
    return 'companyNotFound';
  }
  switch (status) {
    case 401:
      return 'wrongCredentials';
    case 403:
      return 'forbidden';
    case 404:
      return 'serviceNotPublished';
    case 408:
    case 502:
    case 503:
    case 504:
      return 'unavailable';
    case 409:
      return serverCode === 'Request_EntityChanged' ? 'recordChanged' : 'businessCentralFailed';
    case 429:
      return 'tooManyRequests';
    default:
      // An AL error inside an action or trigger comes as 400 with an Application_ code (recorded answers).
      return status >= 500 || serverCode.startsWith('Application_')
        ? 'businessCentralFailed'
        : 'questionRefused';
  }
}

/**
 * Turns a refusal of Business Central into a coded error. The status and the server's code decide, never the
 * sentence, which comes in the user's language.
 */
export function failureOf(answer: Answer, now: number, service?: ServiceName): BusinessCentralError {
  const { code, message } = serverError(answer.body);
  const correlationId = correlation.exec(message)?.[1] ?? answer.headers[correlationHeader];
  const pause = retryAfterMs(answer.headers['retry-after'], now);
  const sentence = message.replace(correlation, '').slice(0, longestMessage);
  return new BusinessCentralError(codeOf(answer.status, code), {
    status: answer.status,
    ...(service === undefined ? {} : { service }),
    ...(code === '' ? {} : { serverCode: code }),
    ...(sentence === '' ? {} : { serverMessage: sentence }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(pause === null ? {} : { retryAfterSeconds: Math.ceil(pause / 1000) }),
  });
}

/**
 * The fields that a refusal complains about: a version of Business Central lacks them. The name stands in
 * apostrophes in every language of the sentence (*Could not find a property named 'X' on type 'NAV.Y'*).
 */
export function refusedFields(answer: Answer, asked: readonly string[]): string[] {
  const { message } = serverError(answer.body);
  return answer.status === 400 ? asked.filter((field) => message.includes(`'${field}'`)) : [];
}
