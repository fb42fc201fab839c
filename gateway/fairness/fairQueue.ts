import { Refusal } from '../refusal';

export interface FairQueueLimits {
  /** Requests that Business Central works on for its one user at a time. */
  readonly places: number;
  /** Errands of one user that may wait. */
  readonly waitingPerUser: number;
  /** Errands that may wait in all. */
  readonly waitingInAll: number;
}

/** Gives a place back; only the first call counts. */
export type Leave = () => void;

interface Waiting {
  readonly enter: (leave: Leave) => void;
}

/**
 * The places that all salespeople share, because all of them together are one user of Business Central. Users take
 * turns: whoever asks for much waits for himself. And one user takes at most three of five places, so that the next
 * one never finds all of them busy with somebody else's long list.
 */
export class FairQueue {
  private readonly busyPerUser = new Map<string, number>();
  /** Users who wait, the next one first. */
  private readonly lines = new Map<string, Waiting[]>();
  private busy = 0;
  private waiting = 0;
  private readonly placesPerUser: number;

  public constructor(private readonly limits: FairQueueLimits) {
    this.placesPerUser = Math.max(1, Math.floor(limits.places * 0.6));
  }

  /** Errands that wait, for the metrics. */
  public get length(): number {
    return this.waiting;
  }

  /** Places that are taken, for the metrics. */
  public get taken(): number {
    return this.busy;
  }

  /**
   * Waits for a place.
   * @param user whose turn is used up
   * @param signal gives the place in the line up
   * @throws Refusal where too much is waiting already; the signal's reason when it is aborted
   */
  public enter(user: string, signal: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      const abandon = (): void => {
        this.leaveLine(user, waiting);
        reject(reasonOf(signal));
      };
      const waiting: Waiting = {
        enter: (leave) => {
          signal.removeEventListener('abort', abandon);
          resolve(leave);
        },
      };
      if (signal.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const line = this.lines.get(user) ?? [];
      const full = this.refusalFor(line);
      if (full !== null && !this.hasPlaceFor(user)) {
        reject(full);
        return;
      }
      signal.addEventListener('abort', abandon, { once: true });
      line.push(waiting);
      this.lines.set(user, line);
      this.waiting += 1;
      this.fillPlaces();
    });
  }

  private refusalFor(line: readonly Waiting[]): Refusal | null {
    if (line.length >= this.limits.waitingPerUser) {
      return new Refusal('Gateway_TooManyRequests', 'Too many questions of this user are waiting.', 1);
    }
    return this.waiting >= this.limits.waitingInAll
      ? new Refusal('Gateway_Overloaded', 'Too much is waiting for Business Central.', 2)
      : null;
  }

  private hasPlaceFor(user: string): boolean {
    return this.busy < this.limits.places && (this.busyPerUser.get(user) ?? 0) < this.placesPerUser;
  }

  /** Lets errands in, one of each user in turn, as long as there are places. */
  private fillPlaces(): void {
    for (const [user, line] of this.lines) {
      if (this.busy >= this.limits.places) {
        return;
      }
      const next = this.hasPlaceFor(user) ? line.shift() : undefined;
      if (next !== undefined) {
        this.waiting -= 1;
        this.lines.delete(user);
        if (line.length > 0) {
          // To the end: everybody else's turn comes first. The loop meets it again there.
          this.lines.set(user, line);
        }
        next.enter(this.takePlace(user));
      }
    }
  }

  private takePlace(user: string): Leave {
    this.busy += 1;
    this.busyPerUser.set(user, (this.busyPerUser.get(user) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) {
        return;
      }
      left = true;
      this.busy -= 1;
      const others = (this.busyPerUser.get(user) ?? 1) - 1;
      if (others === 0) {
        this.busyPerUser.delete(user);
      } else {
        this.busyPerUser.set(user, others);
      }
      this.fillPlaces();
    };
  }

  private leaveLine(user: string, waiting: Waiting): void {
    const line = this.lines.get(user);
    const index = line?.indexOf(waiting) ?? -1;
    if (line === undefined || index < 0) {
      return;
    }
    line.splice(index, 1);
    this.waiting -= 1;
    if (line.length === 0) {
      this.lines.delete(user);
    }
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
