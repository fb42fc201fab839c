import { boundLookup, coupledField } from '../coupledFields';
import { contacts, opportunities } from '../coupledTables';
import { couplingOfRecord, couplingOfRow } from '../couplings';
import { customerTableId } from '../../company/tableIds';
import type { FieldMapping } from '../fieldMapping';
import { dateToSales, numberToSales, textField } from '../plainFields';
import { mustBeCoupled } from '../synchError';
import type { IntegrationTableMapping } from './mapping';
import { ownerField } from './people';

/** The company of the contact, whose customer is the partner of the account. */
const companyField: FieldMapping = {
  field: 'Contact_Company_No',
  column: '_parentaccountid_value',
  direction: 'Bidirectional',
  toSales: (value, { company }) => {
    const contact = company.contacts.get(String(value))?.row;
    const customer =
      contact?.linkedTable === 'Customer' ? company.customers.get(contact.linkedNo)?.row : undefined;
    const coupling =
      customer === undefined ? null : couplingOfRecord(company, customerTableId, customer.systemId);
    if (coupling === null) {
      throw mustBeCoupled(`The customer of the contact ${String(value)}`, 'Account row in Dataverse');
    }
    return boundLookup('parentaccountid', 'accounts', coupling.CRM_ID);
  },
  fromSales: (value, { company, record }) => {
    // Only a new opportunity takes its company over: the mapping goes to Sales.
    if (record !== null || value === null) {
      return null;
    }
    const coupling = couplingOfRow(company, customerTableId, String(value));
    const customer = company.customers.group(coupling?.Integration_ID ?? '')[0];
    const contact = company.contacts
      .all()
      .find(
        ({ row }) =>
          row.Type === 'Company' && row.linkedTable === 'Customer' && row.linkedNo === customer?.No,
      );
    if (contact === undefined) {
      throw mustBeCoupled('The account of the opportunity', 'Customer record');
    }
    return contact.row.No;
  },
};

/** Opportunities of people at customers. */
export const opportunityMapping: IntegrationTableMapping = {
  name: 'OPPORTUNITY',
  table: opportunities,
  integrationTableId: 5343,
  entity: 'opportunity',
  entitySet: 'opportunities',
  entityCaption: 'Opportunity',
  numberColumn: null,
  direction: 'Bidirectional',
  dependencyFilter: 'CONTACT',
  tableFilter: [{ field: 'Status', values: ['Not Started', 'In Progress'] }],
  integrationTableFilter: [{ field: 'statecode', values: [0] }],
  fields: [
    textField('Description', 'name', 100),
    coupledField({
      field: 'Contact_No',
      lookup: 'parentcontactid',
      entitySet: 'contacts',
      entityCaption: 'Contact',
      partner: contacts,
      direction: 'Bidirectional',
    }),
    companyField,
    ownerField('Salesperson_Code', 'ToIntegrationTable'),
    numberToSales('Estimated_Value_LCY', 'estimatedvalue'),
    dateToSales('Estimated_Closing_Date', 'estimatedclosedate'),
  ],
};
