import { BusinessCentralError } from '../errors';
import type { ItemCard } from './itemCards';
import type { ItemFacts } from './itemFacts';
import type { RowsOfItem } from './itemRows';
import type { ItemUnit } from './itemUnits';
import type { OpenOrderLine } from './openOrderLines';
import { roundQuantity } from './quantity';
import type { MissingPart } from '../missingParts';
import type { DatedQuantity, ItemSupply } from './types';
import { unitCode } from './unitConversion';

/** What the coupling already says of an item; used where the item card did not come. */
export interface KnownOfItem {
  readonly baseUnit: string;
  readonly inventory: number | null;
  /** Fields of the coupling that this version of Business Central lacks. */
  readonly missing: readonly MissingPart[];
}

/**
 * Puts together what the services said of one item.
 * @param coupled what its coupling says; null where items are matched by number
 * @returns null where there is no such item
 */
export function itemSupply(itemNo: string, facts: ItemFacts, coupled: KnownOfItem | null): ItemSupply | null {
  const cards = facts.ItemCard.of(itemNo);
  const card = cards.known ? cards.rows[0] : undefined;
  if (cards.known && card === undefined) {
    return null;
  }
  const baseUnit = cardOr(card, 'baseUnit', '') || (coupled?.baseUnit ?? '');
  const units = facts.ItemUnitsOfMeasure.of(itemNo);
  const unitFactors = factorsOf(baseUnit, units);
  const receipts = inBaseUnit(facts.PurchaseLines.of(itemNo), unitFactors);
  const requirements = inBaseUnit(facts.SalesLines.of(itemNo), unitFactors);
  return {
    itemNo: card?.itemNo ?? itemNo,
    description: cardOr(card, 'description', ''),
    kind: cardOr(card, 'kind', null),
    blocked: cardOr(card, 'blocked', null),
    baseUnit,
    inventory: card?.inventory ?? coupled?.inventory ?? null,
    unitPrice: cardOr(card, 'unitPrice', null),
    receipts: receipts.known ? receipts.rows : null,
    requirements: requirements.known ? requirements.rows : null,
    unitFactors,
    missing: [
      ...missingPart('ItemCard', cards),
      ...missingPart('PurchaseLines', receipts),
      ...missingPart('SalesLines', requirements),
      ...missingPart('ItemUnitsOfMeasure', units),
      ...facts.missingFields,
      ...(coupled?.missing ?? []),
    ],
  };
}

function cardOr<Key extends keyof ItemCard, Fallback>(
  card: ItemCard | undefined,
  key: Key,
  fallback: Fallback,
) {
  return card === undefined ? fallback : card[key];
}

function missingPart(service: MissingPart['service'], part: RowsOfItem<unknown>): MissingPart[] {
  return part.known ? [] : [{ service, error: part.error }];
}

function factorsOf(baseUnit: string, units: RowsOfItem<ItemUnit>): Record<string, number> {
  const given = units.known ? units.rows.map(({ code, factor }) => [unitCode(code), factor] as const) : [];
  return Object.fromEntries([...given, [unitCode(baseUnit), 1] as const]);
}

/**
 * Order lines in the base unit. One line in a unit that does not convert makes the whole list unknown: leaving it out
 * would promise what is already promised to somebody else.
 */
function inBaseUnit(
  lines: RowsOfItem<OpenOrderLine>,
  unitFactors: Readonly<Record<string, number>>,
): RowsOfItem<DatedQuantity> {
  if (!lines.known) {
    return lines;
  }
  const rows: DatedQuantity[] = [];
  for (const { unit, outstanding, ...line } of lines.rows) {
    const factor = unit === '' ? 1 : unitFactors[unitCode(unit)];
    if (factor === undefined) {
      return {
        known: false,
        error: new BusinessCentralError('unreadableAnswer', { service: 'ItemUnitsOfMeasure' }),
      };
    }
    const { date, reserved, documentNo, lineNo, locationCode } = line;
    rows.push({
      date,
      quantity: roundQuantity(outstanding * factor),
      reserved,
      documentNo,
      lineNo,
      locationCode,
    });
  }
  return { known: true, rows };
}
