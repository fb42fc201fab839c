import { daysAfter } from '../../demoData/calendar';
import { cronus } from '../../demoData/cronus';
import { demoItems } from '../../demoData/demoData';
import type { DemoSalesDocuments, DemoSalesLine } from '../../demoData/records';
import { paymentTermsCode } from './customers';
import type { DemoDocument, DemoLine } from './demoDocument';

/** CRONUS's own sales quotes. @param today `yyyy-MM-dd`, the work date */
export function cronusQuotes(today: string): readonly DemoDocument[] {
  return documents(cronus.salesQuotes, 'Sales quote', today);
}

/** CRONUS's own open sales orders. @param today `yyyy-MM-dd`, the work date */
export function cronusOrders(today: string): readonly DemoDocument[] {
  return documents(cronus.salesOrders, 'Sales order', today);
}

function documents(
  { headers, lines }: DemoSalesDocuments,
  word: string,
  today: string,
): readonly DemoDocument[] {
  return headers
    .filter((header) => header.Status === 'Open')
    .map((header) => ({
      number: header.No,
      name: `${word} ${header.No}`,
      customerNo: header.Sell_to_Customer_No,
      contactName: null,
      currencyCode: 'GBP',
      // The salesperson of all of CRONUS's documents is JO.
      owner: 'Jim Olive',
      requestedDate:
        header.Requested_Delivery_Date_Offset_Days === undefined
          ? null
          : daysAfter(today, header.Requested_Delivery_Date_Offset_Days),
      paymentTerms: paymentTermsCode(header.Payment_Terms_Code ?? ''),
      lines: lines.filter((line) => line.Document_No === header.No && line.Quantity !== 0).map(lineOf),
    }));
}

/** A line of an item is one of its product; anything else, such as a charge, is a write-in. */
function lineOf(line: DemoSalesLine): DemoLine {
  const item = line.Type === 'Item' ? demoItems.find(({ No }) => No === line.No) : undefined;
  return {
    itemNo: item?.No ?? null,
    writeIn: item ? null : (line.Description ?? line.No ?? ''),
    unitCode: item ? line.Unit_of_Measure_Code || item.Base_Unit_of_Measure : null,
    quantity: line.Quantity,
    pricePerUnit: line.Unit_Price ?? null,
    requestedDate: null,
  };
}
