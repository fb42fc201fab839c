import type { CoupledCount } from '../../../businessCentral/administration/types';
import { pairs } from '../../../businessCentral/coupling/pairs';
import type { RecordKind } from '../../../businessCentral/coupling/pairs';
import type { MatchCriterion } from '../../../businessCentral/administration/matchBasedCoupling';

/** How far the coupling of a kind has come: text keys `synch_prerequisite_<state>`. */
export type PrerequisiteState = 'done' | 'open' | 'nothing' | 'unknown';

/** Rows of Sales need not all have a record, so only a side that is wholly coupled makes it done. */
export function stateOf({ coupled, recordsNotCoupled, rowsNotCoupled }: CoupledCount): PrerequisiteState {
  if (coupled === null || (recordsNotCoupled === null && rowsNotCoupled === null)) {
    return 'unknown';
  }
  if (recordsNotCoupled === 0 || rowsNotCoupled === 0) {
    return coupled === 0 && (recordsNotCoupled ?? 0) + (rowsNotCoupled ?? 0) === 0 ? 'nothing' : 'done';
  }
  return 'open';
}

/** The strongest first. */
const matchCriteria: readonly MatchCriterion[] = ['number', 'name', 'email'];

/** Orders come into being coupled; matching one with another would join strangers. */
export function matchable(kind: RecordKind): boolean {
  return kind !== 'salesOrder' && criteriaOf(kind).length > 0;
}

/** What records of a kind can be matched by: what their list in Business Central shows. */
export function criteriaOf(kind: RecordKind): readonly MatchCriterion[] {
  const fields = pairs.find((pair) => pair.kind === kind)?.candidates ?? null;
  return fields === null ? [] : matchCriteria.filter((criterion) => fields[criterion] !== null);
}
