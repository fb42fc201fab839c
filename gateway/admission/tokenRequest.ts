import { ticketValue } from './ticket';

/** The grant of RFC 8693 §2.1. */
export const tokenExchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** Kind of the subject token: the value of a row of `bcs_gatewayticket`. */
export const ticketTokenType = 'urn:business-central-for-sales:gateway-ticket';

/** Kind of the token that is issued (RFC 8693 §3). */
export const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';

/** A well-formed request for a token. */
export interface TokenRequest {
  /** Id of the ticket's row, a GUID in lower case. */
  readonly ticketId: string;
  readonly value: string;
}

/** Errors of RFC 6749 §5.2 and RFC 8693 §2.2.2 that the request itself can earn. */
export type TokenRequestError = 'invalid_request' | 'unsupported_grant_type';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A parameter's value; null where it is missing or stands more than once (RFC 6749 §3.2). */
function single(form: URLSearchParams, name: string): string | null {
  const values = form.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Reads the form that was posted. */
export function tokenRequestOf(form: URLSearchParams): TokenRequest | TokenRequestError {
  const grantType = single(form, 'grant_type');
  if (grantType === null) {
    return 'invalid_request';
  }
  if (grantType !== tokenExchangeGrant) {
    return 'unsupported_grant_type';
  }
  const ticketId = single(form, 'ticket_id')?.toLowerCase() ?? '';
  const value = single(form, 'subject_token') ?? '';
  const requested = form.has('requested_token_type') ? single(form, 'requested_token_type') : accessTokenType;
  const isWellFormed =
    single(form, 'subject_token_type') === ticketTokenType &&
    requested === accessTokenType &&
    guid.test(ticketId) &&
    ticketValue.test(value);
  return isWellFormed ? { ticketId, value } : 'invalid_request';
}
