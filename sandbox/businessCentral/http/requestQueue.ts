/** A user's requests: some are worked on, the next ones wait their turn, and more are not taken. */
export class RequestQueue {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  public constructor(
    private readonly concurrent: number,
    /** Requests of one user that may wait. */
    public readonly queued: number,
  ) {}

  /**
   * Waits for a turn.
   * @param signal gives the place in the queue up
   * @returns a function that ends the turn; null where the queue is full
   * @throws the signal's reason when it is aborted while waiting
   */
  public async turn(user: string, signal: AbortSignal): Promise<(() => void) | null> {
    const running = this.running.get(user) ?? 0;
    if (running < this.concurrent) {
      this.running.set(user, running + 1);
    } else {
      const line = this.lineOf(user);
      if (line.length >= this.queued) {
        return null;
      }
      await this.wait(line, signal);
    }
    return () => this.end(user);
  }

  private lineOf(user: string): (() => void)[] {
    const line = this.waiting.get(user) ?? [];
    this.waiting.set(user, line);
    return line;
  }

  private wait(line: (() => void)[], signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        line.splice(line.indexOf(proceed), 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const proceed = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      line.push(proceed);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the turn to the next in line, else lowers the number of running requests. */
  private end(user: string): void {
    const next = this.lineOf(user).shift();
    if (next === undefined) {
      this.running.set(user, (this.running.get(user) ?? 1) - 1);
    } else {
      next();
    }
  }
}
