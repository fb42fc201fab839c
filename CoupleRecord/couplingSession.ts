import type { AskOptions } from '../businessCentral/askOptions';
import type { Connect } from '../businessCentral/connectOnce';
import type { Coupling } from '../businessCentral/coupling/coupling';
import type { Pair } from '../businessCentral/coupling/pairs';
import type {
  CandidateSearch,
  Candidates,
  ComparedField,
  CouplableRecord,
  CouplingRow,
  CouplingState,
  RecouplingOutcome,
  SynchAction,
  SynchJob,
} from '../businessCentral/coupling/types';
import { followJob } from '../businessCentral/coupling/followJob';
import { systemClock } from '../businessCentral/odata/deadline';
import type { Clock } from '../businessCentral/odata/deadline';
import { openCompanySession, type KeptConnection } from '../sales/companySession';
import { keepAnswer, type Kept } from '../sales/keptAnswer';
import type { SalesRecord, SalesRecords } from '../sales/couplableRecords';

/** Where the control gets its answers from; tests give others. */
export interface CouplingSources {
  readonly sales: SalesRecords;
  /** Gives the same object again where nothing has changed. */
  readonly connect: Connect<Coupling>;
  /** The connection, as the controls of one page share it. */
  readonly kept?: KeptConnection;
  /** Whether the user may change couplings, as the controls of one page share it. */
  readonly mayChange?: Kept<boolean>;
  /** Paces the looks at a job. */
  readonly clock?: Clock;
}

/** A row of Sales with what Business Central knows of its couplings. */
export interface RecordCoupling {
  readonly record: SalesRecord;
  readonly state: CouplingState;
  /** The user holds a role that may change couplings. */
  readonly mayChange: boolean;
}

/** A change of couplings that the user asks for. */
export type Deed =
  | {
      readonly kind: 'couple';
      readonly pair: Pair;
      readonly recordNo: string;
      readonly synchAction: SynchAction;
    }
  | {
      readonly kind: 'recouple';
      readonly pair: Pair;
      /** The coupling that goes. */
      readonly earlier: CouplingRow;
      readonly recordNo: string;
      readonly recordName: string;
      readonly synchAction: SynchAction;
    }
  | { readonly kind: 'create'; readonly pair: Pair }
  | { readonly kind: 'uncouple'; readonly pair: Pair }
  | {
      readonly kind: 'synchronize';
      readonly pair: Pair;
      readonly direction: Exclude<SynchAction, 'none'>;
    };

/** The questions and deeds of one control on one form. */
export interface CouplingSession {
  /** @throws SalesError, BusinessCentralError */
  read(record: CouplableRecord, options: AskOptions): Promise<RecordCoupling>;
  /** @throws SalesError, BusinessCentralError */
  candidatesOf(pair: Pair, search: CandidateSearch, options: AskOptions): Promise<Candidates>;
  /** Does what is asked, even if the form is left meanwhile. @throws SalesError where the connection is lost */
  carryOut(record: CouplableRecord, deed: Deed): Promise<RecouplingOutcome>;
  /** Lets time pass before another look; `signal` ends it with a rejection. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /**
   * Watches a job until it has ended; `signal` ends the watching.
   * @param jobId as an outcome gave it
   * @param onProgress told after every look; null: the job has not begun
   * @throws SalesError, BusinessCentralError
   */
  follow(
    jobId: string,
    onProgress: (job: SynchJob | null) => void,
    options: { readonly signal: AbortSignal },
  ): Promise<SynchJob>;
  /** @throws SalesError, BusinessCentralError */
  fieldsOf(coupling: CouplingRow, options: AskOptions): Promise<readonly ComparedField[]>;
  /** Null while the connection is not known, and where it has no web client address. */
  address(coupling: CouplingRow): string | null;
  /** Business Central's own way to the coupled record, for where couplings cannot be read. Null as above. */
  redirectAddress(record: CouplableRecord): string | null;
  /** Ends every question that is under way, but no deed. */
  close(): void;
}

export function openCouplingSession({
  sales,
  connect,
  kept,
  mayChange: right = keepAnswer(),
  clock = systemClock,
}: CouplingSources): CouplingSession {
  const { prepare, ask, company, close } = openCompanySession({
    connection: () => sales.connection(),
    connect,
    kept,
  });
  return {
    read: async (reference, options) => {
      prepare();
      if (options.fresh === true) {
        right.forget();
      }
      // Business Central need not wait for what the user may do.
      const [[record, state], mayChange] = await Promise.all([
        sales.record(reference).then(async (saved) => {
          const answer = await ask(options, (coupling, linked) =>
            coupling.stateOf(reference, saved.prerequisites, linked),
          );
          return [saved, answer] as const;
        }),
        right.of(() => sales.mayChangeCouplings()),
      ]);
      return { record, state, mayChange };
    },
    candidatesOf: (pair, search, options) =>
      ask(options, (coupling, linked) => coupling.candidatesOf(pair, search, linked)),
    // A deed that is cut off leaves nobody who knows what came of it, so the end of the control does not end it.
    carryOut: (record, deed) => ask({}, (coupling) => carriedOut(coupling, record, deed)),
    pause: (milliseconds, signal) => clock.pause(milliseconds, signal),
    follow: (jobId, onProgress, options) =>
      ask(options, (coupling, linked) =>
        followJob(coupling, jobId, { clock, signal: linked.signal ?? options.signal, onProgress }),
      ),
    fieldsOf: (coupled, options) => ask(options, (coupling, linked) => coupling.fieldsOf(coupled, linked)),
    address: (coupled) => company()?.address(coupled) ?? null,
    redirectAddress: (record) => company()?.redirectAddress(record) ?? null,
    close,
  };
}

function carriedOut(coupling: Coupling, record: CouplableRecord, deed: Deed): Promise<RecouplingOutcome> {
  switch (deed.kind) {
    case 'couple':
      return coupling.couple(deed.pair, record, deed.recordNo, deed.synchAction);
    case 'recouple':
      return coupling.recouple(deed.earlier, record, deed.recordNo, deed.synchAction);
    case 'create':
      return coupling.create(deed.pair, record);
    case 'uncouple':
      return coupling.uncouple(deed.pair, record);
    case 'synchronize':
      return coupling.synchronize(deed.pair, record, deed.direction);
  }
}
