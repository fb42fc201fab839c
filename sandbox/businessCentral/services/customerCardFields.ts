import { salesLCY } from '../company/customerLedger';
import { during, fiscalYear } from '../company/fiscalPeriods';
import { customerBlockings, type Customer } from '../company/receivables';
import { blankDate } from '../company/records';
import { balance, balanceDue, customerSince, payments } from './customerFlowFields';
import type { FieldType, FieldValue } from './field';
import { constant, flowFilter, option, text, typed, variable } from './recordFields';
import type { RecordField } from './service';

/** General tab. */
const generalTab: readonly RecordField<Customer>[] = [
  text('No', 20, (customer) => customer.No),
  text('Name', 100, (customer) => customer.Name),
  constant('Name_2', 'Edm.String', ''),
  text('Search_Name', 100, (customer) => customer.Name.toUpperCase()),
  constant('IC_Partner_Code', 'Edm.String', ''),
  balance,
  variable('BalanceAsVendor', 'Edm.Decimal', () => 0),
  balanceDue,
  typed('Credit_Limit_LCY', 'Edm.Decimal', (customer) => customer.Credit_Limit_LCY),
  option('Blocked', customerBlockings, (customer) => customer.Blocked),
  constant('Privacy_Blocked', 'Edm.Boolean', false),
  text('Salesperson_Code', 20, (customer) => customer.Salesperson_Code),
  constant('Responsibility_Center', 'Edm.String', ''),
  constant('Service_Zone_Code', 'Edm.String', ''),
  constant('Document_Sending_Profile', 'Edm.String', ''),
  variable('TotalSales2', 'Edm.Decimal', ({ No }, company) =>
    salesLCY(company, No, during(fiscalYear(company.workDate))),
  ),
  typed('Last_Date_Modified', 'Edm.Date', (customer) => customer.Last_Date_Modified),
  constant('Disable_Search_by_Name', 'Edm.Boolean', false),
  constant('Priority', 'Edm.Int32', 0),
  constant('Statistics_Group', 'Edm.Int32', 0),
];

/** Address & Contact tab. */
const addressTab: readonly RecordField<Customer>[] = [
  text('Address', 100, (customer) => customer.Address),
  text('Address_2', 50, (customer) => customer.Address_2),
  text('Country_Region_Code', 10, (customer) => customer.Country_Region_Code),
  text('City', 30, (customer) => customer.City),
  text('County', 30, (customer) => customer.County),
  text('Post_Code', 20, (customer) => customer.Post_Code),
  variable('ShowMap', 'Edm.String', () => 'Show on Map'),
  text('Phone_No', 30, (customer) => customer.Phone_No),
  constant('MobilePhoneNo', 'Edm.String', ''),
  text('E_Mail', 80, (customer) => customer.E_Mail),
  text('Fax_No', 30, (customer) => customer.Fax_No),
  text('Home_Page', 255, (customer) => customer.Home_Page),
  constant('Language_Code', 'Edm.String', ''),
  constant('Format_Region', 'Edm.String', ''),
  text('Primary_Contact_No', 20, (customer) => customer.Primary_Contact_No),
  text('ContactName', 100, (customer) => customer.Contact),
];

/** Invoicing tab. */
const invoicingTab: readonly RecordField<Customer>[] = [
  constant('Bill_to_Customer_No', 'Edm.String', ''),
  constant('VAT_Registration_No', 'Edm.String', ''),
  constant('EORI_Number', 'Edm.String', ''),
  constant('GLN', 'Edm.String', ''),
  constant('Use_GLN_in_Electronic_Document', 'Edm.Boolean', false),
  constant('Copy_Sell_to_Addr_to_Qte_From', 'Edm.String', 'Company'),
  constant('Tax_Liable', 'Edm.Boolean', false),
  constant('Tax_Area_Code', 'Edm.String', ''),
  constant('Registration_Number', 'Edm.String', ''),
  text('Gen_Bus_Posting_Group', 20, (customer) => customer.Gen_Bus_Posting_Group),
  text('VAT_Bus_Posting_Group', 20, (customer) => customer.VAT_Bus_Posting_Group),
  text('Customer_Posting_Group', 20, (customer) => customer.Customer_Posting_Group),
  constant('Allow_Multiple_Posting_Groups', 'Edm.Boolean', false),
  text('Currency_Code', 10, (customer) => customer.Currency_Code),
  constant('Price_Calculation_Method', 'Edm.String', ' '),
  constant('Customer_Price_Group', 'Edm.String', ''),
  constant('Customer_Disc_Group', 'Edm.String', ''),
  constant('Allow_Line_Disc', 'Edm.Boolean', true),
  text('Invoice_Disc_Code', 20, (customer) => customer.No),
  constant('Prices_Including_VAT', 'Edm.Boolean', false),
  constant('Prepayment_Percent', 'Edm.Decimal', 0),
];

