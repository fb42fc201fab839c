import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import type { Row } from '../../sandbox/dataverse/rows/row';

/** A pair of tables, as its form is to show it. */
export interface PairExample {
  readonly table: CouplableTable;
  /** The kind of record as the control says it. */
  readonly kind: string;
  readonly coupled: {
    readonly key: string;
    /** Behind "Coupled to …". */
    readonly says: string;
    readonly page: number;
    /** Filter of the address. */
    readonly filter: string;
  };
  /** A row that is coupled by hand; null: by Business Central alone. */
  readonly free: {
    readonly key: string;
    readonly search: string;
    readonly option: RegExp;
    /** Where there is a choice of kinds. */
    readonly as?: string;
    readonly says: string;
    /** What synchronization is to carry from one side to the other. */
    readonly change: {
      readonly changes: Row;
      readonly field: string;
      readonly column: string;
      /** Where Business Central keeps it. */
      readonly service: string;
      readonly filter: string;
      readonly property: string;
    };
    readonly directions: readonly ('toSales' | 'fromSales')[];
  } | null;
}

export const pairExamples: readonly PairExample[] = [
  {
    table: 'account',
    kind: 'customer',
    coupled: {
      key: '10000',
      says: 'customer 10000 Adatum Corporation',
      page: 21,
      filter: "'No.' IS '10000'",
    },
    free: {
      key: '76000',
      search: 'fincher',
      option: /76000 Fincher Architects/,
      says: 'customer 76000 Fincher Architects',
      change: {
        changes: { name: 'Fincher & Daughters' },
        field: 'Name',
        column: 'name',
        service: 'CustomerCard',
        filter: "No eq '76000'",
        property: 'Name',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'account',
    kind: 'vendor',
    coupled: {
      key: 'vendor 40000',
      says: 'vendor 40000 Wide World Importers',
      page: 26,
      filter: "'No.' IS '40000'",
    },
    free: {
      key: '81000',
      search: 'dispatch@consolidated.example',
      option: /81000 Consolidated Messenger/,
      says: 'vendor 81000 Consolidated Messenger',
      change: {
        changes: { name: 'Consolidated Couriers' },
        field: 'Name',
        column: 'name',
        service: 'VendorList',
        filter: "No eq '81000'",
        property: 'Name',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'contact',
    kind: 'contact',
    coupled: {
      key: '10000/Robert Townes',
      says: 'contact CT000002 Robert Townes',
      page: 5050,
      filter: "'No.' IS 'CT000002'",
    },
    free: {
      key: '20000/Piers Morley',
      search: 'Piers',
      option: /CT000051 Piers Morley/,
      says: 'contact CT000051 Piers Morley',
      change: {
        changes: { emailaddress1: 'piers@treyresearch.example' },
        field: 'Email',
        column: 'emailaddress1',
        service: 'ContactList',
        filter: "No eq 'CT000051'",
        property: 'E_Mail',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'product',
    kind: 'item',
    coupled: { key: '1896-S', says: 'item 1896-S ATHENS Desk', page: 30, filter: "'No.' IS '1896-S'" },
    free: {
      key: 'LAMP-100',
      search: 'reading lamp',
      option: /LAMP-100 Reading lamp, brass/,
      says: 'item LAMP-100 Reading lamp, brass',
      change: {
        changes: { name: 'Reading lamp, steel' },
        field: 'Name',
        column: 'name',
        service: 'ItemCard',
        filter: "No eq 'LAMP-100'",
        property: 'Description',
      },
      // What only Business Central sends comes to agree first.
      directions: ['toSales', 'fromSales'],
    },
  },
  {
    table: 'product',
    kind: 'resource',
    coupled: { key: 'LIFT', says: 'resource LIFT Furniture lift', page: 76, filter: "'No.' IS 'LIFT'" },
    free: {
      key: 'FITTER',
      search: 'fitter',
      option: /FITTER Furniture fitter/,
      says: 'resource FITTER Furniture fitter',
      change: {
        changes: { name: 'Fitter of furniture' },
        field: 'Name',
        column: 'name',
        service: 'ResourceList',
        filter: "No eq 'FITTER'",
        property: 'Name',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'systemuser',
    kind: 'salesperson',
    coupled: { key: 'Jim Olive', says: 'salesperson JO Jim Olive', page: 5116, filter: "'Code' IS 'JO'" },
    free: {
      key: 'Paolo Rossi',
      search: 'paolo',
      option: /PR Paolo Rossi/,
      says: 'salesperson PR Paolo Rossi',
      change: {
        changes: { internalemailaddress: 'paolo@cronus.example' },
        field: 'Email',
        column: 'internalemailaddress',
        service: 'SalespersonsPurchasers',
        filter: "Code eq 'PR'",
        property: 'E_Mail',
      },
      directions: ['fromSales'],
    },
  },
  {
    table: 'transactioncurrency',
    kind: 'currency',
    coupled: { key: 'EUR', says: 'currency EUR Euro', page: 495, filter: "'Code' IS 'EUR'" },
    free: {
      key: 'SEK',
      search: 'SEK',
      option: /SEK Swedish [Kk]rona/,
      says: 'currency SEK Swedish',
      change: {
        changes: { currencyname: 'Crowns' },
        field: 'Name',
        column: 'currencyname',
        service: 'CurrencyList',
        filter: "Code eq 'SEK'",
        property: 'Description',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'uomschedule',
    kind: 'unit of measure',
    coupled: { key: 'PCS', says: 'unit of measure PCS', page: 209, filter: "'Code' IS 'PCS'" },
    free: {
      key: 'PALLET',
      search: 'PALLET',
      option: /^PALLET/,
      as: 'Unit of measure',
      says: 'unit of measure PALLET',
      change: {
        changes: { baseuomname: 'PLT' },
        field: 'Number',
        column: 'baseuomname',
        service: 'UnitsOfMeasure',
        filter: "Code eq 'PALLET'",
        property: 'Code',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'uomschedule',
    kind: 'unit group',
    coupled: {
      key: 'PCS, SET of 4',
      says: 'unit group ITEM 1900-S UOM GR',
      page: 5400,
      filter: "'Source No.' IS '1900-S'",
    },
    free: {
      key: 'PCS, BAG of 48',
      search: 'WRB-1000',
      option: /^ITEM WRB-1000 UOM GR/,
      as: 'Unit group',
      says: 'unit group ITEM WRB-1000 UOM GR',
      change: {
        changes: { name: 'Bags' },
        field: 'Name',
        column: 'name',
        service: 'UnitGroups',
        filter: "Source_No eq 'WRB-1000' and Source_Type eq 'Item'",
        property: 'Code',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'pricelevel',
    kind: 'customer price group',
    coupled: { key: 'RETAIL', says: 'customer price group RETAIL', page: 7, filter: "'Code' IS 'RETAIL'" },
    free: {
      key: 'WHOLESALE',
      search: 'WHOLESALE',
      option: /^WHOLESALE/,
      says: 'customer price group WHOLESALE',
      change: {
        changes: { name: 'For shops' },
        field: 'Number',
        column: 'name',
        service: 'CustomerPriceGroups',
        filter: "Code eq 'WHOLESALE'",
        property: 'Code',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'salesorder',
    kind: 'sales order',
    coupled: {
      key: 'ORD-05002',
      says: 'sales order 101021 Alpine Furnishings',
      page: 42,
      filter: "'No.' IS '101021'",
    },
    free: {
      key: '101003',
      search: '101003',
      option: /^101003/,
      says: 'sales order 101003',
      change: {
        changes: { requestdeliveryby: '2027-03-01' },
        field: 'Requested delivery',
        column: 'requestdeliveryby',
        service: 'SalesOrders',
        filter: "No eq '101003'",
        property: 'Requested_Delivery_Date',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'opportunity',
    kind: 'opportunity',
    coupled: {
      key: 'OP100022',
      says: 'opportunity OP100022 Storage facilities',
      page: 5124,
      filter: "'No.' IS 'OP100022'",
    },
    free: {
      key: 'OP100023',
      search: 'OP100023',
      option: /^OP100023/,
      says: 'opportunity OP100023',
      change: {
        changes: { name: 'Chairs that swivel' },
        field: 'Name',
        column: 'name',
        service: 'Opportunities',
        filter: "No eq 'OP100023'",
        property: 'Description',
      },
      // Its salesperson is not coupled, so Sales cannot take it over: see below.
      directions: ['fromSales'],
    },
  },
  {
    table: 'invoice',
    kind: 'posted sales invoice',
    coupled: {
      key: '103002',
      says: 'posted sales invoice 103002 Adatum Corporation',
      page: 132,
      filter: "'No.' IS '103002'",
    },
    free: null,
  },
];
