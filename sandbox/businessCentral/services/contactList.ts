import { contactTypes, type Contact } from '../company/coupledRecords';
import { contactTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, flowFilter, option, text, variable } from './recordFields';
import { readOnlyPage } from './service';

/** Page 5052: companies and the people there. */
export const contactList = readOnlyPage<Contact>({
  name: 'ContactList',
  object: 'Page 5052 Contact List',
  key: ['No'],
  table: (company) => company.contacts,
  fields: [
    text('No', 20, (contact) => contact.No),
    text('Name', 100, (contact) => contact.Name),
    constant('Name_2', 'Edm.String', ''),
    text('Job_Title', 30, (contact) => contact.Job_Title),
    text('Company_Name', 100, (contact) => contact.Company_Name),
    option('Type', contactTypes, (contact) => contact.Type),
    text('Company_No', 20, (contact) => contact.Company_No),
    variable('Business_Relation', 'Edm.String', (contact) => contact.linkedTable),
    text('Post_Code', 20, (contact) => contact.Post_Code),
    text('Country_Region_Code', 10, (contact) => contact.Country_Region_Code),
    text('Phone_No', 30, (contact) => contact.Phone_No),
    text('Mobile_Phone_No', 30, (contact) => contact.Mobile_Phone_No),
    text('E_Mail', 80, (contact) => contact.E_Mail),
    text('Fax_No', 30, (contact) => contact.Fax_No),
    text('Salesperson_Code', 20, (contact) => contact.Salesperson_Code),
    constant('Territory_Code', 'Edm.String', ''),
    text('Currency_Code', 10, (contact) => contact.Currency_Code),
    constant('Language_Code', 'Edm.String', ''),
    text('Search_Name', 100, (contact) => contact.Name.toUpperCase()),
    constant('Privacy_Blocked', 'Edm.Boolean', false),
    constant('Minor', 'Edm.Boolean', false),
    constant('Parental_Consent_Received', 'Edm.Boolean', false),
    coupledToDataverse(contactTableId),
    flowFilter('Date_Filter'),
  ],
});
