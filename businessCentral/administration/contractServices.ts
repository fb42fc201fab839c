import { contractFields as availabilityFields } from '../availability/contractFields';
import type { ServiceName } from '../connection';
import { contractFields as couplingFields } from '../coupling/contractFields';
import { mappedRecords } from '../coupling/mappedFields';
import { filteredFields } from '../coupling/mappingFilter';
import { pairs } from '../coupling/pairs';
import { neededFields } from '../odata/readOperation';
import { couplingOperation } from '../statistics/coupledCustomer';
import { figureOperations } from '../statistics/customerFigures';
import { ledgerOperations } from '../statistics/ledgerEntries';
import { localCurrencyOperation } from '../statistics/localCurrency';
import { dispensableFields, synchronizationFields } from './synchronizationFields';
import type { Feature, PublishedObject } from './types';

/** What is to be published under a name of the contract, and what for. */
export interface ContractService {
  readonly service: ServiceName;
  readonly object: PublishedObject;
  readonly features: readonly Feature[];
  /** Without one of these, something is not shown, or not judged. */
  readonly fields: readonly string[];
  /** Read where they are there; pages of some versions do not have them all. */
  readonly otherFields: readonly string[];
}

const page = (id: number): PublishedObject => ({ type: 'page', id, lastVersion: null });
const companion = (type: PublishedObject['type']): PublishedObject => ({ type, id: null, lastVersion: null });

/** Numbers of Microsoft's objects (docs/services.md, docs/companion.md), and the features that read them. */
const objects: readonly (readonly [ServiceName, PublishedObject, ...Feature[]])[] = [
  ['ItemCard', page(30), 'availability', 'couplings'],
  ['SalesLines', page(516), 'availability'],
  ['PurchaseLines', page(518), 'availability'],
  ['ProductItemAvailability', { type: 'page', id: 5390, lastVersion: 27 }, 'availabilityByCoupling'],
  ['ItemUnitsOfMeasure', page(5404), 'units'],
  ['LocationList', page(15), 'stockByLocation'],
  ['ItemStockByLocation', companion('query'), 'stockByLocation'],
  ['ItemSubstitutions', page(5716), 'substitutes'],
  ['CustomerStatistics', page(151), 'statistics'],
  ['CustomerCard', page(21), 'statistics', 'couplings'],
  ['CustomerLedgerEntries', page(25), 'statistics'],
  ['GeneralLedgerSetup', page(118), 'statistics', 'couplings'],
  ['CRMIntegrationRecords', companion('page'), 'couplings', 'statisticsByCoupling', 'synchronization'],
  ['CRMCoupling', companion('codeunit'), 'couplingActions', 'synchronization'],
  ['CustomerList', page(22), 'candidates'],
  ['VendorList', page(27), 'candidates'],
  ['ItemList', page(31), 'candidates'],
  ['ResourceList', page(77), 'candidates'],
  ['ContactList', page(5052), 'candidates'],
  ['SalespersonsPurchasers', page(14), 'candidates', 'synchronization'],
  ['CurrencyList', page(5), 'candidates'],
  ['UnitsOfMeasure', page(209), 'candidates'],
  ['UnitGroups', companion('page'), 'candidates'],
  ['CustomerPriceGroups', page(7), 'candidates'],
  ['SalesOrders', page(9305), 'candidates'],
  ['Opportunities', page(5123), 'candidates'],
  ['PostedSalesInvoices', page(143), 'couplings'],
  ['IntegrationTableMappings', page(5335), 'couplings', 'synchronization'],
  ['IntegrationSynchJobs', page(5338), 'couplingActions', 'synchronization'],
  ['IntegrationSynchErrors', page(5339), 'synchronization'],
  ['CRMFullSynchReview', page(5331), 'synchronization'],
];

type FieldsByService = Readonly<Partial<Record<ServiceName, readonly string[]>>>;

/** Whatever the customer and the day are, the fields are the same. */
const statisticsOperations = [
  couplingOperation('00000000-0000-0000-0000-000000000000'),
  ...figureOperations(''),
  ...ledgerOperations('', '2000-01-01'),
  localCurrencyOperation,
];

/** What the questions themselves say that they read. */
const fieldsOfQuestions: readonly FieldsByService[] = [
  availabilityFields,
  ...statisticsOperations.map((operation) => ({
    [operation.service]: [...operation.select, ...neededFields(operation)],
  })),
  couplingFields,
  synchronizationFields,
];

function candidateFields(service: ServiceName): readonly (string | null)[] {
  const lists = pairs.flatMap(({ candidates }) => (candidates?.service === service ? [candidates] : []));
  return lists.flatMap(({ number, identity, name, email }) => [
    number,
    identity,
    name,
    email,
    'Coupled_to_Dataverse',
  ]);
}

function dispensable(service: ServiceName): readonly string[] {
  const fields: FieldsByService = dispensableFields;
  return fields[service] ?? [];
}

function fieldsOf(service: ServiceName): readonly string[] {
  const fields = [
    ...fieldsOfQuestions.flatMap((each) => each[service] ?? []),
    ...candidateFields(service),
    ...Object.values(mappedRecords).flatMap((record) => (record?.service === service ? [record.key] : [])),
  ];
  return [...new Set(fields.filter((field) => field !== null))].filter(
    (field) => !dispensable(service).includes(field),
  );
}

function otherFieldsOf(service: ServiceName, needed: readonly string[]): readonly string[] {
  const compared = Object.values(mappedRecords).flatMap((record) =>
    record?.service === service ? record.fields.map(({ property }) => property) : [],
  );
  const filtered = pairs.flatMap(({ kind, candidates }) =>
    candidates?.service === service ? filteredFields(kind) : [],
  );
  return [...new Set([...dispensable(service), ...compared, ...filtered])].filter(
    (field) => !needed.includes(field),
  );
}

/** Every service of the contract, in the order in which an administrator had best look at them. */
export const contractServices: readonly ContractService[] = objects.map(([service, object, ...features]) => {
  const fields = fieldsOf(service);
  return { service, object, features, fields, otherFields: otherFieldsOf(service, fields) };
});
