import type {
  Salesperson,
  SalespersonProposal,
  UserToCouple,
  WorkOptions,
  WorkResult,
} from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import type { OwnedRecord } from '../../sales/administration/recordsOfOwner';

/** A salesperson of Business Central and the user of Sales to couple it to. */
export interface Pairing {
  readonly code: string;
  readonly userId: string;
  /** User that the salesperson is uncoupled from first; null: it is not coupled. */
  readonly insteadOf: string | null;
}

/** What the page of the salespeople asks and does; each rejects with a coded error. */
export interface SalespeopleQuestions {
  salespeople(options: AskOptions): Promise<readonly Salesperson[]>;
  /** Users that can be coupled: enabled ones, and no applications. */
  users(options: AskOptions): Promise<readonly UserToCouple[]>;
  propose(
    salespeople: readonly Salesperson[],
    users: readonly UserToCouple[],
  ): readonly SalespersonProposal[];
  couple(pairings: readonly Pairing[], options: WorkOptions): Promise<WorkResult<Pairing>>;
  /** How many rows that synchronize by their owner each user owns; users without any may be left out. */
  ownedRows(options: AskOptions): Promise<ReadonlyMap<string, number>>;
  /** These rows of one user. */
  ownedRecords(userId: string, options: AskOptions): Promise<readonly OwnedRecord[]>;
}
