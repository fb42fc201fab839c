import { randomBytes } from 'node:crypto';

const tokenBytes = 32;

/**
 * Tokens that the sandbox hands to applications which run beside it, in the place of an identity provider's. They are
 * good for as long as it runs.
 */
export class OwnTokens {
  private readonly applications = new Map<string, string>();

  /** A new token. @param applicationId client id of the application */
  public issue(applicationId: string): string {
    const token = randomBytes(tokenBytes).toString('base64url');
    this.applications.set(token, applicationId);
    return token;
  }

  /** Client id of the application that a token was issued to; null: it is none of these tokens. */
  public applicationOf(token: string): string | null {
    return this.applications.get(token) ?? null;
  }
}
