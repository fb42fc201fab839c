import type { Prerequisite } from '../../businessCentral/coupling/types';
import type { RecordCoupling } from '../couplingSession';
import { mappingOf, pairOffers } from './pairOffers';

/** In the ownership model Person, mappings of owned records depend on it (codeunit 7204 "CDS Setup Defaults"). */
const mappingOfSalespeople = 'SALESPEOPLE';

/** What makes a synchronization fail, as far as it can be known before. */
export interface Hindrances {
  /** In the order in which they are to be coupled; null: could not be read. */
  readonly prerequisites: readonly Prerequisite[] | null;
  /** Name of the team that owns the row, where owners are to be salespeople; null: no team does. */
  readonly owningTeam: string | null;
}

/** @returns none for a row that nobody can couple: nothing of it is synchronized */
export function hindrancesOf(known: RecordCoupling): Hindrances {
  const { record, state } = known;
  const pairs = [
    ...state.couplings.map(({ pair }) => pair),
    ...pairOffers(known)
      .filter(({ barrier }) => barrier === null)
      .map(({ pair }) => pair),
  ];
  const ownersCount = pairs.some(
    (pair) => mappingOf(known, pair)?.dependsOn.includes(mappingOfSalespeople) === true,
  );
  return {
    prerequisites: pairs.length === 0 ? [] : state.uncoupledPrerequisites,
    owningTeam: ownersCount && record.owner?.kind === 'team' ? record.owner.name : null,
  };
}

/** Whether Business Central cannot take over the row's data, for certain. */
export function isTakingOverHindered({ prerequisites, owningTeam }: Hindrances): boolean {
  return owningTeam !== null || (prerequisites !== null && prerequisites.length > 0);
}
