import { BusinessCentralError, type BusinessCentralErrorCode } from '../errors';
import { parsedJson, type HttpAnswer, type SendHttp } from '../http';
import { isRecord } from '../odata/failure';
import { retryAfterMs } from '../odata/retryAfter';
import type { IssuedToken } from './keptToken';
import { gatewayMeaning } from './refusals';

/** A row of `bcs_gatewayticket` that was just made, and the value whose hash it holds. */
export interface GatewayTicket {
  /** Id of the row. */
  readonly id: string;
  /** 256 bits in hexadecimal digits; nobody but its maker knows it. */
  readonly value: string;
}

/** Milliseconds that an exchange may take; the gateway asks Dataverse meanwhile. */
const exchangeDeadline = 8_000;

/** Token exchange (RFC 8693 §2.1), in the words of docs/gateway.md. */
const exchange = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:business-central-for-sales:gateway-ticket',
} as const;

/** What the gateway answers instead of a token (RFC 6749 §5.2, RFC 8693 §2.2.2). */
const refusals: Readonly<Partial<Record<string, BusinessCentralErrorCode>>> = {
  // The ticket is good, but its maker holds none of the roles.
  access_denied: 'notPermitted',
  // The ticket is not, for a reason that the gateway keeps to itself.
  invalid_request: 'gatewayRefused',
  unsupported_grant_type: 'gatewayRefused',
  slow_down: 'tooManyRequests',
  temporarily_unavailable: 'gatewayUnavailable',
  server_error: 'gatewayUnavailable',
};

/** The token endpoint's own error, or the code by which the gateway refuses any request. */
function errorIn(body: unknown): string {
  const error = isRecord(body) ? body['error'] : null;
  const code = isRecord(error) ? error['code'] : error;
  return typeof code === 'string' ? code : '';
}

function meaningOf(error: string): BusinessCentralErrorCode | undefined {
  return Object.prototype.hasOwnProperty.call(refusals, error) ? refusals[error] : gatewayMeaning(error);
}

function refusalOf({ status, headers }: HttpAnswer, body: unknown): BusinessCentralError {
  const error = errorIn(body);
  const meaning = meaningOf(error);
  const pause = retryAfterMs(headers['retry-after'], Date.now());
  // Whatever does not answer in the gateway's words is not the gateway, or stands in front of it.
  return new BusinessCentralError(meaning ?? (status >= 500 ? 'gatewayUnavailable' : 'notBusinessCentral'), {
    status,
    ...(meaning === undefined ? {} : { serverCode: error }),
    ...(pause === null ? {} : { retryAfterSeconds: Math.ceil(pause / 1000) }),
  });
}

/**
 * Exchanges a ticket for an access token of the gateway.
 * @param gatewayUrl address of the gateway, without a trailing slash
 * @throws BusinessCentralError `gatewayUnreachable`, `gatewayUnavailable`, `gatewayRefused`, `notPermitted`,
 *   `tooManyRequests`, `notBusinessCentral` (something else answers there)
 */
export async function exchangeTicket(
  gatewayUrl: string,
  { id, value }: GatewayTicket,
  http: SendHttp,
): Promise<IssuedToken> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), exchangeDeadline);
  const form = new URLSearchParams({ ...exchange, ticket_id: id, subject_token: value });
  try {
    const answer = await http(
      {
        method: 'POST',
        url: `${gatewayUrl}/token`,
        headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      },
      late.signal,
    ).catch(() => {
      throw new BusinessCentralError('gatewayUnreachable');
    });
    const body = parsedJson(answer.text);
    const { access_token: token, expires_in: seconds } = isRecord(body) ? body : {};
    if (answer.status !== 200 || typeof token !== 'string' || typeof seconds !== 'number') {
      throw refusalOf(answer, body);
    }
    return { token, lifetimeMs: seconds * 1000 };
  } finally {
    clearTimeout(timer);
  }
}
