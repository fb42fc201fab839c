import type { Now } from '../clock';
import { Refusal, type RefusalCode } from '../refusal';

/** How an exchange with Business Central ended. */
export type Outcome =
  | { readonly kind: 'answered' }
  /** No answer, or one that says that Business Central is not there. */
  | { readonly kind: 'failed' }
  /** Business Central asked for a pause. */
  | { readonly kind: 'pauseAsked'; readonly seconds: number }
  /** It does not take the gateway's user or key. */
  | { readonly kind: 'wrongCredentials' }
  /** The caller went away before there was an answer. */
  | { readonly kind: 'abandoned' };

/** Told how the exchange ended; only the first call counts. */
export type Settle = (outcome: Outcome) => void;

export interface CircuitLimits {
  /** Failures in a row after which nothing more is sent for a while. */
  readonly failures: number;
  readonly pauseMs: number;
  /** So long a wrong key is not tried again: Business Central may lock the user. */
  readonly credentialsPauseMs: number;
  /** A pause that Business Central asks for is obeyed up to this. */
  readonly longestPauseMs: number;
}

interface Pause {
  readonly until: number;
  readonly code: Extract<RefusalCode, 'Gateway_Paused' | 'Gateway_WrongCredentials'>;
}

const messages: Readonly<Record<Pause['code'], string>> = {
  Gateway_Paused: 'Business Central failed or asked for a pause; nothing is sent until it is over.',
  Gateway_WrongCredentials: 'Business Central does not accept the user or key of the gateway.',
};

/**
 * Keeps questions from a Business Central that does not answer. After the pause one question goes as a probe, and
 * the others follow only once it has been answered.
 */
export class CircuitBreaker {
  private failuresInARow = 0;
  private pause: Pause | null = null;
  private probing = false;

  public constructor(
    private readonly limits: CircuitLimits,
    private readonly now: Now,
  ) {}

  public get isOpen(): boolean {
    return this.pause !== null;
  }

  /** Why nothing is sent now; null: a question may go. */
  public refusal(): Refusal | null {
    if (this.pause === null) {
      return null;
    }
    const left = this.pause.until - this.now();
    if (left <= 0 && !this.probing) {
      return null;
    }
    return new Refusal(this.pause.code, messages[this.pause.code], Math.max(Math.ceil(left / 1000), 1));
  }

  /** Lets a question go. @throws Refusal while there is a pause */
  public pass(): Settle {
    const refusal = this.refusal();
    if (refusal !== null) {
      throw refusal;
    }
    const isProbe = this.pause !== null;
    this.probing ||= isProbe;
    let settled = false;
    return (outcome) => {
      if (!settled) {
        settled = true;
        if (isProbe) {
          this.probing = false;
        }
        this.settle(outcome, isProbe);
      }
    };
  }

  private settle(outcome: Outcome, isProbe: boolean): void {
    switch (outcome.kind) {
      case 'answered':
        // What was sent before the pause does not end it; the probe does.
        this.failuresInARow = 0;
        this.pause = isProbe ? null : this.pause;
        break;
      case 'failed':
        this.failuresInARow += 1;
        if (isProbe || this.failuresInARow >= this.limits.failures) {
          this.pauseFor(this.limits.pauseMs, 'Gateway_Paused');
        }
        break;
      case 'pauseAsked':
        this.pauseFor(Math.min(outcome.seconds * 1000, this.limits.longestPauseMs), 'Gateway_Paused');
        break;
      case 'wrongCredentials':
        this.pauseFor(this.limits.credentialsPauseMs, 'Gateway_WrongCredentials');
        break;
      case 'abandoned':
        break;
    }
  }

  private pauseFor(milliseconds: number, code: Pause['code']): void {
    const until = this.now() + milliseconds;
    if (this.pause === null || until >= this.pause.until) {
      this.pause = { until, code };
    }
  }
}
