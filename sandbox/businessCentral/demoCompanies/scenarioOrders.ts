import { bulkItems } from '../../demoData/bulkItems';
import { daysAfter, type Day } from '../../demoData/calendar';
import { cronus } from '../../demoData/cronus';
import type { ScenarioOrder } from '../../demoData/scenarios';
import { scenarios } from '../../demoData/scenarios';
import { openPurchaseLines, openSalesLines } from './documentLines';
import { blankDate, type PurchaseLine, type SalesLine } from '../company/records';

/** Document numbers after those of CRONUS's own series. */
const firstSalesOrderNo = 101101;
const firstPurchaseOrderNo = 106101;
const bulkSalesOrderNo = '101901';
const bulkPurchaseOrderNo = '106901';

interface OrderedItem {
  readonly itemNo: string;
  readonly order: ScenarioOrder;
  readonly documentNo: string;
  readonly lineNo: number;
}

function dated(inDays: number | null, today: Day): Day {
  return inDays === null ? blankDate : daysAfter(today, inDays);
}

function orderHeader({ documentNo }: OrderedItem) {
  return { Document_Type: 'Order', No: documentNo, Status: 'Open' as const, Posting_Date_Offset_Days: 0 };
}

function orderLine({ itemNo, order, documentNo, lineNo }: OrderedItem) {
  return {
    Document_Type: 'Order',
    Document_No: documentNo,
    Line_No: lineNo,
    Type: 'Item',
    No: itemNo,
    Quantity: order.quantity,
    Unit_of_Measure_Code: order.unitCode,
  };
}

function salesLine(ordered: OrderedItem, today: Day): readonly SalesLine[] {
  const header = { ...orderHeader(ordered), Sell_to_Customer_No: cronus.customers[0]?.No ?? '' };
  return openSalesLines({ headers: [header], lines: [orderLine(ordered)] }, today).map((open) => ({
    ...open,
    Shipment_Date: dated(ordered.order.inDays, today),
  }));
}

function purchaseLine(ordered: OrderedItem, today: Day): readonly PurchaseLine[] {
  const header = { ...orderHeader(ordered), Buy_from_Vendor_No: cronus.vendors[0]?.No ?? '' };
  const line = { ...orderLine(ordered), Direct_Unit_Cost: 0 };
  return openPurchaseLines({ headers: [header], lines: [line] }, today).map((open) => ({
    ...open,
    Expected_Receipt_Date: dated(ordered.order.inDays, today),
  }));
}

function ordered(list: 'receipts' | 'requirements', firstDocumentNo: number): readonly OrderedItem[] {
  return scenarios
    .flatMap(({ itemNo, supply }) => (supply?.[list] ?? []).map((order) => ({ itemNo, order })))
    .map(({ itemNo, order }, index) => ({
      itemNo,
      order,
      documentNo: String(firstDocumentNo + index),
      lineNo: 10000,
    }));
}

function orderedInBulk(list: 'receipt' | 'requirement', documentNo: string): readonly OrderedItem[] {
  return bulkItems.flatMap((bulk, index) => {
    const order = bulk[list];
    return order === null
      ? []
      : [
          {
            itemNo: bulk.item.No,
            order: { ...order, unitCode: 'PCS' },
            documentNo,
            lineNo: (index + 1) * 10000,
          },
        ];
  });
}

/** Open sales order lines of the scenarios and of the bulk items. */
export function scenarioSalesLines(today: Day): readonly SalesLine[] {
  return [
    ...ordered('requirements', firstSalesOrderNo),
    ...orderedInBulk('requirement', bulkSalesOrderNo),
  ].flatMap((item) => salesLine(item, today));
}

/** Open purchase order lines of the scenarios and of the bulk items. */
export function scenarioPurchaseLines(today: Day): readonly PurchaseLine[] {
  return [
    ...ordered('receipts', firstPurchaseOrderNo),
    ...orderedInBulk('receipt', bulkPurchaseOrderNo),
  ].flatMap((item) => purchaseLine(item, today));
}
