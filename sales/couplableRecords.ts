import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { Pair } from '../businessCentral/coupling/pairs';
import type { CouplableRecord, Prerequisite } from '../businessCentral/coupling/types';

/** Why a row cannot be coupled as it is, by Business Central's default mappings (docs/coupling.md). */
export type NotCouplable =
  /** The row is deactivated; the mappings let active rows through. */
  | 'inactive'
  /** The row's kind is another one: account type, product type. */
  | 'otherKind'
  /** A contact without an account, an order without a customer. */
  | 'incomplete';

/** A row that can be coupled, as saved. */
export interface SalesRecord extends CouplableRecord {
  /** `accountnumber`, `productnumber`, `isocurrencycode`…; empty: none. */
  readonly number: string;
  readonly name: string;
  readonly email: string;
  /** Null: the table has no owner. */
  readonly owner: { readonly kind: 'user' | 'team'; readonly name: string } | null;
  /** What must be coupled first, in the order of business (reference: dependency order of the mappings). */
  readonly prerequisites: readonly Prerequisite[];
  /** Per pair of the table; a pair that is not here can be coupled. */
  readonly notCouplable: ReadonlyMap<Pair, NotCouplable>;
  /** The mapped columns by the field names of `Coupling.fieldsOf`; null: empty. */
  readonly fields: Readonly<Record<string, string | number | null>>;
}

/** The questions about couplable rows that the control puts to Dataverse. */
export interface SalesRecords {
  /** The Business Central company that this user works with. @throws SalesError as for customer statistics */
  connection(): Promise<BusinessCentralConnection>;

  /** A row with what its coupling needs. @throws SalesError */
  record(record: CouplableRecord): Promise<SalesRecord>;

  /** Whether the user holds the role Integration Administrator, or System Administrator. @throws SalesError */
  mayChangeCouplings(): Promise<boolean>;
}
