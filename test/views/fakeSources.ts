import type { Availability } from '../../businessCentral/availability/availability';
import type {
  DatedQuantity,
  ItemDetails,
  ItemSupply,
  ProductSupply,
  RequestedProduct,
  RequestedUnit,
  SupplyOptions,
} from '../../businessCentral/availability/types';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import type { DocumentLine, Sales, SalesDocument } from '../../sales/sales';

/** 20 November 2026, 14:05 UTC: "now" in these tests. */
export const now = Date.UTC(2026, 10, 20, 14, 5);
export const today = '2026-11-20';

/** A day so many days from today. */
export function inDays(days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

export function productOf(number: string, name = `Product ${number}`): RequestedProduct {
  return { id: `id-${number}`, number, name };
}

export const pieces: RequestedUnit = { id: 'unit-pcs', name: 'PCS', bases: [] };

export function lineOf(overrides: Partial<DocumentLine> = {}): DocumentLine {
  const product = overrides.product === undefined ? productOf('1906-S') : overrides.product;
  return {
    lineId: 'line-1',
    lineNumber: 1,
    title: product?.name ?? '',
    product,
    writeIn: false,
    quantity: 10,
    unit: pieces,
    requestedDate: null,
    followsDocumentDate: true,
    ...overrides,
  };
}

export function orderOf(
  date: string | null,
  quantity: number,
  overrides: Partial<DatedQuantity> = {},
): DatedQuantity {
  return { date, quantity, reserved: 0, documentNo: '106021', lineNo: 10000, locationCode: '', ...overrides };
}

export function itemOf(overrides: Partial<ItemSupply> = {}): ItemSupply {
  return {
    itemNo: '1906-S',
    description: 'ATHENS Mobile Pedestal',
    kind: 'inventory',
    blocked: false,
    baseUnit: 'PCS',
    inventory: 6,
    unitPrice: 281.4,
    receipts: [orderOf(inDays(13), 40)],
    requirements: [],
    unitFactors: { PCS: 1 },
    missing: [],
    ...overrides,
  };
}

export function found(overrides: Partial<ItemSupply> = {}, readAt = now): ProductSupply {
  return { status: 'found', supply: itemOf(overrides), readAt };
}

export const noDetails: ItemDetails = { locations: [], substitutes: [], missing: [], readAt: now };

export const connection: BusinessCentralConnection = {
  odataUrl: 'https://bc.example/BC/ODataV4',
  company: 'CRONUS International Ltd.',
  authorization: { kind: 'accessKey', userName: 'SALES', webServiceAccessKey: 'not shown anywhere' },
  matchBy: 'coupling',
};

/** Sales with one document; `calls` tells what was asked. */
export function fakeSales(document: SalesDocument, overrides: Partial<Sales> = {}) {
  const calls: string[] = [];
  const noted =
    <Parameters extends readonly unknown[], Answer>(name: string, answer: (...given: Parameters) => Answer) =>
    (...given: Parameters): Answer => {
      calls.push(name);
      return answer(...given);
    };
  const products = new Map(
    document.lines.flatMap(({ product }) => (product === null ? [] : [[product.id, product] as const])),
  );
  const sales: Sales = {
    connection: noted('connection', overrides.connection ?? (() => Promise.resolve(connection))),
    document: noted('document', overrides.document ?? (() => Promise.resolve(document))),
    documentOfLine: noted('documentOfLine', overrides.documentOfLine ?? (() => Promise.resolve(document))),
    documentIdOfLine: noted(
      'documentIdOfLine',
      overrides.documentIdOfLine ?? (() => Promise.resolve(document.id)),
    ),
    product: noted(
      'product',
      overrides.product ??
        ((id: string) => Promise.resolve(products.get(id) ?? productOf(id.replace(/^id-/, '')))),
    ),
    unit: noted('unit', overrides.unit ?? (() => Promise.resolve(pieces))),
  };
  return { sales, calls };
}

export function documentOf(
  lines: readonly DocumentLine[],
  requestedDate: string | null = null,
): SalesDocument {
  return { id: 'document-1', requestedDate, lines };
}

/** A question to Business Central that the test answers when it likes. */
export interface PendingQuestion {
  readonly products: readonly RequestedProduct[];
  readonly options: SupplyOptions | undefined;
  readonly answer: (supply: ReadonlyMap<string, ProductSupply>) => void;
  readonly fail: (reason: Error) => void;
}

export type SupplyAnswer = (product: RequestedProduct) => ProductSupply;

/** Business Central that answers at once from `supplyOf`, or leaves every question to the test where that is null. */
export function fakeBusinessCentral(
  supplyOf: SupplyAnswer | null,
  overrides: Partial<Pick<Availability, 'detailsOf' | 'itemAddress'>> = {},
) {
  const questions: PendingQuestion[] = [];
  const businessCentral: Availability = {
    supplyOf: (products, options) =>
      new Promise((resolve, reject) => {
        questions.push({ products, options, answer: resolve, fail: reject });
        if (supplyOf !== null) {
          resolve(new Map(products.map((product) => [product.id, supplyOf(product)])));
        }
      }),
    detailsOf: overrides.detailsOf ?? (() => Promise.resolve(noDetails)),
    itemAddress: overrides.itemAddress ?? ((itemNo) => `https://bc.example/BC/?page=30&item=${itemNo}`),
  };
  return { businessCentral, questions };
}
