import type { BusinessCentralConnection } from './connection';

/** Makes what a control asks of a company out of its connection. */
export type Connect<Questions> = (connection: BusinessCentralConnection) => Questions;

/**
 * Gives the same questions again for as long as the connection says the same. They carry what must outlive one
 * question and one control: answers in memory, the places for requests, how long Business Central asked to be left
 * alone, and which fields it lacks. The latest connection is enough, since a user has one.
 */
export function connectOnce<Questions>(connect: Connect<Questions>): Connect<Questions> {
  let latest: {
    readonly connection: BusinessCentralConnection;
    readonly questions: Questions;
  } | null = null;
  return (connection) => {
    if (latest === null || !saysTheSame(latest.connection, connection)) {
      latest = { connection, questions: connect(connection) };
    }
    return latest.questions;
  };
}

/** Compares value by value, so that no key is written down anywhere else for it. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const [valuesOfA, valuesOfB] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    valuesOfA.size === valuesOfB.size &&
    [...valuesOfA].every(([name, value]) => valuesOfB.has(name) && saysTheSame(value, valuesOfB.get(name)))
  );
}
