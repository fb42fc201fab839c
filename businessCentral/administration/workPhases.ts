import type { WorkOptions, WorkPhase } from './types';

/** The same work, whose progress tells what it is at: a count starts anew with each list that is read. */
export function inPhase(options: WorkOptions, phase: WorkPhase): WorkOptions {
  const { onProgress } = options;
  return onProgress === undefined
    ? options
    : { ...options, onProgress: (progress) => onProgress({ ...progress, phase }) };
}
