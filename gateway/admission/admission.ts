import { Refusal } from '../refusal';
import type { AccessTokens, Caller } from './accessToken';
import { EntraUnavailable } from './entraToken';

export interface AdmissionParts {
  readonly own: AccessTokens;
  /** Null: the organization does not use tokens of Microsoft Entra here. */
  readonly entra: ((token: string) => Promise<Caller | null>) | null;
}

/**
 * Lets a request in.
 * @param authorization header of the request
 * @param origin header of the request
 * @throws Refusal `Gateway_InvalidToken`, the same for whatever is wrong with the token
 */
export type Admit = (authorization: string | undefined, origin: string | undefined) => Promise<Caller>;

/** Tokens of Microsoft Entra have 2 to 3 KB. */
const longestToken = 8 * 1024;

const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

function notLetIn(): Refusal {
  return new Refusal('Gateway_InvalidToken', 'There is no valid access token with the request.');
}

export function admission({ own, entra }: AdmissionParts): Admit {
  const callerOf = async (token: string): Promise<Caller | null> => {
    const caller = await own.callerOf(token);
    return caller ?? (entra === null ? null : entra(token));
  };

  return async (authorization = '', origin) => {
    const token = authorization.length > longestToken ? undefined : bearer.exec(authorization)?.[1];
    if (token === undefined) {
      throw notLetIn();
    }
    let caller: Caller | null;
    try {
      caller = await callerOf(token);
    } catch (failure) {
      throw failure instanceof EntraUnavailable
        ? new Refusal('Gateway_IdentityUnavailable', 'Access tokens cannot be judged now.', 5)
        : failure;
    }
    // A token that was stolen from a page is of no use to another page.
    if (caller === null || (caller.origin !== null && caller.origin !== origin)) {
      throw notLetIn();
    }
    return caller;
  };
}
