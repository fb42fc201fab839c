import type { Deadline } from '../odata/deadline';
import type { Read, ReadOutcome } from '../odata/reader';
import { missingOfAnswer } from '../missingParts';
import { couplingsOfRecord, couplingsOfRecords } from './couplingRows';
import { mappingsByName, mappingsNamed } from './mappings';
import { pairsOf } from './pairs';
import { mappingOfOwners, uncoupledPrerequisites } from './prerequisites';
import { recordCouplings } from './recordCouplings';
import { jobsOfRow, jobsUnderWay } from './synchJobs';
import type { CouplableRecord, CouplingState, Prerequisite } from './types';

/**
 * Whether a record is coupled, and what stands in the way: its couplings, those of its prerequisites, the mappings of
 * its table and their jobs, in one request.
 * @throws BusinessCentralError where the couplings themselves could not be read
 */
export async function couplingState(
  record: CouplableRecord,
  prerequisites: readonly Prerequisite[],
  read: Read,
  now: () => number,
  deadline: Deadline,
): Promise<CouplingState> {
  const pairs = pairsOf(record.table);
  const names = pairs.map(({ mapping }) => mapping);
  const hasOwner = prerequisites.some(({ part }) => part === 'owner');
  const hasCurrency = prerequisites.some(({ part }) => part === 'currency');
  const ofPrerequisites = couplingsOfRecords(prerequisites.map(({ record: needed }) => needed));
  const [own, mappings, jobs, ...others] = await read(
    [
      couplingsOfRecord(record),
      mappingsNamed(hasOwner ? [...new Set([...names, mappingOfOwners])] : names),
      jobsUnderWay(names, now()),
      ...ofPrerequisites,
      ...(hasCurrency ? [{ service: 'GeneralLedgerSetup', select: ['LCY_Code'] } as const] : []),
    ],
    deadline,
  );
  const couplings = recordCouplings(own, record);
  const byName = mappings?.ok === true ? mappingsByName(mappings.rows) : null;
  const underWay = jobs?.ok === true ? jobsOfRow(record, jobs.rows) : null;
  const coupledIds = idsIn(others.slice(0, ofPrerequisites.length));
  const [setup] = others.slice(ofPrerequisites.length);
  return {
    couplings,
    mappings: new Map(pairs.map((pair) => [pair, byName?.get(pair.mapping) ?? null])),
    uncoupledPrerequisites:
      coupledIds === null
        ? null
        : uncoupledPrerequisites(prerequisites, {
            coupledIds,
            ownerMapping: byName?.get(mappingOfOwners) ?? null,
            localCurrency: localCurrencyOf(setup),
          }),
    jobsUnderWay: underWay?.values ?? [],
    missing: [
      ...missingOfAnswer('CRMIntegrationRecords', own, true),
      ...missingOfAnswer('IntegrationTableMappings', mappings, true),
      ...missingOfAnswer('IntegrationSynchJobs', jobs, underWay?.complete ?? true),
      ...others
        .slice(0, ofPrerequisites.length)
        .flatMap((outcome) => (outcome.ok ? [] : missingOfAnswer('CRMIntegrationRecords', outcome, true))),
    ],
    readAt: now(),
  };
}

/** Ids of the rows of Sales that are coupled; null where they could not all be read. */
function idsIn(outcomes: readonly ReadOutcome[]): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (const outcome of outcomes) {
    if (!outcome.ok) {
      return null;
    }
    outcome.rows.forEach((row) => ids.add(row.guid('CRM_ID')));
  }
  return ids;
}

function localCurrencyOf(outcome: ReadOutcome | undefined): string | null {
  const [row] = outcome?.ok === true ? outcome.rows : [];
  return row?.has('LCY_Code') === true ? row.text('LCY_Code').trim() : null;
}
