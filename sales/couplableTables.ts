import { mappedRecords } from '../businessCentral/coupling/mappedFields';
import { pairsOf, type CouplableTable, type RecordKind } from '../businessCentral/coupling/pairs';
import type { Prerequisite } from '../businessCentral/coupling/types';
import type { NotCouplable } from './couplableRecords';
import { expandedOf, flagOf, lookupOf, numberOf, textOf, type DataverseRow } from './dataverseRow';

/** Something that a lookup leads to, and that must be coupled before the row. */
interface Needed {
  readonly part: Prerequisite['part'];
  readonly table: CouplableTable;
  /** Lookup column; of a lookup to several tables the id may be another table's. */
  readonly lookup: string;
  /** Navigation property that leads to this table. */
  readonly navigation: string;
  /** Column of the row it leads to. */
  readonly name: string;
}

/** How rows of a table are read, as far as coupling is concerned. */
export interface CouplableTableColumns {
  readonly number: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly hasOwner: boolean;
  readonly needs: readonly Needed[];
  /** Columns beside those above and the mapped ones. */
  readonly others: readonly string[];
  /** Why a row cannot be coupled as it is, by kind of Business Central's record; `all`: with none. */
  readonly notCouplable: (row: DataverseRow) => Partial<Record<RecordKind | 'all', NotCouplable>>;
}

const needs = (
  part: Needed['part'],
  table: CouplableTable,
  lookup: string,
  name: string,
  navigation = lookup,
): Needed => ({ part, table, lookup, name, navigation });

/** State 0 is the one that the mappings let through: active or open. */
const ifInactive = (row: DataverseRow): { all?: NotCouplable } =>
  (numberOf(row, 'statecode') ?? 0) === 0 ? {} : { all: 'inactive' };

/** Option values of `account.customertypecode` and `product.producttypecode` that the mappings let through. */
const customerType = { customer: 3, vendor: 11 } as const;
const productType = { item: 1, resource: 3 } as const;

/** State of an order that is still to be fulfilled: active, submitted. A canceled or fulfilled one is not coupled any more. */
const lastOpenOrderState = 1;

/**
 * The tables with their columns (Microsoft Learn, Dynamics 365 Sales table reference), what must be coupled first
 * (dependencies of the mappings), and the default filters of the mappings (codeunits 5334 "CRM Setup Defaults" and 7204
 * "CDS Setup Defaults"). The filters by company, license and price list are Business Central's to check.
 */
export const couplableTableColumns: Readonly<Record<CouplableTable, CouplableTableColumns>> = {
  account: {
    number: 'accountnumber',
    name: 'name',
    email: 'emailaddress1',
    hasOwner: true,
    needs: [needs('currency', 'transactioncurrency', 'transactioncurrencyid', 'isocurrencycode')],
    others: ['statecode', 'customertypecode'],
    notCouplable: (row) => ({
      ...otherKinds(customerType, numberOf(row, 'customertypecode')),
      ...ifInactive(row),
    }),
  },
  contact: {
    number: null,
    name: 'fullname',
    email: 'emailaddress1',
    hasOwner: true,
    needs: [needs('company', 'account', 'parentcustomerid', 'name', 'parentcustomerid_account')],
    others: ['statecode'],
    notCouplable: (row) => ({ ...ifWithout(row, 'parentcustomerid_account'), ...ifInactive(row) }),
  },
  product: {
    number: 'productnumber',
    name: 'name',
    email: null,
    hasOwner: false,
    needs: [needs('unit', 'uomschedule', 'defaultuomscheduleid', 'name')],
    others: ['statecode', 'producttypecode'],
    notCouplable: (row) => ({
      ...otherKinds(productType, numberOf(row, 'producttypecode')),
      ...ifInactive(row),
    }),
  },
  systemuser: {
    number: null,
    name: 'fullname',
    email: 'internalemailaddress',
    hasOwner: false,
    needs: [],
    others: ['isdisabled'],
    notCouplable: (row) => (flagOf(row, 'isdisabled') ? { all: 'inactive' } : {}),
  },
  transactioncurrency: {
    number: 'isocurrencycode',
    name: 'currencyname',
    email: null,
    hasOwner: false,
    needs: [],
    others: ['statecode'],
    notCouplable: ifInactive,
  },
  uomschedule: {
    number: 'baseuomname',
    name: 'name',
    email: null,
    hasOwner: false,
    needs: [],
    others: ['statecode'],
    notCouplable: ifInactive,
  },
  pricelevel: {
    number: 'name',
    name: 'name',
    email: null,
    hasOwner: false,
    needs: [needs('currency', 'transactioncurrency', 'transactioncurrencyid', 'isocurrencycode')],
    others: ['statecode'],
    notCouplable: ifInactive,
  },
  salesorder: {
    number: 'ordernumber',
    name: 'name',
    email: null,
    hasOwner: true,
    needs: [
      needs('customer', 'account', 'customerid', 'name', 'customerid_account'),
      needs('opportunity', 'opportunity', 'opportunityid', 'name'),
    ],
    others: ['statecode', '_customerid_value'],
    notCouplable: (row) => ({
      ...(lookupOf(row, 'customerid') === null ? { all: 'incomplete' } : {}),
      ...((numberOf(row, 'statecode') ?? 0) > lastOpenOrderState ? { all: 'inactive' } : {}),
    }),
  },
  opportunity: {
    number: null,
    name: 'name',
    email: null,
    hasOwner: true,
    needs: [
      needs('customer', 'account', 'parentaccountid', 'name'),
      needs('contact', 'contact', 'parentcontactid', 'fullname'),
    ],
    others: ['statecode'],
    notCouplable: ifInactive,
  },
  invoice: {
    number: 'invoicenumber',
    name: 'name',
    email: null,
    hasOwner: false,
    needs: [],
    others: [],
    notCouplable: () => ({}),
  },
};

