import { BusinessCentralError } from '../errors';
import type { CouplableRecord } from './types';

/**
 * Runs an action when those before it on the same record have ended.
 * @param name the same for the same action: asked again while it is under way, it is not done again
 * @param signal ends the waiting with `aborted`; the action itself goes on, since nobody would know what came of it
 */
export type RunAlone = <T>(
  record: CouplableRecord,
  name: string,
  action: () => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

interface UnderWay {
  readonly name: string;
  readonly ending: Promise<unknown>;
}

/** Keeps the actions on one record apart; those on different records run side by side. */
export function oneAtATime(): RunAlone {
  const underWay = new Map<string, UnderWay>();
  return <T>(record: CouplableRecord, name: string, action: () => Promise<T>, signal?: AbortSignal) => {
    const latest = underWay.get(record.id);
    // The same name means the same action, so its ending is of the same type.
    const ending =
      latest?.name === name
        ? (latest.ending as Promise<T>)
        : (latest?.ending ?? Promise.resolve()).then(action, action);
    underWay.set(record.id, { name, ending });
    const forget = () => {
      if (underWay.get(record.id)?.ending === ending) {
        underWay.delete(record.id);
      }
    };
    ending.then(forget, forget);
    return unlessAborted(ending, signal);
  };
}

async function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new BusinessCentralError('aborted'));
  });
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) {
    stop();
  }
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
