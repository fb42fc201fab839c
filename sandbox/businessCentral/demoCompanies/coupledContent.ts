import { recordId } from '../../identity';
import type { Day } from '../../demoData/calendar';
import { couplingAccounts } from '../../demoData/couplingAccounts';
import {
  couplingPriceGroups,
  couplingResources,
  couplingSalespeople,
  resourceUnit,
} from '../../demoData/couplingScenarios';
import { cronus } from '../../demoData/cronus';
import { demoItems } from '../../demoData/demoData';
import { numberedContacts } from '../../demoData/demoContacts';
import type { DemoVendor } from '../../demoData/records';
import type { CoupledContent } from '../company/company';
import type {
  Contact,
  CustomerPriceGroup,
  Resource,
  Salesperson,
  UnitGroup,
  UnitOfMeasure,
  Vendor,
} from '../company/coupledRecords';
import type { SalesLine } from '../company/records';
import {
  contactTableId,
  customerPriceGroupTableId,
  itemTableId,
  resourceTableId,
  salespersonTableId,
  unitGroupTableId,
  unitOfMeasureTableId,
  vendorTableId,
} from '../company/tableIds';
import { opportunities, salesHeaders, salesInvoiceHeaders } from './coupledDocuments';

function idOf(tableId: number, key: string): string {
  return recordId(`bc:${tableId}`, key);
}

function vendorOf(vendor: DemoVendor): Vendor {
  return {
    No: vendor.No,
    Name: vendor.Name,
    Address: vendor.Address,
    Address_2: vendor.Address_2,
    City: vendor.City,
    Post_Code: vendor.Post_Code,
    County: '',
    Country_Region_Code: vendor.Country_Region_Code,
    Phone_No: vendor.Phone_No,
    Fax_No: '',
    E_Mail: vendor.E_Mail,
    Home_Page: '',
    Contact: vendor.Contact,
    Primary_Contact_No: '',
    Blocked: ' ',
    Purchaser_Code: '',
    Currency_Code: vendor.Currency_Code,
    Payment_Terms_Code: vendor.Payment_Terms_Code,
    Vendor_Posting_Group: vendor.Vendor_Posting_Group,
    Gen_Bus_Posting_Group: vendor.Gen_Bus_Posting_Group,
    systemId: idOf(vendorTableId, vendor.No),
  };
}

function vendors(): readonly Vendor[] {
  const [template] = cronus.vendors;
  const made = couplingAccounts.filter(({ kind, side }) => kind === 'vendor' && side !== 'sales');
  return [
    ...cronus.vendors,
    ...(template === undefined
      ? []
      : made.map(({ key, name, email }) => ({
          ...template,
          No: key,
          Name: name,
          E_Mail: email,
          Contact: '',
        }))),
  ].map(vendorOf);
}

function contacts(): readonly Contact[] {
  const companies = new Map(
    numberedContacts
      .filter(({ type }) => type === 'Company')
      .map((contact) => [`${contact.linkedTable} ${contact.linkedNo}`, contact]),
  );
  return numberedContacts.map((contact) => {
    const company = companies.get(`${contact.linkedTable} ${contact.linkedNo}`);
    const [first = '', ...last] = contact.type === 'Person' ? contact.name.split(' ') : [];
    return {
      No: contact.no,
      Type: contact.type,
      Name: contact.name,
      First_Name: first,
      Surname: last.join(' '),
      Company_No: company?.no ?? '',
      Company_Name: company?.name ?? '',
      linkedTable: contact.linkedTable,
      linkedNo: contact.linkedNo,
      Job_Title: '',
      Address: '',
      Post_Code: '',
      City: '',
      Country_Region_Code: '',
      Phone_No: '',
      Mobile_Phone_No: '',
      Fax_No: '',
      E_Mail: contact.email,
      Salesperson_Code: '',
      Currency_Code: '',
      systemId: idOf(contactTableId, contact.no),
    };
  });
}

function resources(): readonly Resource[] {
  return couplingResources
    .filter(({ side }) => side !== 'sales')
    .map(({ no, name, type, unitPrice, unitCost }) => ({
      No: no,
      Name: name,
      Type: type,
      Base_Unit_of_Measure: resourceUnit,
      Unit_Cost: unitCost,
      Unit_Price: unitPrice,
      Blocked: false,
      Vendor_No: '',
      Gen_Prod_Posting_Group: 'SERVICES',
      systemId: idOf(resourceTableId, no),
    }));
}

function salespeople(): readonly Salesperson[] {
  const made = couplingSalespeople
    .filter((salesperson) => salesperson.made)
    .map(({ code, userName }) => ({ Code: code, Name: userName, E_Mail: mailOf(userName) }));
  return [...cronus.salespeople, ...made].map(({ Code, Name, E_Mail }) => ({
    Code,
    Name,
    E_Mail,
    Phone_No: '',
    Job_Title: '',
    commissionPercent: 0,
    Blocked: false,
    systemId: idOf(salespersonTableId, Code),
  }));
}

/** Users of the demo have such addresses. */
function mailOf(userName: string): string {
  return `${userName.toLowerCase().replace(' ', '.')}@cronus.example`;
}

function unitsOfMeasure(): readonly UnitOfMeasure[] {
  return cronus.units.map(({ Code, Description, International_Standard_Code }) => ({
    Code,
    Description,
    International_Standard_Code,
    systemId: idOf(unitOfMeasureTableId, Code),
  }));
}

/** Business Central makes one for each item and resource. */
function unitGroups(): readonly UnitGroup[] {
  return [
    ...demoItems.map(({ No }) => ({ type: 'Item' as const, tableId: itemTableId, no: No })),
    ...couplingResources.map(({ no }) => ({ type: 'Resource' as const, tableId: resourceTableId, no })),
  ].map(({ type, tableId, no }) => ({
    Source_Type: type,
    Source_No: no,
    Source_Id: idOf(tableId, no),
    systemId: idOf(unitGroupTableId, `${type} ${no}`),
  }));
}

function priceGroups(): readonly CustomerPriceGroup[] {
  return couplingPriceGroups.map(({ code, description }) => ({
    Code: code,
    Description: description,
    Currency_Code: '',
    systemId: idOf(customerPriceGroupTableId, code),
  }));
}

/** What of CRONUS can be coupled, but for customers, items and currencies, which are there anyway. */
export function coupledRecords(
  salesLines: readonly SalesLine[],
  today: Day,
): Omit<CoupledContent, 'integrationRecords' | 'integrationSynchJobs' | 'integrationSynchErrors'> {
  return {
    vendors: vendors(),
    contacts: contacts(),
    resources: resources(),
    salespeople: salespeople(),
    unitsOfMeasure: unitsOfMeasure(),
    unitGroups: unitGroups(),
    customerPriceGroups: priceGroups(),
    salesHeaders: salesHeaders(salesLines, today),
    opportunities: opportunities(today),
    salesInvoiceHeaders: salesInvoiceHeaders(today),
  };
}
