import type { Deadline } from '../odata/deadline';
import type { Read, ReadOutcome } from '../odata/reader';
import { missingOfAnswer } from '../missingParts';
import { couplingsOfRecords } from './couplingRows';
import { mappingsByName, mappingsNamed } from './mappings';
import { pairsOf } from './pairs';
import { mappingOfOwners, uncoupledPrerequisites } from './prerequisites';
import { recordCouplings } from './recordCouplings';
import { jobsOfRow, jobsUnderWay } from './synchJobs';
import type { CouplableRecord, CouplingState, Prerequisite } from './types';

/** What earlier answers of a company taught, so that later questions need not ask for it. */
export interface LearnedOfCompany {
  /** ISO code; it is the company's, and stays what it is. Null until it came. */
  localCurrency: string | null;
}

export interface CouplingStateParts {
  readonly read: Read;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** This answer adds to it. */
  readonly learned: LearnedOfCompany;
}

/**
 * Whether a record is coupled, and what stands in the way: its couplings and those of its prerequisites, the mappings of
 * its table and their jobs, in one request.
 * @throws BusinessCentralError where the couplings themselves could not be read
 */
export async function couplingState(
  record: CouplableRecord,
  prerequisites: readonly Prerequisite[],
  { read, now, learned }: CouplingStateParts,
  deadline: Deadline,
): Promise<CouplingState> {
  const pairs = pairsOf(record.table);
  const names = pairs.map(({ mapping }) => mapping);
  const hasOwner = prerequisites.some(({ part }) => part === 'owner');
  const hasCurrency = prerequisites.some(({ part }) => part === 'currency');
  const [ownAsked, ...furtherAsked] = couplingsOfRecords(
    record,
    prerequisites.map(({ record: needed }) => needed),
  );
  const setupAsked = hasCurrency && learned.localCurrency === null ? [localCurrencySetup] : [];
  const [own, mappings, jobs, ...others] = await read(
    [
      ownAsked,
      mappingsNamed(hasOwner ? [...new Set([...names, mappingOfOwners])] : names),
      jobsUnderWay(names, now()),
      ...furtherAsked,
      ...setupAsked,
    ],
    deadline,
  );
  const further = others.slice(0, furtherAsked.length);
  learned.localCurrency ??= localCurrencyOf(others[furtherAsked.length]);
  const couplings = recordCouplings(own, record);
  const byName = mappings?.ok === true ? mappingsByName(mappings.rows) : null;
  const underWay = jobs?.ok === true ? jobsOfRow(record, jobs.rows) : null;
  const coupledIds = own === undefined ? null : idsIn([own, ...further]);
  return {
    couplings,
    mappings: new Map(pairs.map((pair) => [pair, byName?.get(pair.mapping) ?? null])),
    uncoupledPrerequisites:
      coupledIds === null
        ? null
        : uncoupledPrerequisites(prerequisites, {
            coupledIds,
            ownerMapping: byName?.get(mappingOfOwners) ?? null,
            localCurrency: learned.localCurrency,
          }),
    jobsUnderWay: underWay?.values ?? [],
    missing: [
      ...missingOfAnswer('CRMIntegrationRecords', own, true),
      ...missingOfAnswer('IntegrationTableMappings', mappings, true),
      ...missingOfAnswer('IntegrationSynchJobs', jobs, underWay?.complete ?? true),
      ...further.flatMap((outcome) =>
        outcome.ok ? [] : missingOfAnswer('CRMIntegrationRecords', outcome, true),
      ),
    ],
    readAt: now(),
  };
}

const localCurrencySetup = { service: 'GeneralLedgerSetup', select: ['LCY_Code'] } as const;

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
  const code = row?.has('LCY_Code') === true ? row.text('LCY_Code').trim() : '';
  return code === '' ? null : code;
}
