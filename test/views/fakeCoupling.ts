import type { Coupling } from '../../businessCentral/coupling/coupling';
import { pairs } from '../../businessCentral/coupling/pairs';
import type { Pair, RecordKind } from '../../businessCentral/coupling/pairs';
import type {
  ActionOutcome,
  Candidate,
  Candidates,
  CouplingRow,
  CouplingState,
  Mapping,
  RecouplingOutcome,
  SynchJob,
} from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { SalesRecord, SalesRecords } from '../../sales/couplableRecords';
import { connection, now } from './fakeSources';

export function pairFor(kind: RecordKind): Pair {
  return pairs.find((pair) => pair.kind === kind)!;
}

export function mappingFor(pair: Pair, overrides: Partial<Mapping> = {}): Mapping {
  return {
    name: pair.mapping,
    direction: 'bidirectional',
    onlyCoupledRecords: true,
    dependsOn: [],
    ...overrides,
  };
}

export const account: SalesRecord = {
  table: 'account',
  id: 'account-1',
  number: 'A-1',
  name: 'Adatum Corporation',
  email: 'info@adatum.example',
  owner: { kind: 'user', name: 'Nancy Davolio' },
  prerequisites: [],
  notCouplable: new Map([[pairFor('vendor'), 'otherKind']]),
  fields: {},
};

export function couplingOf(kind: RecordKind, overrides: Partial<CouplingRow> = {}): CouplingRow {
  return {
    pair: pairFor(kind),
    systemId: `system-${kind}`,
    recordNo: '10000',
    recordName: 'Adatum Corporation',
    fromSales: { result: 'none', at: null },
    toSales: { result: 'success', at: now - 86_400_000 },
    skipped: false,
    lastError: '',
    ...overrides,
  };
}

export function stateOf(overrides: Partial<CouplingState> = {}): CouplingState {
  return {
    couplings: [],
    mappings: new Map(pairs.map((pair) => [pair, mappingFor(pair)])),
    uncoupledPrerequisites: [],
    jobsUnderWay: [],
    missing: [],
    readAt: now,
    ...overrides,
  };
}

const noCounts: SynchJob['counts'] = {
  inserted: 0,
  modified: 0,
  deleted: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  coupled: 0,
  uncoupled: 0,
};

export function jobOf(
  overrides: Partial<Omit<SynchJob, 'counts'>> & { readonly counts?: Partial<SynchJob['counts']> } = {},
): SynchJob {
  return {
    id: 'job-1',
    mapping: 'CUSTOMER',
    kind: 'synchronization',
    startedAt: now,
    finishedAt: now,
    message: '',
    errors: [],
    ...overrides,
    counts: { ...noCounts, ...overrides.counts },
  };
}

export function candidateOf(recordNo: string, name: string, overrides: Partial<Candidate> = {}): Candidate {
  return { recordNo, name, email: '', isCoupled: false, leftOut: null, reason: 'nameContains', ...overrides };
}

export function candidates(...found: readonly Candidate[]): Candidates {
  return { candidates: found, more: false, readAt: now };
}

/** Something that the test settles when it likes. */
export interface Pending<Asked, Answer> {
  readonly asked: Asked;
  readonly signal: AbortSignal | undefined;
  readonly answer: (value: Answer) => void;
  readonly fail: (reason: Error) => void;
}

function pendingList<Asked, Answer>() {
  const list: Pending<Asked, Answer>[] = [];
  const ask = (asked: Asked, signal?: AbortSignal) =>
    new Promise<Answer>((resolve, reject) => {
      list.push({ asked, signal, answer: resolve, fail: reject });
    });
  return { list, ask };
}

export interface FakeCoupling {
  readonly coupling: Coupling;
  /** What has been done, in order. */
  readonly deeds: Pending<string, RecouplingOutcome>[];
  readonly looks: Pending<string, SynchJob | null>[];
  readonly searches: Pending<string, Candidates>[];
  /** What the next readings of the state find; a failure is thrown. */
  state: CouplingState | Error;
  readonly stateReadings: () => number;
}

/** Business Central whose deeds, searches and jobs the test settles itself. */
export function fakeCoupling(
  state: CouplingState | Error,
  overrides: Partial<Pick<Coupling, 'fieldsOf' | 'address' | 'redirectAddress'>> = {},
): FakeCoupling {
  const deeds = pendingList<string, RecouplingOutcome>();
  const act = (asked: string) => deeds.ask(asked) as Promise<ActionOutcome>;
  const looks = pendingList<string, SynchJob | null>();
  const searches = pendingList<string, Candidates>();
  let readings = 0;
  const fake: FakeCoupling = {
    deeds: deeds.list,
    looks: looks.list,
    searches: searches.list,
    state,
    stateReadings: () => readings,
    coupling: {
      stateOf: () => {
        readings += 1;
        return fake.state instanceof Error ? Promise.reject(fake.state) : Promise.resolve(fake.state);
      },
      candidatesOf: ({ kind }, { text }, options) => searches.ask(`${kind}: ${text}`, options?.signal),
      couple: ({ kind }, _record, recordNo, action) => act(`couple ${kind} ${recordNo} ${action}`),
      recouple: ({ pair: { kind }, recordNo: earlier }, _record, recordNo, action) =>
        deeds.ask(`recouple ${kind} ${earlier} ${recordNo} ${action}`),
      create: ({ kind }) => act(`create ${kind}`),
      uncouple: ({ kind }) => act(`uncouple ${kind}`),
      synchronize: ({ kind }, _record, direction) => act(`synchronize ${kind} ${direction}`),
      jobOf: (jobId, options) => looks.ask(jobId, options?.signal),
      fieldsOf: overrides.fieldsOf ?? (() => Promise.resolve([])),
      address:
        overrides.address ??
        (({ recordNo }) => (recordNo === '' ? null : `https://bc.example/BC/?record=${recordNo}`)),
      redirectAddress: overrides.redirectAddress ?? (() => 'https://bc.example/BC/?page=5329'),
    },
  };
  return fake;
}

export function fakeRecords(
  record: SalesRecord,
  { mayChange = true, ...overrides }: Partial<SalesRecords> & { readonly mayChange?: boolean } = {},
): SalesRecords {
  return {
    connection: () => Promise.resolve(connection),
    record: () => Promise.resolve(record),
    mayChangeCouplings: () => Promise.resolve(mayChange),
    ...overrides,
  };
}

export function refusedBy(serverMessage: string): ActionOutcome {
  return {
    kind: 'refused',
    error: new BusinessCentralError('businessCentralFailed', { status: 400, serverMessage }),
  };
}

export const lostConnection: ActionOutcome = {
  kind: 'unknown',
  error: new BusinessCentralError('unreachable'),
};
