import type {
  CheckStep,
  ListedCompany,
  Matching,
  ReviewLine,
  ServiceCheck,
  WorkOptions,
} from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import type { CoupledOwners } from '../salespeople/owners';
import type {
  ConnectionEntries,
  ConnectionRow,
  Grant,
  SaveOutcome,
  UserAccess,
} from '../../sales/administration/types';

/** A connection to be tried, saved or not. */
export type AskedConnection =
  | {
      readonly way: 'gateway';
      readonly gatewayUrl: string;
      /** Empty: not chosen yet, so the test ends there. */
      readonly company: string;
    }
  | {
      readonly way: 'direct';
      readonly odataUrl: string;
      readonly company: string;
      readonly userName: string;
      /** As typed; null: the one that is stored on the connection `storedOn`. */
      readonly key: string | null;
      readonly storedOn: string | null;
      /** User name and key were taken before. */
      readonly workedBefore: boolean;
    };

/** What is matched with records of Business Central. */
export const matchedKinds = ['products', 'accounts'] as const;

export type MatchedKind = (typeof matchedKinds)[number];

/** What the setup and the health page ask and do; each rejects with a SalesError or BusinessCentralError. */
export interface SetupQuestions {
  /** All connections. */
  connections(): Promise<readonly ConnectionRow[]>;
  /** Whether the connection holds a key, as far as this user may see; the key itself is not read. */
  hasKey(connectionId: string): Promise<boolean>;
  /**
   * @param before the row as it was read; null: there is none, so one is made
   * @param entries what is to be changed
   */
  save(before: ConnectionRow | null, entries: ConnectionEntries): Promise<SaveOutcome>;
  /** Takes a deactivated connection into use again. */
  reactivate(connectionId: string): Promise<void>;
  companies(asked: AskedConnection, options: AskOptions): Promise<readonly ListedCompany[]>;
  /** Goes the way once; every part in its order. */
  check(asked: AskedConnection, options: AskOptions): Promise<readonly CheckStep[]>;
  /** The questions below go over the connection as it is saved. */
  services(connection: ConnectionRow, options: AskOptions): Promise<ServiceCheck>;
  match(
    connection: ConnectionRow,
    kind: MatchedKind,
    matchBy: BusinessCentralConnection['matchBy'],
    options: WorkOptions,
  ): Promise<Matching>;
  /** Owners of records in Sales, by whether they are coupled to salespeople. */
  owners(connection: ConnectionRow, options: AskOptions): Promise<CoupledOwners>;
  /** The full synchronization review. */
  review(connection: ConnectionRow, options: AskOptions): Promise<readonly ReviewLine[]>;
  /** All users, with what is granted to them. @param connection null: none is saved yet */
  access(connection: ConnectionRow | null, options: WorkOptions): Promise<readonly UserAccess[]>;
  assign(user: UserAccess, grant: Grant): Promise<void>;
  remove(user: UserAccess, grant: Grant): Promise<void>;
}
