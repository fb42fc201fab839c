import type { Company } from '../../company/company';
import type { SalesLine } from '../../company/records';
import { blankDate } from '../../company/records';
import { toPennies } from '../../company/decimals';
import { withVAT } from '../../demoCompanies/valueAddedTax';
import { textIn, type DataverseClient, type DataverseRow } from '../../dataverse/dataverseClient';
import { numberOfCrmId } from '../coupledFields';
import type { RecordValues } from '../coupledTable';
import { customers, items, resources, salesHeaders, salesInvoiceHeaders } from '../coupledTables';
import type { FieldMapping } from '../fieldMapping';
import { dateToSales, numberToSales, textField } from '../plainFields';
import { mustBeCoupled, SynchError } from '../synchError';
import { currencyField } from './accounts';
import type { IntegrationTableMapping } from './mapping';

/** A line of an order in Sales as one of Business Central. @throws SynchError */
async function salesLineOf(
  company: Company,
  dataverse: DataverseClient,
  header: RecordValues,
  order: DataverseRow,
  line: DataverseRow,
  lineNo: number,
): Promise<SalesLine> {
  const productId = line['_productid_value'];
  if (typeof productId !== 'string') {
    throw new SynchError(
      `The order has a write-in product, ${textIn(line, 'productdescription')}, and no write-in product number is set up on the Sales & Receivables Setup page.`,
    );
  }
  const itemNo = numberOfCrmId({ company }, items, productId);
  const no = itemNo ?? numberOfCrmId({ company }, resources, productId);
  if (no === null) {
    throw mustBeCoupled(
      `Product ${textIn(line, 'salesorderdetailname')} in Dataverse`,
      'Item or Resource record',
    );
  }
  const unit =
    typeof line['_uomid_value'] === 'string' ? await dataverse.row('uoms', line['_uomid_value']) : null;
  const unitCode = textIn(unit, 'name');
  const quantity = Number(line['quantity'] ?? 0);
  const unitPrice = Number(line['priceperunit'] ?? 0);
  const customerNo = String(header['Sell_to_Customer_No']);
  return {
    Document_Type: 'Order',
    Document_No: String(header['No']),
    Line_No: lineNo,
    Sell_to_Customer_No: customerNo,
    Sell_to_Customer_Name: String(header['Sell_to_Customer_Name']),
    billToCustomerNo: customerNo,
    Type: itemNo === null ? 'Resource' : 'Item',
    No: no,
    Variant_Code: '',
    Description: textIn(line, 'salesorderdetailname').slice(0, 100),
    Location_Code: String(header['Location_Code']),
    Unit_of_Measure_Code: unitCode,
    qtyPerUnitOfMeasure: company.itemUnits.get(no, unitCode)?.row.Qty_per_Unit_of_Measure ?? 1,
    Quantity: quantity,
    Outstanding_Quantity: quantity,
    unitPrice,
    lineDiscountPercent: 0,
    Shipment_Date:
      textIn(line, 'requestdeliveryby') || textIn(order, 'requestdeliveryby') || company.workDate,
    outstandingAmountLCY: withVAT(toPennies(quantity * unitPrice), customerNo),
    shippedNotInvoicedLCY: 0,
    returnReceivedNotInvoicedLCY: 0,
    prepaymentInvoicedLCY: 0,
    prepaymentVATInvoicedLCY: 0,
    shipmentNo: '',
  };
}

/** Lines of an order as Sales has them. @throws SynchError, DataverseRefused, DataverseUnreachable */
async function linesOf(
  company: Company,
  dataverse: DataverseClient,
  header: RecordValues,
  order: DataverseRow,
): Promise<readonly SalesLine[]> {
  const rows = await dataverse.rows(
    'salesorderdetails',
    `_salesorderid_value eq ${String(order['salesorderid'])}`,
  );
  return Promise.all(
    rows.map((row, index) => salesLineOf(company, dataverse, header, order, row, (index + 1) * 10_000)),
  );
}