function otherKinds<Kind extends RecordKind>(
  types: Readonly<Record<Kind, number>>,
  type: number | null,
): Partial<Record<RecordKind, NotCouplable>> {
  const kinds = Object.entries<number>(types) as [Kind, number][];
  return Object.fromEntries(
    kinds.flatMap(([kind, wanted]) => (wanted === type ? [] : [[kind, 'otherKind']])),
  );
}

function ifWithout(row: DataverseRow, navigation: string): { all?: NotCouplable } {
  return expandedOf(row, navigation) === null ? { all: 'incomplete' } : {};
}

/** Columns of the mappings of a table, by field name; several pairs have the same fields in the same columns. */
export function mappedColumns(
  table: CouplableTable,
): ReadonlyMap<string, { column: string; decimals: number | null }> {
  const fields = pairsOf(table).flatMap(({ kind }) => mappedRecords[kind]?.fields ?? []);
  return new Map(fields.map(({ field, column, decimals }) => [field, { column, decimals }]));
}

/** The options that read a row of a table with all that its coupling needs, in one request. */
export function couplableOptions(table: CouplableTable): string {
  const { number, name, email, hasOwner, needs: needed, others } = couplableTableColumns[table];
  const columns = [...mappedColumns(table).values()].map(({ column }) => column);
  const select = new Set(
    [name, number, email, ...others, ...columns.filter((column) => !column.includes('.'))].filter(
      (column) => column !== null,
    ),
  );
  const expand = new Set([
    ...(hasOwner ? ['owninguser($select=fullname)', 'owningteam($select=name)'] : []),
    ...needed.map((each) => `${each.navigation}($select=${each.name})`),
    ...columns
      .filter((column) => column.includes('.'))
      .map((column) => column.replace(/\.(\w+)$/, '($select=$1)')),
  ]);
  return `?$select=${[...select].join(',')}` + (expand.size === 0 ? '' : `&$expand=${[...expand].join(',')}`);
}

/** What the lookups of a row lead to, in the order of the table's needs. */
export function prerequisitesIn(table: CouplableTable, row: DataverseRow): Prerequisite[] {
  return couplableTableColumns[table].needs.flatMap(({ part, table: other, navigation, name }) => {
    const found = expandedOf(row, navigation);
    const id = found === null ? null : textOf(found, `${other}id`);
    return found === null || id === null
      ? []
      : [{ part, record: { table: other, id: id.toLowerCase() }, name: textOf(found, name) ?? '' }];
  });
}
