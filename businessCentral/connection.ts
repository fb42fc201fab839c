/**
 * How the caller is let in.
 *
 * `accessKey`: by Business Central, with Basic authentication and the integration user's web service access key;
 * on-premises only (Business Central online stopped taking keys on 2022-10-01, Microsoft Learn
 * "deprecated-features-platform").
 * `bearer`: by the gateway, with a token that somebody else obtains and renews. `token()` is asked before every
 * request, and once more with a token that the gateway did not take.
 */
export type Authorization =
  | { readonly kind: 'accessKey'; readonly userName: string; readonly webServiceAccessKey: string }
  | { readonly kind: 'bearer'; readonly token: (rejected?: string) => Promise<string> };

/** A Business Central company as the client is told to reach it; one row of `bcs_connection`. */
export interface BusinessCentralConnection {
  /** Address of Business Central or the gateway up to and including `/ODataV4`; https, or http on localhost. */
  readonly odataUrl: string;
  /** Company name exactly as in Business Central (case matters), or the company's id (a GUID). */
  readonly company: string;
  readonly authorization: Authorization;
  /** How a Sales product finds its item: through the coupling, or product number = item number. */
  readonly matchBy: 'coupling' | 'number';
  /** Address of the web client, may hold `?company=…`; absent: no record can be opened. */
  readonly webClientUrl?: string;
  /** Renamed services and known gaps, from `bcs_services`; a service that is not named keeps its contract name. */
  readonly services?: ServiceSettings;
}

/** What `bcs_services` holds for one service. */
export interface ServiceSetting {
  /** Name under which the service is published, where it differs from the contract. */
  readonly name?: string;
  /** True: the service is known not to be published. */
  readonly missing?: boolean;
  /** Fields of the contract that this version of Business Central does not have. */
  readonly missingFields?: readonly string[];
}

export type ServiceSettings = Partial<Readonly<Record<ServiceName, ServiceSetting>>>;

/** The services of the contract (docs/services.md), by their contract names. */
export type ServiceName =
  | 'ProductItemAvailability'
  | 'ItemCard'
  | 'SalesLines'
  | 'PurchaseLines'
  | 'ItemUnitsOfMeasure'
  | 'ItemSubstitutions'
  | 'LocationList'
  | 'ItemStockByLocation'
  | 'CustomerStatistics'
  | 'CustomerCard'
  | 'CustomerLedgerEntries'
  | 'GeneralLedgerSetup'
  | 'CustomerList'
  | 'VendorList'
  | 'ItemList'
  | 'ResourceList'
  | 'ContactList'
  | 'SalespersonsPurchasers'
  | 'CurrencyList'
  | 'UnitsOfMeasure'
  | 'UnitGroups'
  | 'CustomerPriceGroups'
  | 'SalesOrders'
  | 'Opportunities'
  | 'PostedSalesInvoices'
  | 'IntegrationTableMappings'
  | 'IntegrationSynchJobs'
  | 'IntegrationSynchErrors'
  | 'CRMFullSynchReview'
  | 'CRMCoupling'
  | 'CRMIntegrationRecords';
