import type {
  DatedQuantity,
  ItemSupply,
  ProductSupply,
  RequestedLine,
  SupplyByProduct,
} from '../../businessCentral/availability/types';

/** An open order line; only what a case is about need be said. */
export function entry(date: string | null, quantity: number): DatedQuantity {
  return { date, quantity, reserved: 0, documentNo: '106001', lineNo: 10000, locationCode: '' };
}

/** An item in PCS with nothing on hand, nothing coming and nothing going. */
export function supplyOf(parts: Partial<ItemSupply> = {}): ItemSupply {
  return {
    itemNo: '1896-S',
    description: 'ATHENS Desk',
    kind: 'inventory',
    blocked: false,
    baseUnit: 'PCS',
    inventory: 0,
    unitPrice: 649.4,
    receipts: [],
    requirements: [],
    unitFactors: { PCS: 1, BOX: 12 },
    missing: [],
    ...parts,
  };
}

export const productId = '11111111-1111-5111-8111-111111111111';

/** A line that asks for ten PCS of the one product, today. */
export function lineOf(parts: Partial<RequestedLine> = {}): RequestedLine {
  return {
    lineId: 'line',
    lineNumber: 1,
    title: 'ATHENS Desk',
    product: { id: productId, number: '1896-S', name: 'ATHENS Desk' },
    writeIn: false,
    quantity: 10,
    unit: { name: 'PCS', bases: [] },
    requestedDate: null,
    ...parts,
  };
}

export function found(supply: ItemSupply): ProductSupply {
  return { status: 'found', supply, readAt: 0 };
}

export function supplies(supply: ProductSupply): SupplyByProduct {
  return new Map([[productId, supply]]);
}
