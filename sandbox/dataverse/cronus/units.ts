import { demoItems, demoItemUnits } from '../../demoData/demoData';
import type { DemoItemUnit } from '../../demoData/records';
import { unconvertibleUnit } from '../../demoData/scenarios';
import type { Row } from '../rows/row';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

/** Units of one item: the base unit, and how many of it each other unit holds. */
interface UnitGroup {
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

/** Key of a unit: its group and its code. */
export function unitKey(group: UnitGroup, code: string): string {
  return `${group.name}/${code}`;
}

/** The unit of another group that nothing converts. */
export const crateGroup: UnitGroup = { name: unconvertibleUnit, baseUnit: unconvertibleUnit, others: [] };

export function seedUnits(seeding: Seeding, groups: readonly UnitGroup[]): void {
  const distinct = new Map([...groups, crateGroup].map((group) => [group.name, group]));
  seedRows(
    seeding,
    'uomschedule',
    [...distinct.values()].map(({ name, baseUnit }) => [name, { name, baseuomname: baseUnit }]),
  );
  seedRows(seeding, 'uom', [...distinct.values()].flatMap(unitRows));
}

function unitRows(group: UnitGroup): readonly (readonly [string, Row])[] {
  const schedule = referTo('uomschedule', group.name);
  const base = referTo('uom', unitKey(group, group.baseUnit));
  return [
    [
      unitKey(group, group.baseUnit),
      { name: group.baseUnit, uomscheduleid: schedule, quantity: 1, baseuom: null, isschedulebaseuom: true },
    ],
    ...group.others.map(
      ({ code, quantity }) =>
        [
          unitKey(group, code),
          { name: code, uomscheduleid: schedule, quantity, baseuom: base, isschedulebaseuom: false },
        ] as const,
    ),
  ];
}
