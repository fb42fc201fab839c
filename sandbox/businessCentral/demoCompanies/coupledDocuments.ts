import { recordId } from '../../identity';
import { daysAfter, type Day } from '../../demoData/calendar';
import { coupledOrders, couplingOrders, uncoupledOrder } from '../../demoData/couplingScenarios';
import { cronus } from '../../demoData/cronus';
import { demoCustomers } from '../../demoData/demoCustomers';
import { numberedContacts } from '../../demoData/demoContacts';
import type { Opportunity, SalesHeader, SalesInvoiceHeader } from '../company/coupledRecords';
import { blankDate, type SalesLine } from '../company/records';
import { opportunityTableId, salesHeaderTableId, salesInvoiceHeaderTableId } from '../company/tableIds';
import { cronusInvoices } from './postedInvoices';

const customerNames = new Map(demoCustomers.map(({ No, Name }) => [No, Name]));

function idOf(tableId: number, key: string): string {
  return recordId(`bc:${tableId}`, key);
}

/**
 * The headers of the orders whose lines are there. Those that Sales has as well are released, for an open one is left
 * out of synchronization.
 */
export function salesHeaders(lines: readonly SalesLine[], today: Day): readonly SalesHeader[] {
  const released = new Set([
    ...coupledOrders,
    uncoupledOrder,
    ...couplingOrders.flatMap(({ documentNo }) => documentNo ?? []),
  ]);
  const externalNumbers = new Map(couplingOrders.map(({ documentNo, number }) => [documentNo, number]));
  const firstLines = new Map(
    lines
      .filter((line) => line.Document_Type === 'Order')
      .reverse()
      .map((line) => [line.Document_No, line]),
  );
  return [...firstLines.values()].map((line) => ({
    Document_Type: 'Order',
    No: line.Document_No,
    Sell_to_Customer_No: line.Sell_to_Customer_No,
    Sell_to_Customer_Name: line.Sell_to_Customer_Name,
    External_Document_No: externalNumbers.get(line.Document_No) ?? '',
    Document_Date: today,
    Requested_Delivery_Date: line.Shipment_Date,
    Location_Code: line.Location_Code,
    Salesperson_Code: 'JO',
    Currency_Code: '',
    Status: released.has(line.Document_No) ? 'Released' : 'Open',
    systemId: idOf(salesHeaderTableId, line.Document_No),
  }));
}

/** Opportunities with the figures of their active entries. */
export function opportunities(today: Day): readonly Opportunity[] {
  const ofCustomer = (customerNo: string, type: 'Company' | 'Person') =>
    numberedContacts.find(
      (contact) =>
        contact.type === type && contact.linkedTable === 'Customer' && contact.linkedNo === customerNo,
    )?.no ?? '';
  return cronus.opportunities.map((opportunity) => {
    const closes = opportunity.Estimated_Close_Date_Offset_Days;
    return {
      No: opportunity.No,
      Description: opportunity.Description,
      Status: opportunity.Status,
      Creation_Date: daysAfter(today, opportunity.Creation_Date_Offset_Days),
      Contact_No: ofCustomer(opportunity.Customer_No, 'Person'),
      Contact_Company_No: ofCustomer(opportunity.Customer_No, 'Company'),
      Salesperson_Code: opportunity.Salesperson_Code,
      Sales_Cycle_Code: opportunity.Sales_Cycle_Code,
      Priority: opportunity.Priority,
      Closed: opportunity.Closed,
      Estimated_Value_LCY: opportunity.Estimated_Value_LCY ?? 0,
      Estimated_Closing_Date: closes === undefined ? blankDate : daysAfter(today, closes),
      probabilityPercent: opportunity.Probability_Percent ?? 0,
      systemId: idOf(opportunityTableId, opportunity.No),
    };
  });
}

/** Headers of the posted invoices. */
export function salesInvoiceHeaders(today: Day): readonly SalesInvoiceHeader[] {
  return cronusInvoices(today).map((invoice) => ({
    No: invoice.documentNo,
    Sell_to_Customer_No: invoice.customerNo,
    Sell_to_Customer_Name: customerNames.get(invoice.customerNo) ?? '',
    preAssignedNo: invoice.description.replace('Invoice ', ''),
    Currency_Code: invoice.currencyCode,
    Posting_Date: invoice.postingDate,
    Due_Date: invoice.dueDate,
    Amount: invoice.salesLCY,
    Amount_Including_VAT: invoice.amount,
    Salesperson_Code: invoice.salespersonCode,
    systemId: idOf(salesInvoiceHeaderTableId, invoice.documentNo),
  }));
}
