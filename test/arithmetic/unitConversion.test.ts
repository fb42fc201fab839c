import fc from 'fast-check';
import { roundQuantity, roundQuantityDown } from '../../businessCentral/availability/quantity';
import { baseUnitsPer } from '../../businessCentral/availability/unitConversion';

const factors = { PCS: 1, BAG: 48, SET: 0.005 };

describe('base units in one unit of a line', () => {
  it.each([
    ['no unit chosen is the base unit', null, 1],
    ['the base unit itself', { name: 'PCS', bases: [] }, 1],
    ['Business Central’s factor', { name: 'BAG', bases: [] }, 48],
    ['a factor below one', { name: 'SET', bases: [] }, 0.005],
    ['without regard to case and spaces', { name: ' bag ', bases: [] }, 48],
    [
      'Business Central’s factor before Dataverse’s',
      { name: 'BAG', bases: [{ name: 'PCS', quantity: 50 }] },
      48,
    ],
    [
      'Dataverse’s where Business Central has none',
      { name: 'CASE', bases: [{ name: 'PCS', quantity: 6 }] },
      6,
    ],
    [
      'Dataverse’s over a unit that Business Central knows',
      { name: 'PALLET', bases: [{ name: 'BAG', quantity: 10 }] },
      480,
    ],
    [
      'Dataverse’s in two steps, where Business Central knows only the smallest unit',
      {
        name: 'PALLET',
        bases: [
          { name: 'BOX', quantity: 40 },
          { name: 'PCS', quantity: 480 },
        ],
      },
      480,
    ],
    [
      'Dataverse’s nearest unit that Business Central knows',
      {
        name: 'PALLET',
        bases: [
          { name: 'BAG', quantity: 10 },
          { name: 'PCS', quantity: 500 },
        ],
      },
      480,
    ],
    ['neither: unknown', { name: 'CRATE', bases: [] }, null],
    [
      'neither: Dataverse’s base unit is not the item’s',
      { name: 'CRATE', bases: [{ name: 'KG', quantity: 5 }] },
      null,
    ],
    ['a factor of zero is none', { name: 'CASE', bases: [{ name: 'PCS', quantity: 0 }] }, null],
    ['a name of Object’s own is no unit', { name: 'constructor', bases: [] }, null],
  ])('%s', (_, unit, expected) => {
    expect(baseUnitsPer(unit, factors)).toBe(expected);
  });
});

describe('quantities have five decimals', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [1e9 + 0.1, 1_000_000_000.1],
    [-0.000001, 0],
    [2.5, 2.5],
  ])('%d is %d', (quantity, expected) => {
    expect(Object.is(roundQuantity(quantity), expected)).toBe(true);
  });

  it('promises never more than there is, and no less than five decimals can say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (pieces, perUnit) => {
          const promised = roundQuantityDown(pieces / perUnit);
          expect(promised).toBeLessThanOrEqual(pieces / perUnit + 1e-9);
          expect(promised).toBeGreaterThan(pieces / perUnit - 1.1e-5);
        },
      ),
    );
  });
});
