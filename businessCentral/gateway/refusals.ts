import type { BusinessCentralErrorCode } from '../errors';

/** The header by which a request is found in the gateway's log, and from there in Business Central's. */
export const correlationHeader = 'x-correlation-id';

const invalidToken = 'Gateway_InvalidToken';

/**
 * The gateway's own refusals (docs/gateway.md, "Refusals"), whose codes stand where Business Central puts its own. What
 * the gateway says of Business Central reads as if Business Central had said it.
 */
const meanings: Readonly<Partial<Record<string, BusinessCentralErrorCode>>> = {
  [invalidToken]: 'gatewayRefused',
  Gateway_InsufficientScope: 'notPermitted',
  Gateway_BadRequest: 'gatewayRefused',
  Gateway_NotAllowed: 'gatewayRefused',
  Gateway_OriginNotAllowed: 'gatewayRefused',
  Gateway_NotFound: 'gatewayRefused',
  Gateway_TooLarge: 'gatewayRefused',
  Gateway_UnsupportedMediaType: 'gatewayRefused',
  Gateway_CompanyNotAllowed: 'companyNotFound',
  Gateway_TooManyRequests: 'tooManyRequests',
  Gateway_Failed: 'gatewayUnavailable',
  Gateway_IdentityUnavailable: 'gatewayUnavailable',
  Gateway_WrongCredentials: 'wrongCredentials',
  Gateway_NotBusinessCentral: 'notBusinessCentral',
  Gateway_UnreadableAnswer: 'unreadableAnswer',
  Gateway_Unreachable: 'unreachable',
  Gateway_Paused: 'unavailable',
  Gateway_Overloaded: 'unavailable',
  Gateway_Timeout: 'timeout',
};

/** What a refusal of the gateway means; undefined: the code is not one of the gateway's. */
export function gatewayMeaning(serverCode: string): BusinessCentralErrorCode | undefined {
  return Object.prototype.hasOwnProperty.call(meanings, serverCode) ? meanings[serverCode] : undefined;
}

/** Whether the gateway does not take the token: it has ended, or the gateway has new keys. */
export function refusesToken({ status, body }: { readonly status: number; readonly body: unknown }): boolean {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return status === 401 && code === invalidToken;
}
