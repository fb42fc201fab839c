/** How a Web API call fails on purpose. */
export type Fault =
  /** 429 of the service protection limits, with Retry-After in seconds. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** 503 without Dataverse's error shape, as a gateway in front of it answers. */
  | { readonly kind: 'unavailable' }
  /** The connection is cut without an answer. */
  | { readonly kind: 'reset' };

/** Faults that wait for their turn; each strikes one call. */
export class Faults {
  private readonly waiting: Fault[] = [];

  /** Lets the next calls fail. */
  public failNext(calls: number, fault: Fault): void {
    this.waiting.push(...Array.from({ length: calls }, () => fault));
  }

  public clear(): void {
    this.waiting.length = 0;
  }

  /** The fault that strikes the call that is just coming in. */
  public take(): Fault | undefined {
    return this.waiting.shift();
  }
}
