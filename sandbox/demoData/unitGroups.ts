import { demoItems, demoItemUnits } from './demoData';
import type { DemoItemUnit } from './records';

/** Units of one item: the base unit, and how many of it each other unit holds. */
export interface UnitGroup {
  /** Such as `PCS, SET of 4`. */
  readonly name: string;
  readonly baseUnit: string;
  readonly others: readonly { readonly code: string; readonly quantity: number }[];
}

/**
 * The unit group of every item. Sales wants all units of a product in one group, so items with the same units share
 * one (Business Central's unit group mapping makes one for each item).
 */
const groupsByItem: ReadonlyMap<string, UnitGroup> = groupedUnits();

/** The unit group of an item. @throws Error for an item that the demo does not have */
export function unitGroupOf(itemNo: string): UnitGroup {
  const group = groupsByItem.get(itemNo);
  if (!group) {
    throw new Error(`The demo has no item ${itemNo}.`);
  }
  return group;
}

function groupedUnits(): ReadonlyMap<string, UnitGroup> {
  const units = new Map<string, DemoItemUnit[]>();
  for (const unit of demoItemUnits) {
    units.set(unit.Item_No, [...(units.get(unit.Item_No) ?? []), unit]);
  }
  return new Map(
    demoItems.map((item) => [item.No, groupWith(item.Base_Unit_of_Measure, units.get(item.No) ?? [])]),
  );
}

function groupWith(baseUnit: string, units: readonly DemoItemUnit[]): UnitGroup {
  const others = units
    .filter((unit) => unit.Code !== baseUnit)
    .map((unit) => ({ code: unit.Code, quantity: unit.Qty_per_Unit_of_Measure }))
    .sort((one, other) => one.code.localeCompare(other.code));
  const name = [baseUnit, ...others.map(({ code, quantity }) => `${code} of ${quantity}`)].join(', ');
  return { name, baseUnit, others };
}
