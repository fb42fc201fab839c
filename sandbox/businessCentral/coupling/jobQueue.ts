import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** Share of a job's time that it waits in the queue before it begins. */
const waitingShare = 1 / 3;

/** What a job does once its turn has come. @param work waits as long as the work takes */
export type JobRun = (jobQueueEntryId: string, work: () => Promise<void>) => Promise<void>;

/**
 * The job queue (table 472): jobs run one after the other, each after a while.
 */
export class JobQueue {
  private last: Promise<void> = Promise.resolve();
  private held: Promise<void> | null = null;
  private readonly closing = new AbortController();

  /** @param milliseconds how long a job takes, from the moment its turn has come */
  public constructor(private readonly milliseconds: number) {}

  /** Puts a job at the end of the queue. @returns the id of its Job Queue Entry */
  public enqueue(run: JobRun): string {
    const id = randomUUID();
    const before = this.last;
    this.last = (async () => {
      await before;
      await this.pause(waitingShare);
      await run(id, async () => {
        await this.pause(1 - waitingShare);
        await this.held;
      });
    })().catch((failure: unknown) => {
      if (!this.closing.signal.aborted) {
        throw failure;
      }
    });
    return id;
  }

  /** Resolves once no job waits or runs, also of those that come meanwhile. */
  public async idle(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.last;
      await seen;
    } while (seen !== this.last);
  }

  /**
   * Lets jobs begin, and none end.
   * @returns lets them end
   */
  public hold(): () => void {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
      this.closing.signal.addEventListener('abort', letGo);
    });
    this.held = held;
    return () => {
      this.held = this.held === held ? null : this.held;
      letGo();
    };
  }

  /** Breaks the waiting jobs off. */
  public close(): void {
    this.closing.abort();
  }

  private pause(share: number): Promise<void> {
    return wait(this.milliseconds * share, undefined, { signal: this.closing.signal });
  }
}
