import { customerBlockings, type Customer } from '../company/receivables';
import { customerTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { balance, balanceDue, payments, sales } from './customerFlowFields';
import { constant, flowFilter, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 22 in its order, with E_Mail, which the contract wants of it. */
export const customerList = readOnlyPage<Customer>({
  name: 'CustomerList',
  object: 'Page 22 Customer List',
  key: ['No'],
  table: (company) => company.customers,
  fields: [
    text('No', 20, (customer) => customer.No),
    text('Name', 100, (customer) => customer.Name),
    constant('Name_2', 'Edm.String', ''),
    constant('Responsibility_Center', 'Edm.String', ''),
    constant('Location_Code', 'Edm.String', ''),
    text('Post_Code', 20, (customer) => customer.Post_Code),
    text('Country_Region_Code', 10, (customer) => customer.Country_Region_Code),
    text('Phone_No', 30, (customer) => customer.Phone_No),
    text('E_Mail', 80, (customer) => customer.E_Mail),
    constant('IC_Partner_Code', 'Edm.String', ''),
    text('Contact', 100, (customer) => customer.Contact),
    text('Salesperson_Code', 20, (customer) => customer.Salesperson_Code),
    text('Customer_Posting_Group', 20, (customer) => customer.Customer_Posting_Group),
    constant('Allow_Multiple_Posting_Groups', 'Edm.Boolean', false),
    text('Gen_Bus_Posting_Group', 20, (customer) => customer.Gen_Bus_Posting_Group),
    text('VAT_Bus_Posting_Group', 20, (customer) => customer.VAT_Bus_Posting_Group),
    constant('Customer_Price_Group', 'Edm.String', ''),
    constant('Customer_Disc_Group', 'Edm.String', ''),
    text('Payment_Terms_Code', 10, (customer) => customer.Payment_Terms_Code),
    constant('Reminder_Terms_Code', 'Edm.String', ''),
    constant('Fin_Charge_Terms_Code', 'Edm.String', ''),
    text('Currency_Code', 10, (customer) => customer.Currency_Code),
    constant('Language_Code', 'Edm.String', ''),
    text('Search_Name', 100, (customer) => customer.Name.toUpperCase()),
    typed('Credit_Limit_LCY', 'Edm.Decimal', (customer) => customer.Credit_Limit_LCY),
    option('Blocked', customerBlockings, (customer) => customer.Blocked),
    constant('Privacy_Blocked', 'Edm.Boolean', false),
    typed('Last_Date_Modified', 'Edm.Date', (customer) => customer.Last_Date_Modified),
    constant('Application_Method', 'Edm.String', 'Manual'),
    constant('Combine_Shipments', 'Edm.Boolean', false),
    constant('Reserve', 'Edm.String', 'Optional'),
    constant('Ship_to_Code', 'Edm.String', ''),
    constant('Shipping_Advice', 'Edm.String', 'Partial'),
    constant('Shipping_Agent_Code', 'Edm.String', ''),
    constant('Base_Calendar_Code', 'Edm.String', ''),
    balance,
    balanceDue,
    sales,
    payments,
    coupledToDataverse(customerTableId),
    flowFilter('Date_Filter'),
  ],
});
