import type { Now } from '../clock';
import { isRecord } from '../isRecord';
import type { OutboundAnswer, Send } from '../outbound/httpClient';
import { DataverseUnavailable } from './dataverseUnavailable';

export interface ApplicationTokenParts {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of the Dataverse environment. */
  readonly dataverseUrl: string;
  readonly send: Send;
  readonly now: Now;
}

/** The access tokens of the gateway's application user. */
export interface ApplicationToken {
  /** A token that is still valid. @throws DataverseUnavailable */
  current(): Promise<string>;
  /** Dataverse did not take this token: the next one is a new one. */
  forget(token: string): void;
}

/** From so long before its end a token is renewed while it is still used. */
const renewAheadMs = 5 * 60_000;

/** A token is not used any more so shortly before its end. */
const safetyMs = 30_000;

interface HeldToken {
  readonly value: string;
  readonly endsAt: number;
}

function heldToken({ status, body }: OutboundAnswer, sentAt: number): HeldToken {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    content = null;
  }
  const { access_token: value, expires_in: seconds } = isRecord(content) ? content : {};
  if (status !== 200 || typeof value !== 'string' || !Number.isFinite(Number(seconds))) {
    const { error } = isRecord(content) ? content : {};
    const reason = typeof error === 'string' ? error.replace(/\W/g, '').slice(0, 40) : '';
    throw new DataverseUnavailable(`the token endpoint answered ${status} ${reason}`.trim());
  }
  return { value, endsAt: sentAt + Number(seconds) * 1000 };
}

/**
 * Gets the application user's tokens with its client credentials (RFC 6749 §4.4), keeps each while it is valid, and
 * renews it ahead of its end so that nobody waits for that.
 */
export function applicationToken(parts: ApplicationTokenParts): ApplicationToken {
  const { tokenEndpoint, clientId, clientSecret, dataverseUrl, send, now } = parts;
  let held: HeldToken | null = null;
  let renewal: Promise<string> | null = null;

  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${new URL(dataverseUrl).origin}/.default`,
  }).toString();

  const fetchToken = async (): Promise<string> => {
    const sentAt = now();
    const answer = await send(
      {
        method: 'POST',
        url: tokenEndpoint,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form,
      },
      new AbortController().signal,
    ).catch((failure: unknown) => {
      throw new DataverseUnavailable(`the token endpoint: ${String(failure)}`);
    });
    held = heldToken(answer, sentAt);
    return held.value;
  };

  const renew = (): Promise<string> => {
    renewal ??= fetchToken().finally(() => {
      renewal = null;
    });
    return renewal;
  };

  return {
    current: () => {
      const left = held === null ? 0 : held.endsAt - now();
      if (held === null || left <= safetyMs) {
        return renew();
      }
      if (left <= renewAheadMs) {
        // The token that is held still serves; a renewal that fails is tried again by the next caller.
        void renew().catch(() => undefined);
      }
      return Promise.resolve(held.value);
    },
    forget: (token) => {
      if (held?.value === token) {
        held = null;
      }
    },
  };
}
