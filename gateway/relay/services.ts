import type { Scope } from '../admission/scope';

/** Query options of a reading, decoded, by their names. */
export type QueryOptions = ReadonlyMap<string, string>;

/** A question that a smaller scope may put to a service, and no other. */
export interface NarrowQuestion {
  readonly scope: Scope;
  readonly allows: (options: QueryOptions) => boolean;
}

/** How a service may be used. */
export interface ServiceRule {
  /** Any one of these scopes is enough. */
  readonly scopes: readonly Scope[];
  /** Absent: the scopes above are needed, whatever is asked. */
  readonly narrow?: NarrowQuestion;
  /** False: the state of running jobs, which is followed from second to second and never answered from memory. */
  readonly kept: boolean;
}

const read = (...scopes: readonly Scope[]): ServiceRule => ({ scopes, kept: true });
const followed = (...scopes: readonly Scope[]): ServiceRule => ({ scopes, kept: false });

const orderFields = ['CRM_ID', 'Table_ID', 'Record_No'];

/**
 * The number of one sales order (table 36), for whoever knows the order's id in Sales. Availability leaves the order's own
 * lines out of what it counts as requirements; the other couplings, with names of customers, are not its business.
 */
const numberOfOrder: NarrowQuestion = {
  scope: 'availability',
  allows: (options) =>
    options.size === 2 &&
    /^CRM_ID eq [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} and Table_ID eq 36$/.test(
      options.get('$filter') ?? '',
    ) &&
    (options.get('$select') ?? '').split(',').every((field) => orderFields.includes(field)),
};

/**
 * The services that may be read, by their contract names (docs/services.md), and nothing else: what is not here does
 * not reach Business Central. The couplings are read for the customer of an account (statistics) as well, and cards to compare
 * the mapped fields (coupling).
 */
export const readableServices = {
  ProductItemAvailability: read('availability'),
  ItemCard: read('availability', 'coupling.read'),
  SalesLines: read('availability'),
  PurchaseLines: read('availability'),
  ItemUnitsOfMeasure: read('availability'),
  ItemSubstitutions: read('availability'),
  LocationList: read('availability'),
  ItemStockByLocation: read('availability'),
  CustomerStatistics: read('statistics'),
  CustomerCard: read('statistics', 'coupling.read'),
  CustomerLedgerEntries: read('statistics'),
  GeneralLedgerSetup: read('statistics', 'coupling.read'),
  CRMIntegrationRecords: { ...followed('statistics', 'coupling.read'), narrow: numberOfOrder },
  CustomerList: read('coupling.read'),
  VendorList: read('coupling.read'),
  ItemList: read('coupling.read'),
  ResourceList: read('coupling.read'),
  ContactList: read('coupling.read'),
  SalespersonsPurchasers: read('coupling.read'),
  CurrencyList: read('coupling.read'),
  UnitsOfMeasure: read('coupling.read'),
  UnitGroups: read('coupling.read'),
  CustomerPriceGroups: read('coupling.read'),
  SalesOrders: read('coupling.read'),
  Opportunities: read('coupling.read'),
  PostedSalesInvoices: read('coupling.read'),
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
  'StartAllFullSynch',
  'SystemIdOf',
] as const;

/** The scope that every procedure of the codeunit takes; `SystemIdOf` changes nothing, and is asked only before `Couple`. */
export const couplingScope: Scope = 'coupling.write';

/** Contract names that a configuration may rename. */
export const renameableServices: readonly string[] = [...Object.keys(readableServices), couplingCodeunit];