/** Lines of an order in Business Central, as far as Sales knows them. */
function existingLines(company: Company, documentNo: string): readonly SalesLine[] {
  return company.salesLines
    .all()
    .map(({ row }) => row)
    .filter((line) => line.Document_Type === 'Order' && line.Document_No === documentNo);
}

/** Puts the lines of Sales in the place of Business Central's (mapping SOLINE-ORDERDETAIL). */
async function getLines(
  company: Company,
  dataverse: DataverseClient,
  header: RecordValues,
  order: DataverseRow,
): Promise<boolean> {
  const wanted = await linesOf(company, dataverse, header, order);
  const present = existingLines(company, String(header['No']));
  if (JSON.stringify(wanted) === JSON.stringify(present)) {
    return false;
  }
  for (const line of present) {
    company.salesLines.remove(line.Document_Type, line.Document_No, line.Line_No);
  }
  for (const line of wanted) {
    company.salesLines.put(line);
  }
  return true;
}

/** The account of an order, or that of the person who is its customer, as a customer's number. */
const customerField: FieldMapping = {
  field: 'Sell_to_Customer_No',
  column: '_customerid_value',
  direction: 'FromIntegrationTable',
  toSales: () => null,
  fromSales: async (value, transfer) => {
    const id = String(value ?? '');
    const ofAccount = numberOfCrmId(transfer, customers, id);
    if (ofAccount !== null) {
      return ofAccount;
    }
    const person = await transfer.dataverse.row('contacts', id);
    const accountId = person?.['_parentcustomerid_value'];
    const ofPerson = typeof accountId === 'string' ? numberOfCrmId(transfer, customers, accountId) : null;
    if (ofPerson === null) {
      throw mustBeCoupled('The customer of the order', 'Customer record');
    }
    return ofPerson;
  },
};

/** A date that a new order takes over, and that goes to Sales from then on. */
const requestedDateField: FieldMapping = {
  ...dateToSales('Requested_Delivery_Date', 'requestdeliveryby'),
  direction: 'Bidirectional',
  fromSales: (value, { record }) => (record === null ? String(value ?? blankDate) : null),
};

/** Orders, both ways ("Bidirectional Sales Order Int."); a released one and a submitted one can be synchronized. */
export const salesOrderMapping: IntegrationTableMapping = {
  name: 'SALESORDER-ORDER',
  table: salesHeaders,
  integrationTableId: 5353,
  entity: 'salesorder',
  entitySet: 'salesorders',
  entityCaption: 'Order',
  numberColumn: null,
  direction: 'Bidirectional',
  dependencyFilter: 'CUSTOMER|ITEM-PRODUCT|RESOURCE-PRODUCT|OPPORTUNITY',
  tableFilter: [
    { field: 'Document_Type', values: ['Order'] },
    { field: 'Status', values: ['Released'] },
  ],
  integrationTableFilter: [{ field: 'statecode', values: [1] }],
  fields: [
    customerField,
    currencyField('FromIntegrationTable'),
    textField('External_Document_No', 'ordernumber', 35, 'FromIntegrationTable'),
    requestedDateField,
  ],
  beforeInserting: async (company, dataverse, row) => {
    const header = { No: '', Sell_to_Customer_No: '', Sell_to_Customer_Name: '', Location_Code: '' };
    await linesOf(company, dataverse, header, row);
  },
  afterGetting: getLines,
};

/** Posted invoices, which only Business Central makes. */
export const postedInvoiceMapping: IntegrationTableMapping = {
  name: 'POSTEDSALESINV-INV',
  table: salesInvoiceHeaders,
  integrationTableId: 5355,
  entity: 'invoice',
  entitySet: 'invoices',
  entityCaption: 'Invoice',
  numberColumn: null,
  direction: 'ToIntegrationTable',
  dependencyFilter: 'ITEM-PRODUCT|RESOURCE-PRODUCT|OPPORTUNITY',
  tableFilter: [],
  integrationTableFilter: [],
  fields: [
    textField('No', 'invoicenumber', 20, 'ToIntegrationTable'),
    dateToSales('Due_Date', 'duedate'),
    numberToSales('Amount', 'totalamountlessfreight'),
    numberToSales('Amount_Including_VAT', 'totalamount'),
  ],
};
