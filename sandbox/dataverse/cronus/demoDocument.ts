/** A line of a quote or an order of the demo. */
export interface DemoLine {
  /** Item number; null: no product. */
  readonly itemNo: string | null;
  /** Words of a write-in product; null: none. */
  readonly writeIn: string | null;
  /** Code of the unit; null: none. */
  readonly unitCode: string | null;
  readonly quantity: number | null;
  /** Price for one unit; null: the product's. */
  readonly pricePerUnit: number | null;
  /** `yyyy-MM-dd`; null: none of the line's own. */
  readonly requestedDate: string | null;
}

export interface DemoDocument {
  readonly number: string;
  readonly name: string;
  readonly customerNo: string;
  /** Person at the customer who is the document's customer; null: the account itself is. */
  readonly contactName: string | null;
  /** ISO code */
  readonly currencyCode: string;
  /** Full name of the owner. */
  readonly owner: string;
  /** `yyyy-MM-dd`; null: none. */
  readonly requestedDate: string | null;
  readonly paymentTerms: number | null;
  /** An order that was submitted; absent: it is open. */
  readonly submitted?: boolean;
  readonly lines: readonly DemoLine[];
}

/** A line of an existing product. */
export function productLine(
  itemNo: string,
  quantity: number | null,
  unitCode: string | null,
  requestedDate: string | null = null,
): DemoLine {
  return { itemNo, writeIn: null, unitCode, quantity, pricePerUnit: null, requestedDate };
}

/** A line for something that is no product. */
export function writeInLine(words: string, quantity: number, pricePerUnit: number): DemoLine {
  return { itemNo: null, writeIn: words, unitCode: null, quantity, pricePerUnit, requestedDate: null };
}
