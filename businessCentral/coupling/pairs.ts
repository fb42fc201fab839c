import type { ServiceName } from '../connection';

/** Tables of Dataverse whose rows can be coupled. */
export const couplableTables = [
  'account',
  'contact',
  'product',
  'systemuser',
  'transactioncurrency',
  'uomschedule',
  'pricelevel',
  'salesorder',
  'opportunity',
  'invoice',
] as const;

export type CouplableTable = (typeof couplableTables)[number];

/** The kinds of Business Central record, by what a salesperson calls them (`CoupleRecord/strings`, keys `record_<kind>`). */
export type RecordKind =
  | 'customer'
  | 'vendor'
  | 'contact'
  | 'item'
  | 'resource'
  | 'salesperson'
  | 'currency'
  | 'unitOfMeasure'
  | 'unitGroup'
  | 'customerPriceGroup'
  | 'salesOrder'
  | 'opportunity'
  | 'postedSalesInvoice';

/** A table of Dataverse and one of Business Central whose records can be coupled to each other. */
export interface Pair {
  readonly table: CouplableTable;
  readonly kind: RecordKind;
  /** Number of Business Central's table. */
  readonly tableId: number;
  /** Name of the integration table mapping (codeunits 5334 "CRM Setup Defaults", 7204 "CDS Setup Defaults"). */
  readonly mapping: string;
  /** Where candidates are searched, and by which fields; null: couplings of this pair are not made by hand. */
  readonly candidates: {
    readonly service: ServiceName;
    readonly number: string;
    readonly name: string | null;
    readonly email: string | null;
    /** What tells a record from all others, and names it to the companion; the number, but for unit groups. */
    readonly identity: string;
  } | null;
  /**
   * Page of the web client that shows the record, and the key field by its name in Business Central. Unit groups are shown by
   * one of two pages (`recordPage.ts`).
   */
  readonly page: { readonly number: number; readonly key: string };
}

/**
 * Every pair, in the order in which Business Central tries them for a table (page 5329 "CRM Redirect": account as
 * customer before vendor, product as item before resource).
 */
export const pairs: readonly Pair[] = [
  pair('account', 'customer', 18, 'CUSTOMER', ['CustomerList', 'No', 'Name', 'E_Mail'], [21, 'No.']),
  pair('account', 'vendor', 23, 'VENDOR', ['VendorList', 'No', 'Name', 'E_Mail'], [26, 'No.']),
  pair('contact', 'contact', 5050, 'CONTACT', ['ContactList', 'No', 'Name', 'E_Mail'], [5050, 'No.']),
  pair('product', 'item', 27, 'ITEM-PRODUCT', ['ItemList', 'No', 'Description', null], [30, 'No.']),
  pair('product', 'resource', 156, 'RESOURCE-PRODUCT', ['ResourceList', 'No', 'Name', null], [76, 'No.']),
  pair(
    'systemuser',
    'salesperson',
    13,
    'SALESPEOPLE',
    ['SalespersonsPurchasers', 'Code', 'Name', 'E_Mail'],
    [5116, 'Code'],
  ),
  pair(
    'transactioncurrency',
    'currency',
    4,
    'CURRENCY',
    ['CurrencyList', 'Code', 'Description', null],
    [495, 'Code'],
  ),
  pair(
    'uomschedule',
    'unitOfMeasure',
    204,
    'UNIT OF MEASURE',
    ['UnitsOfMeasure', 'Code', 'Description', null],
    [209, 'Code'],
  ),
  pair(
    'uomschedule',
    'unitGroup',
    5400,
    'UNIT GROUP',
    ['UnitGroups', 'Source_No', null, null, 'Code'],
    [5400, 'Source No.'],
  ),
  pair(
    'pricelevel',
    'customerPriceGroup',
    6,
    'CUSTPRCGRP-PRICE',
    ['CustomerPriceGroups', 'Code', 'Description', null],
    [7, 'Code'],
  ),
  pair(
    'salesorder',
    'salesOrder',
    36,
    'SALESORDER-ORDER',
    ['SalesOrders', 'No', 'Sell_to_Customer_Name', null],
    [42, 'No.'],
  ),
  pair(
    'opportunity',
    'opportunity',
    5092,
    'OPPORTUNITY',
    ['Opportunities', 'No', 'Description', null],
    [5124, 'No.'],
  ),
  pair('invoice', 'postedSalesInvoice', 112, 'POSTEDSALESINV-INV', null, [132, 'No.']),
];

/** The pairs of a table, the likelier first. */
export function pairsOf(table: CouplableTable): readonly Pair[] {
  return pairs.filter((each) => each.table === table);
}

export function isCouplable(table: string): table is CouplableTable {
  return (couplableTables as readonly string[]).includes(table);
}

function pair(
  table: CouplableTable,
  kind: RecordKind,
  tableId: number,
  mapping: string,
  candidates: readonly [ServiceName, string, string | null, string | null, identity?: string] | null,
  [page, key]: readonly [number, string],
): Pair {
  return {
    table,
    kind,
    tableId,
    mapping,
    candidates:
      candidates === null
        ? null
        : {
            service: candidates[0],
            number: candidates[1],
            name: candidates[2],
            email: candidates[3],
            identity: candidates[4] ?? candidates[1],
          },
    page: { number: page, key },
  };
}
