import type { Now } from '../clock';

export interface GuessLimits {
  /** Failures within a window after which nothing more is tried. */
  readonly most: number;
  readonly windowMs: number;
  /** Addresses or tickets that are kept in mind; the oldest make room. */
  readonly remembered: number;
}

interface Failures {
  count: number;
  readonly until: number;
}

/** Counts failures of an address or of a ticket, and bars what fails too often. Success is never counted. */
export class Guesses {
  private readonly failures = new Map<string, Failures>();

  public constructor(
    private readonly limits: GuessLimits,
    private readonly now: Now,
  ) {}

  /** Seconds for which this one is barred; null: it may try. */
  public barredFor(key: string): number | null {
    const failures = this.current(key);
    return failures !== undefined && failures.count >= this.limits.most
      ? Math.ceil((failures.until - this.now()) / 1000)
      : null;
  }

  public failed(key: string): void {
    const failures = this.current(key);
    if (failures !== undefined) {
      failures.count += 1;
      return;
    }
    const [oldest] = this.failures.keys();
    if (oldest !== undefined && this.failures.size >= this.limits.remembered) {
      this.failures.delete(oldest);
    }
    this.failures.set(key, { count: 1, until: this.now() + this.limits.windowMs });
  }

  private current(key: string): Failures | undefined {
    const failures = this.failures.get(key);
    if (failures !== undefined && failures.until <= this.now()) {
      this.failures.delete(key);
      return undefined;
    }
    return failures;
  }
}

/** An address, or for IPv6 the network of 64 bits that one caller usually has to himself. */
export function callerNetwork(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) {
    return mapped ?? address;
  }
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
