import { customerTableId, vendorTableId } from '../../company/tableIds';
import { boundLookup } from '../coupledFields';
import { contacts } from '../coupledTables';
import { couplingOfRecord, couplingOfRow } from '../couplings';
import type { FieldMapping } from '../fieldMapping';
import { codeField, textField } from '../plainFields';
import { mustBeCoupled } from '../synchError';
import type { IntegrationTableMapping } from './mapping';

/**
 * The company of a contact: its customer or vendor is the partner of the account that the row belongs to (table 5054
 * "Contact Business Relation"; codeunit 5341, UpdateContactParentCompany).
 */
const companyField: FieldMapping = {
  field: 'Company_No',
  column: '_parentcustomerid_value',
  direction: 'Bidirectional',
  toSales: (value, { company }) => {
    const companyContact = company.contacts.get(String(value))?.row;
    const { linkedTable = ' ', linkedNo = '' } = companyContact ?? {};
    const linked =
      linkedTable === 'Customer'
        ? { tableId: customerTableId, systemId: company.customers.get(linkedNo)?.row.systemId }
        : { tableId: vendorTableId, systemId: company.vendors.get(linkedNo)?.row.systemId };
    const coupling =
      linked.systemId === undefined ? null : couplingOfRecord(company, linked.tableId, linked.systemId);
    if (coupling === null) {
      throw mustBeCoupled(`The company of the contact, ${String(value)},`, 'Account row in Dataverse');
    }
    return boundLookup('parentcustomerid_account', 'accounts', coupling.CRM_ID);
  },
  fromSales: (value, { company }) => {
    const accountId = String(value ?? '');
    const customer = couplingOfRow(company, customerTableId, accountId);
    const vendor = couplingOfRow(company, vendorTableId, accountId);
    const [linkedTable, linkedNo] =
      customer === null
        ? ['Vendor', company.vendors.group(vendor?.Integration_ID ?? '')[0]?.No]
        : ['Customer', company.customers.group(customer.Integration_ID)[0]?.No];
    const companyContact = company.contacts
      .all()
      .find(
        ({ row }) => row.Type === 'Company' && row.linkedTable === linkedTable && row.linkedNo === linkedNo,
      );
    if (linkedNo === undefined || companyContact === undefined) {
      throw mustBeCoupled('The account that the contact belongs to', 'Customer or Vendor record');
    }
    return companyContact.row.No;
  },
};

/** Name of a contact as its parts make it (table 5050, CalculatedName). */
const nameField: FieldMapping = {
  field: 'Name',
  column: 'fullname',
  direction: 'FromIntegrationTable',
  toSales: () => null,
  fromSales: (value) => String(value ?? '').slice(0, 100),
};

/** People at customers and vendors. */
export const contactMapping: IntegrationTableMapping = {
  name: 'CONTACT',
  table: contacts,
  integrationTableId: 5342,
  entity: 'contact',
  entitySet: 'contacts',
  entityCaption: 'Contact',
  numberColumn: null,
  direction: 'Bidirectional',
  dependencyFilter: 'CUSTOMER|VENDOR',
  tableFilter: [
    { field: 'Type', values: ['Person'] },
    { field: 'Company_No', values: null },
  ],
  integrationTableFilter: [
    { field: 'statecode', values: [0] },
    { field: '_parentcustomerid_value', values: null },
  ],
  fields: [
    companyField,
    textField('First_Name', 'firstname', 30),
    textField('Surname', 'lastname', 30),
    nameField,
    textField('Job_Title', 'jobtitle', 30),
    textField('Address', 'address1_line1', 100),
    textField('Post_Code', 'address1_postalcode', 20),
    textField('City', 'address1_city', 30),
    codeField('Country_Region_Code', 'address1_country', 10),
    textField('E_Mail', 'emailaddress1', 80),
    textField('Phone_No', 'telephone1', 30),
    textField('Mobile_Phone_No', 'mobilephone', 30),
    textField('Fax_No', 'fax', 30),
  ],
};
