import type { Caller } from '../security/caller';
import type { Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import type { Organization } from '../organization';

/** What business logic may look at and change while a row is written; everything is undone when it throws. */
export interface BusinessContext {
  readonly rows: RowStore;
  readonly organization: Organization;
  readonly caller: Caller;
}

/**
 * What an app's own plug-ins do when a row of a table is written, apart from what the platform does for every table.
 * Each part may throw DataverseError; then nothing is written.
 */
export interface BusinessLogic {
  readonly table: string;
  /** Completes or refuses a new row. `given` holds what the client sent. */
  readonly beforeCreate?: (row: Row, given: Row, context: BusinessContext) => Row;
  /** Completes or refuses a change. `row` is the row with the client's changes in it. */
  readonly beforeUpdate?: (row: Row, before: Row, changes: Row, context: BusinessContext) => Row;
  /** Refuses a deletion. */
  readonly beforeDelete?: (row: Row, context: BusinessContext) => void;
  /** Follows up after a row was made, changed or deleted. */
  readonly afterWrite?: (row: Row, context: BusinessContext) => void;
}
