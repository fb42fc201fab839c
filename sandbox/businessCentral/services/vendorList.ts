import { vendorBlockings, type Vendor } from '../company/coupledRecords';
import { vendorTableId } from '../company/tableIds';
import { coupledToDataverse } from './coupledToDataverse';
import { constant, flowFilter, option, text } from './recordFields';
import { readOnlyPage } from './service';

/** Page 27 in its order, with E_Mail, which the contract wants of it. */
export const vendorList = readOnlyPage<Vendor>({
  name: 'VendorList',
  object: 'Page 27 Vendor List',
  key: ['No'],
  table: (company) => company.vendors,
  fields: [
    text('No', 20, (vendor) => vendor.No),
    text('Name', 100, (vendor) => vendor.Name),
    constant('Name_2', 'Edm.String', ''),
    constant('Responsibility_Center', 'Edm.String', ''),
    constant('Location_Code', 'Edm.String', ''),
    text('Post_Code', 20, (vendor) => vendor.Post_Code),
    text('City', 30, (vendor) => vendor.City),
    text('Country_Region_Code', 10, (vendor) => vendor.Country_Region_Code),
    text('Phone_No', 30, (vendor) => vendor.Phone_No),
    text('Fax_No', 30, (vendor) => vendor.Fax_No),
    text('E_Mail', 80, (vendor) => vendor.E_Mail),
    constant('IC_Partner_Code', 'Edm.String', ''),
    text('Contact', 100, (vendor) => vendor.Contact),
    text('Purchaser_Code', 20, (vendor) => vendor.Purchaser_Code),
    text('Vendor_Posting_Group', 20, (vendor) => vendor.Vendor_Posting_Group),
    text('Gen_Bus_Posting_Group', 20, (vendor) => vendor.Gen_Bus_Posting_Group),
    text('Payment_Terms_Code', 10, (vendor) => vendor.Payment_Terms_Code),
    text('Currency_Code', 10, (vendor) => vendor.Currency_Code),
    constant('Language_Code', 'Edm.String', ''),
    text('Search_Name', 100, (vendor) => vendor.Name.toUpperCase()),
    option('Blocked', vendorBlockings, (vendor) => vendor.Blocked),
    constant('Privacy_Blocked', 'Edm.Boolean', false),
    constant('Application_Method', 'Edm.String', 'Manual'),
    constant('Balance_LCY', 'Edm.Decimal', 0),
    constant('Balance_Due_LCY', 'Edm.Decimal', 0),
    coupledToDataverse(vendorTableId),
    flowFilter('Date_Filter'),
  ],
});
