import type { AskOptions } from '../askOptions';
import type { Pair } from './pairs';
import type {
  ActionOutcome,
  CandidateSearch,
  Candidates,
  ComparedField,
  CouplableRecord,
  CouplingRow,
  CouplingState,
  Prerequisite,
  RecouplingOutcome,
  SynchAction,
  SynchJob,
} from './types';

/** What can be asked of a company about couplings, and done to them. */
export interface Coupling {
  /**
   * Whether a record is coupled, in one request.
   * @param prerequisites what the record needs, as Sales knows it
   * @throws BusinessCentralError where the couplings could not be read
   */
  stateOf(
    record: CouplableRecord,
    prerequisites: readonly Prerequisite[],
    options?: AskOptions,
  ): Promise<CouplingState>;

  /** Records of Business Central that match, searched there. @throws BusinessCentralError */
  candidatesOf(pair: Pair, search: CandidateSearch, options?: AskOptions): Promise<Candidates>;

  /**
   * Couples a record. After a lost connection the coupling is looked up before anything is said of it, so nothing is
   * coupled twice. Never rejects but with `aborted`.
   */
  couple(
    pair: Pair,
    record: CouplableRecord,
    recordNo: string,
    synchAction: SynchAction,
    options?: AskOptions,
  ): Promise<ActionOutcome>;

  /**
   * Couples a record to another than `earlier`, in one deed: looks first whether the other may be had, uncouples, couples,
   * and couples the earlier one again where the other is refused after all. As {@link Coupling.couple}.
   */
  recouple(
    earlier: CouplingRow,
    record: CouplableRecord,
    recordNo: string,
    synchAction: SynchAction,
    options?: AskOptions,
  ): Promise<RecouplingOutcome>;

  /** Makes a record of Business Central out of the row, and couples it. As {@link Coupling.couple}. */
  create(pair: Pair, record: CouplableRecord, options?: AskOptions): Promise<ActionOutcome>;

  uncouple(pair: Pair, record: CouplableRecord, options?: AskOptions): Promise<ActionOutcome>;

  synchronize(
    pair: Pair,
    record: CouplableRecord,
    direction: Exclude<SynchAction, 'none'>,
    options?: AskOptions,
  ): Promise<ActionOutcome>;

  /** Where a job stands; null: Business Central does not know it (yet). @throws BusinessCentralError */
  jobOf(jobId: string, options?: AskOptions): Promise<SynchJob | null>;

  /** The mapped fields as Business Central has them. @throws BusinessCentralError */
  fieldsOf(coupling: CouplingRow, options?: AskOptions): Promise<readonly ComparedField[]>;

  /** Address of the record in the web client; null where the connection has none, or the record is gone. */
  address(coupling: CouplingRow): string | null;

  /**
   * Address of Business Central's own way in (page 5329 "CRM Redirect"), which looks the coupling up itself: for where it
   * cannot be read from here. It knows no sales orders of every version, and makes a record for a row that has none where
   * the mapping does not keep to coupled records. Null where the connection has no web client address.
   */
  redirectAddress(record: CouplableRecord): string | null;
}
