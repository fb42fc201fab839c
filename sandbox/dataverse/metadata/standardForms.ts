import { recordId } from '../../identity';
import type { Form } from '../customizations';
import type { Column } from './column';
import { labelIn } from './column';
import { columnOf } from './metadata';
import type { Metadata } from './metadata';
import type { Table } from './table';

/** Class ids of the platform's own form controls. */
const classIds: Readonly<Record<Column['type'], string>> = {
  String: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
  Memo: 'E0DECE4B-6FC8-4A8F-A065-082708572369',
  Integer: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  BigInt: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  Decimal: 'C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E',
  Double: '0D2C745A-E5A8-4C8F-BA63-C6D3BB604660',
  Money: '533B9E00-756B-4312-95A0-DC888637AC78',
  Boolean: '67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED',
  DateTime: '5B773807-9FB2-42DB-97C3-7A91EFF8ADFF',
  Picklist: '3EF39988-22BB-4F0B-BBBE-64B5A3748AEE',
  State: '3EF39988-22BB-4F0B-BBBE-64B5A3748AEE',
  Status: '5D68B988-0661-4DB2-BC3E-17598AD3BE6C',
  Lookup: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  Customer: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  Owner: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  Uniqueidentifier: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
};

/** Columns on the standard main form of a table, in their order. */
const formColumns: Readonly<Record<string, readonly string[]>> = {
  account: [
    'name',
    'accountnumber',
    'customertypecode',
    'telephone1',
    'emailaddress1',
    'primarycontactid',
    'paymenttermscode',
    'creditlimit',
    'address1_line1',
    'address1_city',
    'address1_postalcode',
    'address1_country',
    'ownerid',
  ],
  contact: [
    'firstname',
    'lastname',
    'jobtitle',
    'parentcustomerid',
    'emailaddress1',
    'telephone1',
    'ownerid',
  ],
  product: [
    'name',
    'productnumber',
    'producttypecode',
    'defaultuomscheduleid',
    'defaultuomid',
    'price',
    'quantityonhand',
    'description',
  ],
  quote: [
    'quotenumber',
    'name',
    'customerid',
    'pricelevelid',
    'requestdeliveryby',
    'effectivefrom',
    'effectiveto',
    'totalamount',
    'ownerid',
  ],
  quotedetail: [
    'productid',
    'uomid',
    'quantity',
    'priceperunit',
    'extendedamount',
    'requestdeliveryby',
    'quoteid',
  ],
  salesorder: [
    'ordernumber',
    'name',
    'customerid',
    'pricelevelid',
    'requestdeliveryby',
    'totalamount',
    'ownerid',
  ],
  opportunity: [
    'name',
    'parentaccountid',
    'parentcontactid',
    'estimatedvalue',
    'estimatedclosedate',
    'ownerid',
  ],
  invoice: [
    'invoicenumber',
    'name',
    'customerid',
    'duedate',
    'totalamountlessfreight',
    'totalamount',
    'ownerid',
  ],
  systemuser: ['firstname', 'lastname', 'internalemailaddress', 'title', 'businessunitid'],
  transactioncurrency: ['currencyname', 'isocurrencycode', 'currencysymbol', 'exchangerate'],
  uomschedule: ['name', 'baseuomname', 'description'],
  pricelevel: ['name', 'transactioncurrencyid', 'description'],
  salesorderdetail: [
    'productid',
    'uomid',
    'quantity',
    'priceperunit',
    'extendedamount',
    'requestdeliveryby',
    'salesorderid',
  ],
};

function cell(table: Table, name: string): string {
  const column = columnOf(table, name);
  const id = recordId('cell', `${table.logicalName}.${name}`);
  const disabled = column.writableOnCreate || column.writableOnUpdate ? 'false' : 'true';
  return (
    `<row><cell id="{${id}}" showlabel="true"><labels><label description="${labelIn(column.labels, 1033)}" ` +
    `languagecode="1033" /></labels><control id="${name}" classid="{${classIds[column.type]}}" ` +
    `datafieldname="${name}" disabled="${disabled}" /></cell></row>`
  );
}

function formOf(table: Table, columns: readonly string[]): Form {
  const label = '<labels><label description="General" languagecode="1033" /></labels>';
  return {
    id: recordId('systemform', table.logicalName),
    table: table.logicalName,
    names: table.labels,
    descriptions: {},
    type: 2,
    active: true,
    presentation: 1,
    isDefault: true,
    formXml:
      `<form><tabs><tab name="general" id="{${recordId('tab', table.logicalName)}}" expanded="true" showlabel="true">` +
      `${label}<columns><column width="100%"><sections><section name="general" showlabel="false" ` +
      `id="{${recordId('section', table.logicalName)}}" columns="11">${label}<rows>` +
      columns.map((name) => cell(table, name)).join('') +
      '</rows></section></sections></column></columns></tab></tabs></form>',
  };
}

/** The main forms that Sales brings. */
export function standardForms(metadata: Metadata): readonly Form[] {
  return Object.entries(formColumns).map(([table, columns]) => formOf(metadata.table(table), columns));
}
