import type { AskOptions } from '../askOptions';
import type { BusinessCentralError } from '../errors';
import type { IsoDate } from '../isoDate';
import type { MissingPart } from '../missingParts';

/** A product of Dynamics 365 Sales on a line. */
export interface RequestedProduct {
  /** `productid`, a GUID in lower case without braces. */
  readonly id: string;
  /** `productnumber`; equals the item number where the connection matches by number. */
  readonly number: string;
  readonly name: string;
}

/** How supply is asked for. */
export interface SupplyOptions extends AskOptions {
  /** `salesorderid` of the order that asks, whose own lines in Business Central take nothing from it. */
  readonly order?: string | undefined;
}

/** The unit of a line, with Dataverse's own conversion for items that Business Central gives no factor for. */
export interface RequestedUnit {
  /** `uomid`, a GUID in lower case: units of several unit groups may have the same name. */
  readonly id?: string;
  /** `uom.name`, compared with Business Central's unit codes without regard to case. */
  readonly name: string;
  /**
   * What one unit holds of the smaller units of its unit group, the nearest first: a PALLET of 40 BOX of 12 PCS holds
   * 40 BOX and 480 PCS. Empty where Dataverse does not say.
   */
  readonly bases: readonly { readonly name: string; readonly quantity: number }[];
}

/** A line of a quote or an order, as far as availability is concerned. */
export interface RequestedLine {
  /** `quotedetailid` or `salesorderdetailid`; an unsaved line has an id of the caller's own making. */
  readonly lineId: string;
  /** Place in the document from 1 on, no two alike: the order of lines that ask for the same item on the same day. */
  readonly lineNumber: number;
  /** What the row is called on screen: the product's name, or the write-in's text. */
  readonly title: string;
  /** Null: a write-in product, or no product chosen yet. */
  readonly product: RequestedProduct | null;
  readonly writeIn: boolean;
  /** In `unit`; null where none is entered. */
  readonly quantity: number | null;
  /** Null where none is chosen: taken as the item's base unit. */
  readonly unit: RequestedUnit | null;
  /** The line's requested delivery date, else the document's; null: today. */
  readonly requestedDate: IsoDate | null;
}

/** An open order line that will raise or lower the inventory. */
export interface DatedQuantity {
  /** Expected receipt or shipment date; null: the order gives none. */
  readonly date: IsoDate | null;
  /** Outstanding quantity in the item's base unit; positive. */
  readonly quantity: number;
  /** Of `quantity`, how much is reserved, in the base unit. */
  readonly reserved: number;
  readonly documentNo: string;
  readonly lineNo: number;
  /** Blank: Business Central's blank location. */
  readonly locationCode: string;
}

/** All that Business Central knows of one item's supply and demand, in the base unit of measure. */
export interface ItemSupply {
  readonly itemNo: string;
  readonly description: string;
  /** Null: the item card did not come. */
  readonly kind: 'inventory' | 'service' | 'nonInventory' | null;
  /** Null: the item card did not come. */
  readonly blocked: boolean | null;
  readonly baseUnit: string;
  /** Quantity on hand over all locations; negative where Business Central says so; null: not given. */
  readonly inventory: number | null;
  /** In local currency, per base unit; null: not given. */
  readonly unitPrice: number | null;
  /** Open purchase order lines; null: Business Central did not give them. */
  readonly receipts: readonly DatedQuantity[] | null;
  /** Open sales order lines; null: Business Central did not give them. */
  readonly requirements: readonly DatedQuantity[] | null;
  /** Number of the order whose lines are not among them, since the question is asked for it; absent: none. */
  readonly ownOrderNo?: string;
  /** Base units per unit, by unit code in upper case; the base unit itself is 1. */
  readonly unitFactors: Readonly<Record<string, number>>;
  readonly missing: readonly MissingPart[];
}

/** What is known of the item behind a product. */
export type ProductSupply =
  | { readonly status: 'found'; readonly supply: ItemSupply; readonly readAt: number }
  /** No item is coupled to the product, or none has its number. */
  | { readonly status: 'notCoupled'; readonly readAt: number }
  /** The product is coupled, but its item has been deleted in Business Central. */
  | { readonly status: 'itemDeleted'; readonly readAt: number }
  /** The question failed for this product. */
  | { readonly status: 'failed'; readonly error: BusinessCentralError; readonly readAt: number };

/** Products by `RequestedProduct.id`. `readAt` above is in milliseconds since 1970. */
export type SupplyByProduct = ReadonlyMap<string, ProductSupply>;

export type AvailabilityState =
  | 'available'
  | 'partlyAvailable'
  | 'expected'
  | 'short'
  | 'notStocked'
  | 'blocked'
  | 'notCoupled'
  | 'writeIn'
  | 'unknown';

/** Why nothing can be said of a line. */
export type UnknownReason =
  /** No product chosen yet. */
  | 'noProduct'
  /** Quantity empty, zero or negative: there is nothing to compare. */
  | 'noQuantity'
  /** Neither Business Central nor Dataverse converts the line's unit into the base unit. */
  | 'unitNotConvertible'
  | 'itemDeleted'
  /** Inventory, or open order lines without which nothing can be promised, did not come (see `missing`). */
  | 'incomplete'
  /** Not asked yet. */
  | 'notRead'
  /** The question failed; `error` says how. */
  | 'failed';

/** The answer for one line. Quantities are in `unit` unless said otherwise; unknown is null, never zero. */
export interface LineAvailability {
  readonly lineId: string;
  readonly state: AvailabilityState;
  /** Only with state `unknown`. */
  readonly reason?: UnknownReason;
  readonly error?: BusinessCentralError;
  /** The line's unit where it converts, else the item's base unit; blank where neither is known. */
  readonly unit: string;
  /** The quantity asked for. */
  readonly quantity: number | null;
  /** The day that is asked for: the requested date, but never before today. */
  readonly date: IsoDate;
  /** Of `quantity`, what can be delivered on `date`; between 0 and `quantity`. */
  readonly deliverable: number | null;
  /** Lowest projected available balance from `date` on, after earlier lines of the document; may be negative. */
  readonly balance: number | null;
  /** Available-to-promise date of the whole quantity; null: nothing is expected that would cover it. */
  readonly atpDate: IsoDate | null;
  /** Where the whole quantity is never covered: the most that is, and from when. */
  readonly later: { readonly quantity: number; readonly date: IsoDate } | null;
  /** Quantity on hand in the item's base unit; may be negative. */
  readonly inventory: number | null;
  readonly baseUnit: string;
}

/** A step of the projected available balance, in the base unit. */
export interface BalanceStep {
  readonly date: IsoDate;
  /** Balance at the end of the day. */
  readonly balance: number;
  /** What changed it on that day. */
  readonly receipts: readonly DatedQuantity[];
  readonly requirements: readonly DatedQuantity[];
}

/** Stock of one item at one location, in the base unit. */
export interface LocationStock {
  readonly code: string;
  /** Blank where the location list is missing. */
  readonly name: string;
  readonly quantity: number;
}

/** An item that may be offered instead. */
export interface Substitute {
  readonly itemNo: string;
  readonly description: string;
  readonly interchangeable: boolean;
  /** There is a condition noted in Business Central. */
  readonly conditional: boolean;
  readonly supply: ProductSupply;
}

/** What is asked only when a line is opened up. A null part did not come; `missing` says why. */
export interface ItemDetails {
  readonly locations: readonly LocationStock[] | null;
  readonly substitutes: readonly Substitute[] | null;
  readonly missing: readonly MissingPart[];
  /** Milliseconds since 1970. */
  readonly readAt: number;
}
