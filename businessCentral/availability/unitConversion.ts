import type { RequestedUnit } from './types';

/**
 * Base units of measure in one unit of a line.
 *
 * Business Central's factor (Item Unit of Measure, table 5404) decides. Where it has none for the unit, Dataverse's
 * unit group is taken: the nearest of its smaller units that Business Central knows for the item.
 * @param unit the line's unit; null: none chosen, taken as the base unit
 * @param unitFactors base units per unit, by unit code in upper case
 * @returns null where neither side converts
 */
export function baseUnitsPer(
  unit: RequestedUnit | null,
  unitFactors: Readonly<Record<string, number>>,
): number | null {
  if (unit === null) {
    return 1;
  }
  const own = factorOf(unit.name, unitFactors);
  if (own !== null) {
    return own;
  }
  for (const { name, quantity } of unit.bases) {
    const base = factorOf(name, unitFactors);
    if (base !== null && isFactor(quantity)) {
      return base * quantity;
    }
  }
  return null;
}

/** Unit codes are Code[10] in Business Central: upper case, without spaces around. */
export function unitCode(name: string): string {
  return name.trim().toUpperCase();
}

function factorOf(name: string, unitFactors: Readonly<Record<string, number>>): number | null {
  const code = unitCode(name);
  const factor = Object.prototype.hasOwnProperty.call(unitFactors, code) ? unitFactors[code] : undefined;
  return factor !== undefined && isFactor(factor) ? factor : null;
}

function isFactor(factor: number): boolean {
  return Number.isFinite(factor) && factor > 0;
}
