/**
 * Everything that the gateway itself refuses or cannot do, with the HTTP status. The codes stand where Business
 * Central puts its own (`{"error":{"code","message"}}`), so that a client reads both alike; the prefix tells them
 * apart (docs/gateway.md, "Refusals").
 */
export const refusalStatuses = {
  /** The request, its address or its batch is malformed. */
  Gateway_BadRequest: 400,
  /** No access token, or one that is not valid here: get a new one, and ask again once. */
  Gateway_InvalidToken: 401,
  /** The token is valid, but its scopes do not reach. */
  Gateway_InsufficientScope: 403,
  /** The service, action, method or query option is not on the list. */
  Gateway_NotAllowed: 403,
  /** The company is not on the list. */
  Gateway_CompanyNotAllowed: 403,
  /** The page that asks is not of an allowed origin. */
  Gateway_OriginNotAllowed: 403,
  /** There is nothing at this address. */
  Gateway_NotFound: 404,
  /** The body is larger than the gateway takes. */
  Gateway_TooLarge: 413,
  /** The body is not JSON in UTF-8. */
  Gateway_UnsupportedMediaType: 415,
  /** The caller already has as many questions waiting as one user may have. */
  Gateway_TooManyRequests: 429,
  /** The gateway failed. */
  Gateway_Failed: 500,
  /** Business Central does not let the gateway in: its user or key is wrong or has expired. */
  Gateway_WrongCredentials: 502,
  /** Something else than Business Central answers at its address: a sign-in page, a redirect. */
  Gateway_NotBusinessCentral: 502,
  /** The answer is cut off, too large, or not of the form that Business Central gives. */
  Gateway_UnreadableAnswer: 502,
  /** No connection to Business Central. */
  Gateway_Unreachable: 502,
  /** Tokens cannot be judged now: the keys of their issuer cannot be read. */
  Gateway_IdentityUnavailable: 503,
  /** Business Central failed several times in a row, or asked for a pause; nothing is sent until it is over. */
  Gateway_Paused: 503,
  /** So much is waiting for Business Central that this question did not get its turn in time. */
  Gateway_Overloaded: 503,
  /** Business Central took longer than the gateway waits. */
  Gateway_Timeout: 504,
} as const;

export type RefusalCode = keyof typeof refusalStatuses;

/** A refusal on its way to the caller; `message` is sent, so it never holds what the caller must not know. */
export class Refusal extends Error {
  public override readonly name = 'Refusal';

  public constructor(
    public readonly code: RefusalCode,
    message: string,
    /** Seconds after which another attempt makes sense, where that is known. */
    public readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  public get status(): number {
    return refusalStatuses[this.code];
  }
}

/** An error body in Business Central's form. */
export function errorBody(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}
