import { unconvertibleUnit } from '../../demoData/scenarios';
import type { UnitGroup } from '../../demoData/unitGroups';
import type { Row } from '../rows/row';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';

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
