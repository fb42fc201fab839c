import type { CoupledCount, ReviewLine } from '../../businessCentral/administration/types';
import type { SynchJob } from '../../businessCentral/coupling/types';
import type { MappingOverview } from '../../businessCentral/administration/mappingOverview';
import type { Match } from '../../businessCentral/administration/matchBasedCoupling';
import type { SkippedRecord } from '../../businessCentral/administration/skippedRecords';
import type { SynchronizationQuestions } from '../../administration/synchronization/questions';
import { BusinessCentralError } from '../../businessCentral/errors';

/** What a fake is not told is not to be asked. */
function unasked(): never {
  throw new Error('This was not to be asked.');
}

export function fakeQuestions(answers: Partial<SynchronizationQuestions>): SynchronizationQuestions {
  return {
    review: unasked,
    startFullSynch: unasked,
    startAllFullSynch: unasked,
    mappings: () => Promise.resolve([]),
    jobs: unasked,
    skippedRecords: unasked,
    retry: unasked,
    coupledCounts: unasked,
    findMatches: unasked,
    couple: unasked,
    salesOrderIntegration: unasked,
    recordAddress: () => null,
    ...answers,
  };
}

export function lineOf(mapping: string, changes: Partial<ReviewLine> = {}): ReviewLine {
  return {
    mapping,
    direction: 'bidirectional',
    dependsOn: [],
    waitsFor: [],
    recommendation: 'full',
    state: 'none',
    toSales: 'none',
    fromSales: 'none',
    job: null,
    ...changes,
  };
}

export function jobOf(id: string, changes: Partial<SynchJob> = {}): SynchJob {
  return {
    id,
    mapping: 'CUSTOMER',
    kind: 'synchronization',
    startedAt: Date.UTC(2026, 10, 20, 8, 0, 0),
    finishedAt: Date.UTC(2026, 10, 20, 8, 1, 5),
    message: '',
    counts: {
      inserted: 0,
      modified: 0,
      deleted: 0,
      unchanged: 0,
      skipped: 0,
      failed: 0,
      coupled: 0,
      uncoupled: 0,
    },
    errors: [],
    ...changes,
  };
}

export function skippedOf(recordNo: string, changes: Partial<SkippedRecord> = {}): SkippedRecord {
  return {
    key: `18 ${recordNo}`,
    mapping: 'CUSTOMER',
    kind: 'customer',
    recordNo,
    recordName: `Customer ${recordNo}`,
    row: { table: 'account', id: `account-${recordNo}` },
    cause: 'ownerNotSalesperson',
    message: 'The salesperson must be coupled.',
    failedAt: Date.UTC(2026, 10, 20, 8, 0, 0),
    ...changes,
  };
}

export function countOf(kind: CoupledCount['kind'], changes: Partial<CoupledCount> = {}): CoupledCount {
  return { kind, mapping: '', coupled: 1, recordsNotCoupled: 2, rowsNotCoupled: 3, ...changes };
}

export function matchOf(recordNo: string, changes: Partial<Match> = {}): Match {
  return {
    kind: 'customer',
    recordNo,
    recordName: `Customer ${recordNo}`,
    row: { table: 'account', id: `account-${recordNo}` },
    rowName: `Account ${recordNo}`,
    by: 'number',
    ...changes,
  };
}

export function mappingOf(name: string, changes: Partial<MappingOverview> = {}): MappingOverview {
  return {
    name,
    direction: 'bidirectional',
    onlyCoupledRecords: true,
    dependsOn: [],
    recordFilter: '',
    rowFilter: '',
    lastToSales: null,
    lastFromSales: null,
    ...changes,
  };
}

export const coupledMeanwhile = new BusinessCentralError('coupledMeanwhile');

/** An answer that the test gives when it wants to. */
export function deferred<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
} {
  let resolve: (value: Value) => void = unasked;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
