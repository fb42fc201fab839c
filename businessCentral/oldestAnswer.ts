import type { Read } from './odata/reader';

/** A reader that remembers how old the oldest rows were that it gave. */
export interface DatedRead {
  readonly read: Read;
  /** When Business Central gave the oldest of them, milliseconds since 1970; now where there were none. */
  readonly readAt: () => number;
}

/** A figure that is put together of several answers is as old as the oldest of them. */
export function datedRead(read: Read, now: () => number): DatedRead {
  let age = 0;
  return {
    read: async (...asked) => {
      const outcomes = await read(...asked);
      outcomes.forEach((outcome) => {
        age = Math.max(age, outcome.ok ? outcome.age : 0);
      });
      return outcomes;
    },
    readAt: () => now() - age,
  };
}
