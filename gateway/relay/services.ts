import type { Scope } from '../admission/scope';

/** How a service may be used. */
export interface ServiceRule {
  /** Any one of these scopes is enough. */
  readonly scopes: readonly Scope[];
  /** False: the state of running jobs, which is followed from second to second and never answered from memory. */
  readonly kept: boolean;
}

const read = (...scopes: readonly Scope[]): ServiceRule => ({ scopes, kept: true });
const followed = (...scopes: readonly Scope[]): ServiceRule => ({ scopes, kept: false });

/**
 * The services that may be read, by their contract names (docs/services.md), and nothing else: what is not here does
 * not reach Business Central. The couplings are read for the customer of an account (statistics) as well.
 */
export const readableServices = {
  ProductItemAvailability: read('availability'),
  ItemCard: read('availability'),
  SalesLines: read('availability'),
  PurchaseLines: read('availability'),
  ItemUnitsOfMeasure: read('availability'),
  ItemSubstitutions: read('availability'),
  LocationList: read('availability'),
  ItemStockByLocation: read('availability'),
  CustomerStatistics: read('statistics'),
  CustomerCard: read('statistics'),
  CustomerLedgerEntries: read('statistics'),
  GeneralLedgerSetup: read('statistics'),
  CRMIntegrationRecords: followed('statistics', 'coupling.read'),
  CustomerList: read('coupling.read'),
  ItemList: read('coupling.read'),
  ContactList: read('coupling.read'),
  SalespersonsPurchasers: read('coupling.read'),
  CurrencyList: read('coupling.read'),
  UnitsOfMeasure: read('coupling.read'),
  CustomerPriceGroups: read('coupling.read'),
  IntegrationTableMappings: followed('coupling.read'),
  IntegrationSynchJobs: followed('coupling.read'),
  IntegrationSynchErrors: followed('coupling.read'),
  CRMFullSynchReview: followed('coupling.read'),
} as const satisfies Readonly<Record<string, ServiceRule>>;

export type ReadableService = keyof typeof readableServices;

/** The codeunit whose procedures change couplings; published, its actions are `<codeunit>_<procedure>`. */
export const couplingCodeunit = 'CRMCoupling';

export const couplingProcedures = [
  'Couple',
  'Uncouple',
  'CreateFromSales',
  'Synchronize',
  'StartFullSynch',
] as const;

/** The scope that every procedure of the codeunit takes. */
export const couplingScope: Scope = 'coupling.write';

/** Contract names that a configuration may rename. */
export const renameableServices: readonly string[] = [...Object.keys(readableServices), couplingCodeunit];
