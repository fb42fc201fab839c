import type { Mapping, Prerequisite } from './types';

/** The mappings that say whether owners matter at all; they are read wherever a record has an owner. */
export const mappingOfOwners = 'CUSTOMER';

/** Name of the mapping between users and salespeople. */
const salespeople = 'SALESPEOPLE';

/** What is known of the world around prerequisites; null: could not be read. */
export interface KnownOfPrerequisites {
  /** Ids of rows of Sales that are coupled. */
  readonly coupledIds: ReadonlySet<string>;
  readonly ownerMapping: Mapping | null;
  /** ISO code of Business Central's local currency, which is no record of the table Currency and needs no coupling. */
  readonly localCurrency: string | null;
}

/**
 * Which prerequisites are still to be coupled, in their order.
 *
 * An owner counts only in the ownership model Person: in the model Team the mapping CUSTOMER does not depend on
 * SALESPEOPLE (codeunit 7204 "CDS Setup Defaults").
 */
export function uncoupledPrerequisites(
  prerequisites: readonly Prerequisite[],
  { coupledIds, ownerMapping, localCurrency }: KnownOfPrerequisites,
): readonly Prerequisite[] {
  const ownersCount = ownerMapping === null || ownerMapping.dependsOn.includes(salespeople);
  return prerequisites.filter(
    ({ part, name, record }) =>
      !coupledIds.has(record.id) &&
      (part !== 'owner' || ownersCount) &&
      (part !== 'currency' || localCurrency === null || name.toUpperCase() !== localCurrency.toUpperCase()),
  );
}
