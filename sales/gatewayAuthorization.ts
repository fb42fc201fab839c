import type { Authorization } from '../businessCentral/connection';
import { keptToken } from '../businessCentral/gateway/keptToken';
import { exchangeTicket } from '../businessCentral/gateway/tokenExchange';
import { httpOver, type SendHttp } from '../businessCentral/http';
import { newGatewayTicket, type TicketMaker } from './gatewayTicket';

/** Authorizations by the address of their gateway. */
export type AuthorizationsByGateway = Map<string, Authorization>;

/**
 * One for the page: a page has one signed-in user, and the controls on it share a token. It lives in memory and ends
 * with the page.
 */
const authorizationsOfPage: AuthorizationsByGateway = new Map();

/** @param gatewayUrl address of the gateway, without a trailing slash */
export type AuthorizationAt = (gatewayUrl: string) => Authorization;

/**
 * Gets access to gateways: makes tickets as the signed-in user, and exchanges them for tokens. No further sign-in.
 * @param webAPI of the component framework's context
 */
export function gatewayAuthorizations(
  webAPI: TicketMaker,
  known: AuthorizationsByGateway = authorizationsOfPage,
  http: SendHttp = httpOver(),
): AuthorizationAt {
  return (gatewayUrl) => {
    const before = known.get(gatewayUrl);
    if (before !== undefined) {
      return before;
    }
    const token = keptToken(async () => exchangeTicket(gatewayUrl, await newGatewayTicket(webAPI), http));
    const authorization: Authorization = { kind: 'bearer', token };
    known.set(gatewayUrl, authorization);
    return authorization;
  };
}
