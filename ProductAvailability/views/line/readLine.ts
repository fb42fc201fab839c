import type {
  ProductSupply,
  RequestedLine,
  RequestedProduct,
} from '../../../businessCentral/availability/types';
import type { LineTable, RecordReference, SalesDocument } from '../../../sales/sales';
import type { AvailabilitySession } from '../../availabilitySession';

/** A line as the form knows it at the moment; what is undefined is not on this form, so the saved line tells. */
export interface LineForm {
  /** Null while the line is new. */
  readonly record: RecordReference<LineTable> | null;
  readonly productId: string | null | undefined;
  readonly unit: { readonly id: string; readonly name: string } | null | undefined;
  readonly quantity: number | null | undefined;
  readonly requestedDate: string | null | undefined;
}

/** What had to be read to judge a line, whatever its quantity, unit and date may become. */
export interface LineReading {
  /** The line as saved; null while it is new. */
  readonly saved: RequestedLine | null;
  /** The other lines of the same document. */
  readonly others: readonly RequestedLine[];
  /** The document's own requested date. */
  readonly documentDate: string | null;
  readonly product: RequestedProduct | null;
  /** Null where there is no product to ask for. */
  readonly supply: Exclude<ProductSupply, { status: 'failed' }> | null;
}

interface ReadOptions {
  readonly signal: AbortSignal;
  readonly fresh: boolean;
}

/**
 * Reads what a line's answer depends on: its document and product from Sales, the item from Business Central. The
 * product on the form is asked for without waiting for the document.
 * @throws SalesError, BusinessCentralError
 */
export async function readLine(
  session: AvailabilitySession,
  record: RecordReference<LineTable> | null,
  productId: string | null | undefined,
  options: ReadOptions,
): Promise<LineReading> {
  if (record !== null || productId !== null) {
    session.prepare();
  }
  const reading = record === null ? null : session.sales.documentOfLine(record);
  const [document, { product, supply }] = await Promise.all([
    reading,
    readProduct(
      session,
      productId ?? (productId === undefined ? savedProductId(record, reading) : null),
      record?.table === 'salesorderdetail' ? session.sales.documentIdOfLine(record) : undefined,
      options,
    ),
  ]);
  const lines = document?.lines ?? [];
  return {
    saved: lines.find(({ lineId }) => lineId === record?.id) ?? null,
    others: lines.filter(({ lineId }) => lineId !== record?.id),
    documentDate: document?.requestedDate ?? null,
    product,
    supply,
  };
}

/** The product of the line as saved, for a form that does not give the control its product. */
async function savedProductId(
  record: RecordReference<LineTable> | null,
  reading: Promise<SalesDocument> | null,
): Promise<string | null> {
  const document = await reading;
  return document?.lines.find(({ lineId }) => lineId === record?.id)?.product?.id ?? null;
}

async function readProduct(
  session: AvailabilitySession,
  productId: string | null | Promise<string | null>,
  orderId: Promise<string> | undefined,
  options: ReadOptions,
): Promise<Pick<LineReading, 'product' | 'supply'>> {
  const id = await productId;
  if (id === null) {
    return { product: null, supply: null };
  }
  const [product, order] = await Promise.all([session.sales.product(id), orderId]);
  const supply = (await session.supplyOf([product], { ...options, order })).get(product.id);
  if (supply?.status === 'failed') {
    throw supply.error;
  }
  return { product, supply: supply ?? null };
}
