import type { AvailabilityState, LineAvailability } from '../../businessCentral/availability/types';
import type { IconName } from '../../ui/icons';
import type { Tone } from '../../ui/Notice';

/** Icon and tone of an answer; every state has a drawing of its own, so that it is told apart without colour. */
export function lookOf({ state, reason }: LineAvailability): {
  readonly icon: IconName;
  readonly tone: Tone;
} {
  switch (state) {
    case 'available':
      return { icon: 'check', tone: 'good' };
    case 'partlyAvailable':
      return { icon: 'half', tone: 'warning' };
    case 'expected':
      return { icon: 'clock', tone: 'warning' };
    case 'short':
      return { icon: 'cross', tone: 'bad' };
    case 'notStocked':
      return { icon: 'dash', tone: 'neutral' };
    case 'blocked':
      return { icon: 'forbidden', tone: 'bad' };
    case 'notCoupled':
      return { icon: 'unlinked', tone: 'neutral' };
    case 'writeIn':
      return { icon: 'pencil', tone: 'neutral' };
    case 'unknown':
      return reason === 'failed' || reason === 'incomplete'
        ? { icon: 'warning', tone: 'warning' }
        : { icon: 'question', tone: 'neutral' };
  }
}

/** States about which a salesperson has nothing to do. */
const settledStates: readonly AvailabilityState[] = ['available', 'notStocked', 'writeIn'];

/** Lines that the user has to look at: they fall short, are blocked, or nothing can be said of them. */
export function needsAttention({ state }: LineAvailability): boolean {
  return !settledStates.includes(state);
}

/** States in which a line cannot be delivered whole as requested; what "falls short" means throughout. */
export function fallsShort({ state }: LineAvailability): boolean {
  return state === 'partlyAvailable' || state === 'expected' || state === 'short';
}
