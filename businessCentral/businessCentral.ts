import type { ItemDetails, ItemSupply, RequestedProduct, SupplyByProduct } from './availability/types';

/** How a question is to be asked. */
export interface AskOptions {
  /** Ends the question; it then fails with the code `aborted`. */
  readonly signal?: AbortSignal;
  /** True: do not answer from memory (the user asked for a fresh reading). */
  readonly fresh?: boolean;
}

/** The business questions that can be put to one Business Central company. */
export interface BusinessCentral {
  /**
   * Supply and demand of the items behind products.
   * @param products distinct products; the answer has an entry for each
   * @returns per product what is known; a failure of one part is in that product's entry
   * @throws BusinessCentralError where nothing at all could be read
   */
  supplyOf(products: readonly RequestedProduct[], options?: AskOptions): Promise<SupplyByProduct>;

  /**
   * Stock by location and, where `substitutes` is true, substitutes with their availability.
   * @throws BusinessCentralError where nothing at all could be read
   */
  detailsOf(item: ItemSupply, substitutes: boolean, options?: AskOptions): Promise<ItemDetails>;

  /** Address of the item's card in the web client; null where the connection has no web client address. */
  itemAddress(itemNo: string): string | null;
}
