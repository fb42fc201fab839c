import { daysAfter, type Day } from '../../demoData/calendar';
import { demoCustomers } from '../../demoData/demoCustomers';
import { demoItems, demoItemUnits } from '../../demoData/demoData';
import type {
  DemoDocuments,
  DemoItem,
  DemoPurchaseDocuments,
  DemoPurchaseHeader,
  DemoPurchaseLine,
  DemoSalesDocuments,
  DemoSalesHeader,
  DemoSalesLine,
} from '../../demoData/records';
import { toPennies } from '../company/decimals';
import type { PurchaseLine, SalesLine } from '../company/records';
import { withVAT } from './valueAddedTax';

const items = new Map(demoItems.map((item) => [item.No, item]));
const unitFactors = new Map(
  demoItemUnits.map((unit) => [JSON.stringify([unit.Item_No, unit.Code]), unit.Qty_per_Unit_of_Measure]),
);
const customerNames = new Map(demoCustomers.map((customer) => [customer.No, customer.Name]));

/** A line's unit and its factor; a blank unit code is the item's base unit. */
function unitOf(
  line: { readonly Unit_of_Measure_Code?: string; readonly No?: string },
  item: DemoItem | undefined,
): { readonly code: string; readonly factor: number } {
  const code = line.Unit_of_Measure_Code ?? item?.Base_Unit_of_Measure ?? '';
  return { code, factor: unitFactors.get(JSON.stringify([line.No ?? '', code])) ?? 1 };
}

/** A document line with the header that it belongs to. */
export interface LineOfDocument<Header, Line> {
  readonly header: Header;
  readonly line: Line;
}

/** Joins lines to their headers. */
export function linesOf<
  Header extends { readonly Document_Type: string; readonly No: string },
  Line extends { readonly Document_Type: string; readonly Document_No: string },
>(documents: DemoDocuments<Header, Line>): readonly LineOfDocument<Header, Line>[] {
  const headers = new Map(
    documents.headers.map((header) => [JSON.stringify([header.Document_Type, header.No]), header]),
  );
  return documents.lines.flatMap((line) => {
    const header = headers.get(JSON.stringify([line.Document_Type, line.Document_No]));
    return header === undefined ? [] : [{ header, line }];
  });
}

/** Amount of a sales line without VAT, after its discount. */
export function lineAmount(line: DemoSalesLine): number {
  return toPennies(
    (line.Quantity * (line.Unit_Price ?? 0) * (100 - (line.Line_Discount_Percent ?? 0))) / 100,
  );
}

function salesLineOf(
  { header, line }: LineOfDocument<DemoSalesHeader, DemoSalesLine>,
  today: Day,
): SalesLine {
  const item = items.get(line.No ?? '');
  const unit = unitOf(line, item);
  return {
    Document_Type: line.Document_Type,
    Document_No: line.Document_No,
    Line_No: line.Line_No,
    Sell_to_Customer_No: header.Sell_to_Customer_No,
    Sell_to_Customer_Name: customerNames.get(header.Sell_to_Customer_No) ?? '',
    Type: line.Type ?? ' ',
    No: line.No ?? '',
    Variant_Code: '',
    Description: line.Description ?? item?.Description ?? '',
    Location_Code: line.Location_Code ?? header.Location_Code ?? '',
    Unit_of_Measure_Code: unit.code,
    qtyPerUnitOfMeasure: unit.factor,
    Quantity: line.Quantity,
    Outstanding_Quantity: line.Quantity,
    billToCustomerNo: header.Sell_to_Customer_No,
    unitPrice: line.Unit_Price ?? 0,
    lineDiscountPercent: line.Line_Discount_Percent ?? 0,
    outstandingAmountLCY: withVAT(lineAmount(line), header.Sell_to_Customer_No),
    shippedNotInvoicedLCY: 0,
    returnReceivedNotInvoicedLCY: 0,
    prepaymentInvoicedLCY: 0,
    prepaymentVATInvoicedLCY: 0,
    shipmentNo: '',
    Shipment_Date: daysAfter(
      today,
      header.Requested_Delivery_Date_Offset_Days ?? header.Posting_Date_Offset_Days,
    ),
  };
}

/**
 * Lines of sales documents that are not posted. The source has no shipment dates: the requested delivery date
 * stands in, else the posting date, which is what Business Central proposes on a new line.
 */
export function openSalesLines(documents: DemoSalesDocuments, today: Day): readonly SalesLine[] {
  return linesOf(documents)
    .filter(({ header }) => header.Status === 'Open')
    .map((line) => salesLineOf(line, today));
}

function purchaseLineOf(
  { header, line }: LineOfDocument<DemoPurchaseHeader, DemoPurchaseLine>,
  today: Day,
): PurchaseLine {
  const item = items.get(line.No);
  const unit = unitOf(line, item);
  return {
    Document_Type: line.Document_Type,
    Document_No: line.Document_No,
    Line_No: line.Line_No,
    Buy_from_Vendor_No: header.Buy_from_Vendor_No,
    Type: line.Type,
    No: line.No,
    Variant_Code: '',
    Description: item?.Description ?? line.No,
    Location_Code: line.Location_Code ?? header.Location_Code ?? '',
    Unit_of_Measure_Code: unit.code,
    qtyPerUnitOfMeasure: unit.factor,
    Quantity: line.Quantity,
    Outstanding_Quantity: line.Quantity,
    Direct_Unit_Cost: line.Direct_Unit_Cost,
    Expected_Receipt_Date: daysAfter(
      today,
      header.Expected_Receipt_Date_Offset_Days ??
        header.Order_Date_Offset_Days ??
        header.Posting_Date_Offset_Days,
    ),
  };
}

/** Lines of purchase documents that are not posted; without an expected receipt date the order date counts. */
export function openPurchaseLines(documents: DemoPurchaseDocuments, today: Day): readonly PurchaseLine[] {
  return linesOf(documents)
    .filter(({ header }) => header.Status === 'Open')
    .map((line) => purchaseLineOf(line, today));
}

/** Quantity of a document line in base units. */
export function baseQuantity(line: {
  readonly No?: string;
  readonly Quantity: number;
  readonly Unit_of_Measure_Code?: string;
}): number {
  return line.Quantity * unitOf(line, items.get(line.No ?? '')).factor;
}
