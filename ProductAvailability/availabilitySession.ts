import type { AskOptions } from '../businessCentral/askOptions';
import type { Availability } from '../businessCentral/availability/availability';
import type {
  ItemDetails,
  ItemSupply,
  RequestedProduct,
  SupplyByProduct,
  SupplyOptions,
} from '../businessCentral/availability/types';
import type { Connect } from '../businessCentral/connectOnce';
import { openCompanySession, type KeptConnection } from '../sales/companySession';
import type { Sales } from '../sales/sales';

/** Where the control gets its answers from; tests give others. */
export interface AvailabilitySources {
  readonly sales: Sales;
  /** Gives the same object again where nothing has changed. */
  readonly connect: Connect<Availability>;
  /** The connection, as the controls of one page share it. */
  readonly kept?: KeptConnection;
}

/** The questions of one control on one form. */
export interface AvailabilitySession {
  readonly sales: Sales;
  /** Starts looking up the connection, so that it is there when the lines are. */
  prepare(): void;
  supplyOf(products: readonly RequestedProduct[], options: SupplyOptions): Promise<SupplyByProduct>;
  detailsOf(item: ItemSupply, substitutes: boolean, options: AskOptions): Promise<ItemDetails>;
  /** Null while the connection is not known, and where it has no web client address. */
  itemAddress(itemNo: string): string | null;
  /** Ends every question that is under way. */
  close(): void;
}

export function openSession({ sales, connect, kept }: AvailabilitySources): AvailabilitySession {
  const { prepare, ask, company, close } = openCompanySession({
    connection: () => sales.connection(),
    connect,
    kept,
  });
  return {
    sales,
    prepare,
    supplyOf: (products, options) =>
      ask(options, (availability, linked) =>
        availability.supplyOf(products, { ...linked, order: options.order }),
      ),
    detailsOf: (item, substitutes, options) =>
      ask(options, (availability, linked) => availability.detailsOf(item, substitutes, linked)),
    itemAddress: (itemNo) => company()?.itemAddress(itemNo) ?? null,
    close,
  };
}