/** Payments tab. */
const paymentsTab: readonly RecordField<Customer>[] = [
  constant('Application_Method', 'Edm.String', 'Manual'),
  constant('Partner_Type', 'Edm.String', ' '),
  constant('Intrastat_Partner_Type', 'Edm.String', ' '),
  text('Payment_Terms_Code', 10, (customer) => customer.Payment_Terms_Code),
  constant('Payment_Method_Code', 'Edm.String', ''),
  constant('Reminder_Terms_Code', 'Edm.String', ''),
  constant('Fin_Charge_Terms_Code', 'Edm.String', ''),
  constant('Cash_Flow_Payment_Terms_Code', 'Edm.String', ''),
  constant('Print_Statements', 'Edm.Boolean', false),
  constant('Last_Statement_No', 'Edm.Int32', 0),
  constant('Block_Payment_Tolerance', 'Edm.Boolean', false),
  constant('Preferred_Bank_Account_Code', 'Edm.String', ''),
  constant('Exclude_from_Pmt_Practices', 'Edm.Boolean', false),
];

/** Shipping tab. */
const shippingTab: readonly RecordField<Customer>[] = [
  constant('Ship_to_Code', 'Edm.String', ''),
  constant('Location_Code', 'Edm.String', ''),
  constant('Combine_Shipments', 'Edm.Boolean', false),
  constant('Reserve', 'Edm.String', 'Optional'),
  constant('Shipping_Advice', 'Edm.String', 'Partial'),
  constant('Shipment_Method_Code', 'Edm.String', ''),
  constant('Shipping_Agent_Code', 'Edm.String', ''),
  constant('Shipping_Agent_Service_Code', 'Edm.String', ''),
  constant('Shipping_Time', 'Edm.String', ''),
  constant('Base_Calendar_Code', 'Edm.String', ''),
  constant('Customized_Calendar', 'Edm.String', 'No'),
];

/**
 * A variable that the page fills in a background task, which only a client with a screen waits for: over web services
 * it stays blank (the recorded card of 2026 has payments, and a blank LastPaymentDate).
 */
function backgroundVariable(name: string, type: FieldType, blank: FieldValue): RecordField<Customer> {
  return variable(name, type, () => blank);
}

/** Statistics tab. */
const statisticsTab: readonly RecordField<Customer>[] = [
  customerSince,
  backgroundVariable('DaysSinceLastSale', 'Edm.Int32', 0),
  backgroundVariable('DistinctItemsSold', 'Edm.Int32', 0),
  { ...balance, name: 'Balance_LCY_2' },
  backgroundVariable('ExpectedCustMoneyOwed', 'Edm.Decimal', 0),
  backgroundVariable('TotalMoneyOwed', 'Edm.Decimal', 0),
  backgroundVariable('CreditLimit', 'Edm.Decimal', 0),
  backgroundVariable('CalcCreditLimitLCYExpendedPct', 'Edm.Decimal', 0),
  backgroundVariable('Balance_Due', 'Edm.Decimal', 0),
  payments,
  backgroundVariable('CustomerMgt_AvgDaysToPay_No', 'Edm.Decimal', 0),
  backgroundVariable('DaysPaidPastDueDate', 'Edm.Decimal', 0),
  backgroundVariable('PaidLateCount', 'Edm.Int32', 0),
  backgroundVariable('PaidOnTimeCount', 'Edm.Int32', 0),
  backgroundVariable('PercentPaidLate', 'Edm.Decimal', 0),
  backgroundVariable('OverdueCount', 'Edm.Int32', 0),
  backgroundVariable('LastPaymentDate', 'Edm.Date', blankDate),
  backgroundVariable('LastPaymentAmount', 'Edm.Decimal', 0),
  backgroundVariable('LastPaymentOnTime', 'Edm.Boolean', false),
  backgroundVariable('AmountOnPostedInvoices', 'Edm.Decimal', 0),
  backgroundVariable('AmountOnCrMemo', 'Edm.Decimal', 0),
  backgroundVariable('AmountOnOutstandingInvoices', 'Edm.Decimal', 0),
  backgroundVariable('AmountOnOutstandingCrMemos', 'Edm.Decimal', 0),
  backgroundVariable('Totals', 'Edm.Decimal', 0),
  backgroundVariable('CustInvDiscAmountLCY', 'Edm.Decimal', 0),
];

/** FlowFilters of table Customer. */
const flowFilters: readonly RecordField<Customer>[] = [
  'Global_Dimension_1_Filter',
  'Global_Dimension_2_Filter',
  'Currency_Filter',
  'Date_Filter',
].map((name) => flowFilter<Customer>(name));

/**
 * Fields of page 21 as a Business Central of 2026 serves them, in that order, without those of country versions, of
 * costs and of interactions. Fields that the sandbox's company makes no use of are constants.
 */
export const customerCardFields: readonly RecordField<Customer>[] = [
  ...generalTab,
  ...addressTab,
  ...invoicingTab,
  ...paymentsTab,
  ...shippingTab,
  ...statisticsTab,
  ...flowFilters,
];
