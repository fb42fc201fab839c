import type { BusinessCentral } from '../businessCentral/businessCentral';
import type { BusinessCentralConnection } from '../businessCentral/connection';

export type Connect = (connection: BusinessCentralConnection) => BusinessCentral;

/**
 * Gives the same company again for as long as its connection says the same. The company carries what must outlive one
 * question and one control: answers in memory, the places for requests, how long Business Central asked to be left
 * alone, and which fields it lacks. The latest connection is enough, since a user has one.
 */
export function connectOnce(connect: Connect): Connect {
  let latest: { readonly connection: BusinessCentralConnection; readonly company: BusinessCentral } | null =
    null;
  return (connection) => {
    if (latest === null || !saysTheSame(latest.connection, connection)) {
      latest = { connection, company: connect(connection) };
    }
    return latest.company;
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
