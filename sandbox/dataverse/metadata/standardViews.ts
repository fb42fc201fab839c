import { recordId } from '../../identity';
import type { View } from '../customizations';
import { english } from './standardColumns';

interface ViewDefinition {
  readonly table: string;
  readonly name: string;
  /** Column and its width in pixels. */
  readonly columns: readonly (readonly [string, number])[];
  readonly orderBy: string;
  /** Only rows in these states. */
  readonly states?: readonly number[];
  readonly objectTypeCode: number;
}

const definitions: readonly ViewDefinition[] = [
  {
    table: 'account',
    name: 'Active Accounts',
    columns: [
      ['name', 250],
      ['accountnumber', 120],
      ['telephone1', 130],
      ['address1_city', 130],
      ['primarycontactid', 180],
    ],
    orderBy: 'name',
    states: [0],
    objectTypeCode: 1,
  },
  {
    table: 'contact',
    name: 'Active Contacts',
    columns: [
      ['fullname', 220],
      ['emailaddress1', 220],
      ['parentcustomerid', 220],
    ],
    orderBy: 'fullname',
    states: [0],
    objectTypeCode: 2,
  },
  {
    table: 'product',
    name: 'Active Products',
    columns: [
      ['name', 250],
      ['productnumber', 130],
      ['defaultuomid', 100],
      ['price', 110],
      ['producttypecode', 140],
    ],
    orderBy: 'name',
    states: [0],
    objectTypeCode: 1024,
  },
  {
    table: 'quote',
    name: 'All Quotes',
    columns: [
      ['quotenumber', 120],
      ['name', 250],
      ['customerid', 200],
      ['statecode', 90],
      ['totalamount', 120],
      ['requestdeliveryby', 130],
    ],
    orderBy: 'quotenumber',
    objectTypeCode: 1084,
  },
  {
    table: 'quotedetail',
    name: 'Quote Products',
    columns: [
      ['lineitemnumber', 60],
      ['productid', 220],
      ['productdescription', 180],
      ['uomid', 80],
      ['quantity', 90],
      ['priceperunit', 110],
      ['extendedamount', 120],
      ['requestdeliveryby', 130],
    ],
    orderBy: 'lineitemnumber',
    objectTypeCode: 1085,
  },
  {
    table: 'salesorder',
    name: 'All Orders',
    columns: [
      ['ordernumber', 120],
      ['name', 250],
      ['customerid', 200],
      ['statecode', 90],
      ['totalamount', 120],
      ['requestdeliveryby', 130],
    ],
    orderBy: 'ordernumber',
    objectTypeCode: 1088,
  },
  {
    table: 'salesorderdetail',
    name: 'Order Products',
    columns: [
      ['lineitemnumber', 60],
      ['productid', 220],
      ['productdescription', 180],
      ['uomid', 80],
      ['quantity', 90],
      ['priceperunit', 110],
      ['extendedamount', 120],
      ['requestdeliveryby', 130],
    ],
    orderBy: 'lineitemnumber',
    objectTypeCode: 1089,
  },
  {
    table: 'uom',
    name: 'Units',
    columns: [
      ['name', 120],
      ['quantity', 100],
      ['baseuom', 120],
      ['uomscheduleid', 160],
    ],
    orderBy: 'name',
    objectTypeCode: 1055,
  },
  {
    table: 'opportunity',
    name: 'Open Opportunities',
    columns: [
      ['name', 250],
      ['parentaccountid', 200],
      ['parentcontactid', 180],
      ['estimatedvalue', 120],
      ['estimatedclosedate', 130],
    ],
    orderBy: 'name',
    states: [0],
    objectTypeCode: 3,
  },
  {
    table: 'invoice',
    name: 'All Invoices',
    columns: [
      ['invoicenumber', 120],
      ['name', 250],
      ['customerid', 200],
      ['totalamount', 120],
      ['duedate', 130],
    ],
    orderBy: 'invoicenumber',
    objectTypeCode: 1090,
  },
  {
    table: 'transactioncurrency',
    name: 'Active Currencies',
    columns: [
      ['currencyname', 200],
      ['isocurrencycode', 120],
      ['exchangerate', 130],
    ],
    orderBy: 'currencyname',
    states: [0],
    objectTypeCode: 9105,
  },
  {
    table: 'uomschedule',
    name: 'Active Unit Groups',
    columns: [
      ['name', 220],
      ['baseuomname', 160],
    ],
    orderBy: 'name',
    states: [0],
    objectTypeCode: 1056,
  },
  {
    table: 'pricelevel',
    name: 'Active Price Lists',
    columns: [
      ['name', 250],
      ['transactioncurrencyid', 160],
    ],
    orderBy: 'name',
    states: [0],
    objectTypeCode: 1022,
  },
  {
    table: 'systemuser',
    name: 'Enabled Users',
    columns: [
      ['fullname', 220],
      ['internalemailaddress', 240],
      ['title', 160],
    ],
    orderBy: 'fullname',
    objectTypeCode: 8,
  },
];

function viewOf(definition: ViewDefinition): View {
  const { table, states = [] } = definition;
  const key = `${table}id`;
  const names = [key, ...definition.columns.map(([name]) => name)];
  const conditions = states
    .map(
      (state) =>
        `<filter type="and"><condition attribute="statecode" operator="eq" value="${state}" /></filter>`,
    )
    .join('');
  return {
    id: recordId('savedquery', `${table}: ${definition.name}`),
    table,
    names: english(definition.name),
    descriptions: {},
    queryType: 0,
    isDefault: true,
    fetchXml:
      `<fetch version="1.0" mapping="logical"><entity name="${table}">` +
      names.map((name) => `<attribute name="${name}" />`).join('') +
      `<order attribute="${definition.orderBy}" descending="false" />` +
      `${conditions}</entity></fetch>`,
    layoutXml:
      `<grid name="resultset" object="${definition.objectTypeCode}" jump="${names[1] ?? key}" select="1" icon="1" ` +
      `preview="1"><row name="result" id="${key}">` +
      definition.columns.map(([name, width]) => `<cell name="${name}" width="${width}" />`).join('') +
      '</row></grid>',
  };
}

/** The public views that Sales brings: one for each table that a person looks through. */
export const standardViews: readonly View[] = definitions.map(viewOf);
