import { daysAfter } from '../../demoData/calendar';
import { coupledVendors, couplingAccounts, vendorAccountKey } from '../../demoData/couplingAccounts';
import {
  couplingPeople,
  couplingPriceGroups,
  couplingResources,
  invoicesInSales,
  opportunitiesInSales,
  opportunityOfSales,
  resourceUnit,
  uncoupledUnit,
} from '../../demoData/couplingScenarios';
import { cronus } from '../../demoData/cronus';
import { contactKey, opportunityKey } from '../../demoData/salesKeys';
import type { DemoSalesHeader } from '../../demoData/records';
import type { Row } from '../rows/row';
import { roundedTo } from '../service/rounding';
import { priceListName } from './currencies';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

/** account.customertypecode */
const relationshipTypes = { customer: 3, vendor: 11 } as const;

/** product.producttypecode: Services. */
const services = 3;

const jim = referTo('systemuser', 'Jim Olive');
const pounds = referTo('transactioncurrency', 'GBP');

/** What is there to be coupled beside CRONUS's customers, products and documents. */
export function seedCouplable(seeding: Seeding): void {
  seedAccounts(seeding);
  seedPeople(seeding);
  seedServices(seeding);
  seedRows(
    seeding,
    'pricelevel',
    couplingPriceGroups.map(({ code }) => [code, { name: code, transactioncurrencyid: pounds }]),
  );
  seedOpportunities(seeding);
  seedInvoices(seeding);
}

function seedAccounts(seeding: Seeding): void {
  seedRows(seeding, 'account', [
    ...couplingAccounts
      .filter(({ side }) => side !== 'businessCentral')
      .map(({ key, name, email, kind, owner, inactive }): [string, Row] => [
        key,
        {
          name,
          accountnumber: null,
          emailaddress1: email || null,
          customertypecode: relationshipTypes[kind],
          transactioncurrencyid: pounds,
          address1_country: 'GB',
          ownerid: 'user' in owner ? referTo('systemuser', owner.user) : referTo('team', owner.team),
          ...(inactive ? { statecode: 1, statuscode: 2 } : {}),
        },
      ]),
    ...cronus.vendors
      .filter(({ No }) => coupledVendors.includes(No))
      .map((vendor): [string, Row] => [
        vendorAccountKey(vendor.No),
        {
          name: vendor.Name,
          emailaddress1: vendor.E_Mail || null,
          customertypecode: relationshipTypes.vendor,
          transactioncurrencyid: pounds,
          address1_line1: vendor.Address,
          address1_city: vendor.City,
          address1_postalcode: vendor.Post_Code,
          address1_country: vendor.Country_Region_Code,
          ownerid: jim,
        },
      ]),
  ]);
}

function seedPeople(seeding: Seeding): void {
  seedRows(
    seeding,
    'contact',
    couplingPeople
      .filter(({ side }) => side !== 'businessCentral')
      .map(({ customerNo, name, email }) => {
        const [first = '', ...last] = name.split(' ');
        return [
          contactKey(customerNo, name),
          {
            fullname: name,
            firstname: first,
            lastname: last.join(' '),
            emailaddress1: email,
            parentcustomerid: referTo('account', customerNo),
            ownerid: jim,
          },
        ];
      }),
  );
}

/** Products that are services, and a unit group that is not coupled. */
function seedServices(seeding: Seeding): void {
  seedRows(seeding, 'uomschedule', [[uncoupledUnit, { name: uncoupledUnit, baseuomname: uncoupledUnit }]]);
  seedRows(seeding, 'uom', [
    [
      `${uncoupledUnit}/${uncoupledUnit}`,
      {
        name: uncoupledUnit,
        uomscheduleid: referTo('uomschedule', uncoupledUnit),
        quantity: 1,
        baseuom: null,
        isschedulebaseuom: true,
      },
    ],
  ]);
  seedRows(
    seeding,
    'product',
    couplingResources.map(({ no, name, unitPrice, unitCost }) => [
      no,
      {
        name,
        productnumber: no,
        productstructure: 1,
        producttypecode: services,
        defaultuomid: referTo('uom', `${resourceUnit}/${resourceUnit}`),
        defaultuomscheduleid: referTo('uomschedule', resourceUnit),
        pricelevelid: referTo('pricelevel', priceListName()),
        quantitydecimal: 2,
        price: unitPrice,
        standardcost: unitCost,
        currentcost: unitCost,
      },
    ]),
  );
}

function seedOpportunities(seeding: Seeding): void {
  const ofCronus = cronus.opportunities.filter(({ No }) => opportunitiesInSales.some(({ no }) => no === No));
  seedRows(seeding, 'opportunity', [
    ...ofCronus.map((opportunity): [string, Row] => [
      opportunityKey(opportunity.No),
      {
        name: opportunity.Description,
        parentaccountid: referTo('account', opportunity.Customer_No),
        parentcontactid: contactOf(opportunity.Customer_No),
        estimatedvalue: opportunity.Estimated_Value_LCY ?? null,
        estimatedclosedate:
          opportunity.Estimated_Close_Date_Offset_Days === undefined
            ? null
            : daysAfter(seeding.today, opportunity.Estimated_Close_Date_Offset_Days),
        ownerid: jim,
      },
    ]),
    [
      opportunityOfSales.key,
      {
        name: opportunityOfSales.key,
        parentaccountid: referTo('account', opportunityOfSales.customerNo),
        parentcontactid: referTo(
          'contact',
          contactKey(opportunityOfSales.customerNo, opportunityOfSales.contactName),
        ),
        estimatedvalue: opportunityOfSales.estimatedValue,
        estimatedclosedate: daysAfter(seeding.today, opportunityOfSales.closesInDays),
        ownerid: referTo('systemuser', 'Sara Andersson'),
      },
    ],
  ]);
}

/** The person at a customer of CRONUS. */
function contactOf(customerNo: string) {
  const name = cronus.customers.find(({ No }) => No === customerNo)?.Contact ?? '';
  return referTo('contact', contactKey(customerNo, name));
}

function seedInvoices(seeding: Seeding): void {
  const posted = cronus.salesInvoices.headers.filter(({ Posted_Document_No }) =>
    invoicesInSales.some(({ no }) => no === Posted_Document_No),
  );
  seedRows(
    seeding,
    'invoice',
    posted.map((header) => [header.Posted_Document_No ?? header.No, invoiceRow(header, seeding.today)]),
  );
}

/** Value added tax of domestic customers, who are the ones with invoices here. */
const taxRate = 0.25;

function invoiceRow(header: DemoSalesHeader, today: string): Row {
  const number = header.Posted_Document_No ?? header.No;
  const net = cronus.salesInvoices.lines
    .filter(({ Document_No }) => Document_No === header.No)
    .reduce((sum, line) => sum + line.Quantity * (line.Unit_Price ?? 0), 0);
  return {
    name: `Invoice ${number}`,
    invoicenumber: number,
    customerid: referTo('account', header.Sell_to_Customer_No),
    transactioncurrencyid: pounds,
    // Paid in cash, so due at once.
    duedate: daysAfter(today, header.Posting_Date_Offset_Days),
    totalamountlessfreight: roundedTo(net, 2),
    totaltax: roundedTo(net * taxRate, 2),
    totalamount: roundedTo(net * (1 + taxRate), 2),
    ownerid: jim,
  };
}
