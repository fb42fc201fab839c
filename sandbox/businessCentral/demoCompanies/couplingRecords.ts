import { daysAfter, type Day } from '../../demoData/calendar';
import { couplingAccounts } from '../../demoData/couplingAccounts';
import { couplingItems, couplingOrders } from '../../demoData/couplingScenarios';
import { cronus } from '../../demoData/cronus';
import { customerScenarios } from '../../demoData/customerScenarios';
import type { Customer } from '../company/receivables';
import type { SalesLine } from '../company/records';
import { openSalesLines } from './documentLines';
import { customerOf } from './masterData';
import type { Posting } from './posting';

/** Customers that are there to be coupled. */
export function couplingCustomers(today: Day): readonly Customer[] {
  const [template] = customerScenarios;
  return template === undefined
    ? []
    : couplingAccounts
        .filter(({ kind, side }) => kind === 'customer' && side !== 'sales')
        .map(({ key, name, email }) =>
          customerOf(
            { ...template.customer, No: key, Name: name, E_Mail: email, Contact: '', Credit_Limit_LCY: 0 },
            today,
            ' ',
          ),
        );
}

/** Lines of the orders that Sales has as well. */
export function couplingOrderLines(today: Day): readonly SalesLine[] {
  return couplingOrders.flatMap(({ documentNo, customerNo, lines, requestedInDays }) =>
    documentNo === null
      ? []
      : openSalesLines(
          {
            headers: [
              {
                Document_Type: 'Order',
                No: documentNo,
                Sell_to_Customer_No: customerNo,
                Status: 'Open',
                Posting_Date_Offset_Days: 0,
                Requested_Delivery_Date_Offset_Days: requestedInDays,
              },
            ],
            lines: lines.map(({ itemNo, quantity }, index) => ({
              Document_Type: 'Order',
              Document_No: documentNo,
              Line_No: (index + 1) * 10_000,
              Type: 'Item',
              No: itemNo,
              Quantity: quantity,
              Unit_of_Measure_Code: 'PCS',
              Unit_Price: priceOf(itemNo),
            })),
          },
          today,
        ).map((line) => ({ ...line, Sell_to_Customer_Name: nameOf(customerNo) })),
  );
}

function nameOf(customerNo: string): string {
  return couplingAccounts.find(({ key }) => key === customerNo)?.name ?? '';
}

function priceOf(itemNo: string): number {
  const item =
    couplingItems.find((coupling) => coupling.item.No === itemNo)?.item ??
    cronus.items.find(({ No }) => No === itemNo);
  return item?.Unit_Price ?? 0;
}

/** What is on hand of the items that are there to be coupled. */
export function couplingPostings(today: Day): readonly Posting[] {
  return couplingItems
    .filter(({ inventory }) => inventory !== 0)
    .map(({ item, inventory }) => ({
      itemNo: item.No,
      locationCode: '',
      postingDate: daysAfter(today, -30),
      quantity: inventory,
    }));
}
