import type { ServiceName } from '../../../businessCentral/connection';
import { isRowFault, type ActiveFault, type Fault, type FaultTarget } from './faultKinds';

/** The faults that are to occur, in the order in which they were asked for. */
export class Faults {
  private waiting: readonly ActiveFault[] = [];
  private lastId = 0;

  /** Makes a fault occur; gives its id, by which it can be cleared. */
  public set(fault: Fault, target: FaultTarget = {}): number {
    this.lastId += 1;
    this.waiting = [
      ...this.waiting,
      {
        id: this.lastId,
        fault,
        service: target.service ?? null,
        remaining: target.times ?? null,
      },
    ];
    return this.lastId;
  }

  /** Clears one fault, or all of them. */
  public clear(id?: number): void {
    this.waiting = id === undefined ? [] : this.waiting.filter((active) => active.id !== id);
  }

  public active(): readonly ActiveFault[] {
    return this.waiting;
  }

  /** The fault that hits an HTTP request as a whole, if any; it counts as having occurred. */
  public takeForRequest(): Fault | null {
    return this.take((active) => active.service === null && !isRowFault(active.fault));
  }

  /** The fault that hits an operation on a service, if any; it counts as having occurred. */
  public takeForService(service: ServiceName): Fault | null {
    return this.take(
      (active) => active.service === service || (active.service === null && isRowFault(active.fault)),
    );
  }

  private take(hits: (active: ActiveFault) => boolean): Fault | null {
    const hit = this.waiting.find(hits);
    if (hit === undefined) {
      return null;
    }
    if (hit.remaining !== null) {
      const remaining = hit.remaining - 1;
      this.waiting = this.waiting
        .map((active) => (active === hit ? { ...hit, remaining } : active))
        .filter((active) => active.remaining !== 0);
    }
    return hit.fault;
  }
}
