import type { Pair } from './pairs';
import type { Mapping, MappingDirection, SynchAction } from './types';

type Direction = Exclude<SynchAction, 'none'>;

/** What can be offered for a pair, as far as its mapping goes. */
export interface OfferedActions {
  readonly couple: boolean;
  /** "Synchronize After Coupling", the usual one first. */
  readonly afterCoupling: readonly SynchAction[];
  readonly create: boolean;
  readonly synchronize: readonly Direction[];
  readonly uncouple: boolean;
}

const nothing: OfferedActions = {
  couple: false,
  afterCoupling: [],
  create: false,
  synchronize: [],
  uncouple: false,
};

/** Directions that a mapping lets through; page 5336 proposes the first of them. */
const directions: Readonly<Record<MappingDirection, readonly Direction[]>> = {
  bidirectional: ['toSales', 'fromSales'],
  toSales: ['toSales'],
  fromSales: ['fromSales'],
};

/** @param mapping null: could not be read; then Business Central itself refuses what does not go */
export function openDirections(mapping: Mapping | null): readonly Direction[] {
  return directions[mapping?.direction ?? 'bidirectional'];
}

/** Tables whose rows Business Central can make a record of (companion, `CreateFromSales`). */
const creatable: readonly Pair['table'][] = [
  'account',
  'contact',
  'product',
  'systemuser',
  'opportunity',
  'salesorder',
];

/**
 * What to offer for a record.
 *
 * A synchronization in a direction that the mapping lacks would move no field and report success, so it is not offered.
 * *Create in Business Central* is offered only where rows of Sales may come in, as page 5336 "CRM Coupling Record" has it
 * for its own *Create New* in the other direction.
 * @param mapping as for {@link openDirections}
 * @param isCoupled whether this pair has a coupling for the record
 * @param mayChange whether the user may change couplings
 */
export function offeredActions(
  { table, candidates }: Pair,
  mapping: Mapping | null,
  isCoupled: boolean,
  mayChange: boolean,
): OfferedActions {
  if (!mayChange || candidates === null) {
    // Couplings of a pair without candidates, posted documents, are Business Central's alone; they are only opened.
    return nothing;
  }
  const through = openDirections(mapping);
  if (isCoupled) {
    return { ...nothing, synchronize: through, uncouple: true };
  }
  return {
    ...nothing,
    couple: true,
    afterCoupling: [...through, 'none'],
    create: through.includes('fromSales') && creatable.includes(table),
  };
}
