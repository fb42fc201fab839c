import type {
  ProductSupply,
  RequestedProduct,
  SupplyByProduct,
} from '../../../businessCentral/availability/types';
import type { DocumentTable, RecordReference, SalesDocument } from '../../../sales/sales';
import type { AvailabilitySession } from '../../availabilitySession';

/** A document with what is known of its products. */
export interface DocumentReading {
  readonly document: SalesDocument;
  readonly supply: SupplyByProduct;
  /** Why older figures stand in for newer ones; null where none do. */
  readonly failure: Error | null;
}

/**
 * Reads a document's lines from Sales, and asks Business Central for those of its products that are not known yet.
 * @param known what earlier readings of this document brought; a fresh reading asks for all products again
 * @throws SalesError, BusinessCentralError
 */
export async function readDocument(
  session: AvailabilitySession,
  record: RecordReference<DocumentTable>,
  known: SupplyByProduct,
  options: { readonly signal: AbortSignal; readonly fresh: boolean },
): Promise<DocumentReading> {
  session.prepare();
  const document = await session.sales.document(record);
  const products = distinctProducts(document).filter(({ id }) => options.fresh || !isKnown(known.get(id)));
  const answers: SupplyByProduct =
    products.length === 0
      ? new Map()
      : await session.supplyOf(products, {
          ...options,
          order: record.table === 'salesorder' ? record.id : undefined,
        });
  const supply = new Map(known);
  let failure: Error | null = null;
  for (const [id, answer] of answers) {
    if (answer.status === 'failed' && isKnown(known.get(id))) {
      failure = answer.error;
    } else {
      supply.set(id, answer);
    }
  }
  const [first] = answers.values();
  if (first?.status === 'failed' && ![...supply.values()].some(isKnown)) {
    throw first.error;
  }
  return { document, supply, failure };
}

function isKnown(supply: ProductSupply | undefined): boolean {
  return supply !== undefined && supply.status !== 'failed';
}

function distinctProducts({ lines }: SalesDocument): RequestedProduct[] {
  const products = new Map<string, RequestedProduct>();
  for (const { product } of lines) {
    if (product !== null) {
      products.set(product.id, product);
    }
  }
  return [...products.values()];
}
