import type { AskOptions, BusinessCentral } from '../businessCentral/businessCentral';
import type {
  ItemDetails,
  ItemSupply,
  RequestedProduct,
  SupplyByProduct,
} from '../businessCentral/availability/types';
import type { Sales } from '../sales/sales';
import type { Connect } from './connectOnce';

/** Where the control gets its answers from; tests give others. */
export interface AvailabilitySources {
  readonly sales: Sales;
  /** Gives the same object again where nothing has changed. */
  readonly connect: Connect;
}

/**
 * The questions of one control on one form. The connection is looked up once, with the first question to Business
 * Central, and again after a failure.
 */
export interface AvailabilitySession {
  readonly sales: Sales;
  /** Starts looking up the connection, so that it is there when the lines are. */
  prepare(): void;
  supplyOf(products: readonly RequestedProduct[], options: AskOptions): Promise<SupplyByProduct>;
  detailsOf(item: ItemSupply, substitutes: boolean, options: AskOptions): Promise<ItemDetails>;
  /** Null while the connection is not known, and where it has no web client address. */
  itemAddress(itemNo: string): string | null;
  /** Ends every question that is under way. */
  close(): void;
}

export function openSession({ sales, connect }: AvailabilitySources): AvailabilitySession {
  const closed = new AbortController();
  let connected: BusinessCentral | null = null;
  let connecting: Promise<BusinessCentral> | null = null;

  const businessCentral = (): Promise<BusinessCentral> => {
    connecting ??= sales.connection().then(
      (connection) => (connected = connect(connection)),
      (reason: unknown) => {
        connecting = null;
        throw reason;
      },
    );
    return connecting;
  };
  const ask = async <Answer>(
    options: AskOptions,
    question: (company: BusinessCentral, options: AskOptions) => Promise<Answer>,
  ): Promise<Answer> => {
    const signal = eitherOf(closed.signal, options.signal);
    const company = await businessCentral();
    try {
      return await question(company, { ...options, signal });
    } catch (reason) {
      if (!signal.aborted) {
        // An administrator may mend the connection meanwhile; the next attempt shall find it mended.
        connecting = null;
      }
      throw reason;
    }
  };

  return {
    sales,
    prepare: () => {
      // Whoever asks a question hears of a failure; here there is nobody to tell.
      businessCentral().catch(() => undefined);
    },
    supplyOf: (products, options) => ask(options, (company, linked) => company.supplyOf(products, linked)),
    detailsOf: (item, substitutes, options) =>
      ask(options, (company, linked) => company.detailsOf(item, substitutes, linked)),
    itemAddress: (itemNo) => connected?.itemAddress(itemNo) ?? null,
    close: () => closed.abort(),
  };
}

/** A signal that ends with either of two; `AbortSignal.any` is too young for the browsers that Sales supports. */
function eitherOf(always: AbortSignal, now: AbortSignal | undefined): AbortSignal {
  if (now === undefined) {
    return always;
  }
  const either = new AbortController();
  const end = () => {
    either.abort();
    always.removeEventListener('abort', end);
  };
  if (always.aborted || now.aborted) {
    end();
  }
  always.addEventListener('abort', end);
  now.addEventListener('abort', end);
  return either.signal;
}
