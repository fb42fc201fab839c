import fc from 'fast-check';
import {
  availableFrom,
  availableToPromiseDate,
  finalBalance,
} from '../../businessCentral/availability/availableToPromise';
import { balanceOf } from '../../businessCentral/availability/projectedBalance';
import { entry, supplyOf } from './supplies';

const today = '2026-11-20';

describe('projected available balance = inventory + scheduled receipts − gross requirements', () => {
  it.each([
    ['nothing open: the inventory stays', 7, [], [], [['2026-11-20', 7]]],
    [
      'a receipt raises it on its day',
      6,
      [entry('2026-12-03', 40)],
      [],
      [
        ['2026-11-20', 6],
        ['2026-12-03', 46],
      ],
    ],
    [
      'a shipment lowers it on its day',
      6,
      [],
      [entry('2026-12-03', 4)],
      [
        ['2026-11-20', 6],
        ['2026-12-03', 2],
      ],
    ],
    ['an overdue shipment counts today', 3, [], [entry('2026-11-15', 20)], [['2026-11-20', -17]]],
    ['an overdue receipt counts today', 3, [entry('2026-11-15', 20)], [], [['2026-11-20', 23]]],
    ['a shipment without a date counts today', 3, [], [entry(null, 2)], [['2026-11-20', 1]]],
    ['a receipt without a date promises nothing', 0, [entry(null, 25)], [], [['2026-11-20', 0]]],
    [
      'negative inventory stays negative',
      -3,
      [entry('2026-12-11', 5)],
      [],
      [
        ['2026-11-20', -3],
        ['2026-12-11', 2],
      ],
    ],
    [
      'one day is one step, whatever happens on it',
      10,
      [entry('2026-12-01', 5), entry('2026-12-01', 1)],
      [entry('2026-12-01', 8)],
      [
        ['2026-11-20', 10],
        ['2026-12-01', 8],
      ],
    ],
    [
      'decimals add up as a person adds them',
      0.1,
      [entry('2026-12-01', 0.2)],
      [],
      [
        ['2026-11-20', 0.1],
        ['2026-12-01', 0.3],
      ],
    ],
  ] as const)('%s', (_, inventory, receipts, requirements, steps) => {
    const balance = balanceOf(supplyOf({ inventory, receipts, requirements }), today);
    expect(balance.map((step) => [step.date, step.balance])).toEqual(steps);
  });

  it('names what changed it on each day', () => {
    const [receipt, requirement] = [entry('2026-12-01', 5), entry('2026-12-01', 2)];
    const steps = balanceOf(supplyOf({ receipts: [receipt], requirements: [requirement] }), today);
    expect(steps[1]).toEqual({
      date: '2026-12-01',
      balance: 3,
      receipts: [receipt],
      requirements: [requirement],
    });
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((offset) => {
  const date = new Date(Date.UTC(2026, 10, 10 + offset));
  return date.toISOString().slice(0, 10);
});
const entries = fc
  .array(fc.tuple(fc.option(day, { freq: 6 }), fc.integer({ min: 1, max: 100 })), { maxLength: 12 })
  .map((list) => list.map(([date, quantity]) => entry(date, quantity)));
const items = fc.record({
  inventory: fc.integer({ min: -100, max: 200 }),
  receipts: entries,
  requirements: entries,
});

/** The definition read literally: the balance of every single day, from today to the end of all orders. */
function dailyBalances({
  inventory,
  receipts,
  requirements,
}: ReturnType<typeof supplyOf>): [string, number][] {
  const result: [string, number][] = [];
  for (let offset = 10; offset <= 75; offset += 1) {
    const date = new Date(Date.UTC(2026, 10, 10 + offset)).toISOString().slice(0, 10);
    const comes = (receipts ?? []).filter((each) => each.date !== null && each.date <= date);
    const goes = (requirements ?? []).filter((each) => each.date === null || each.date <= date);
    const sum = (list: typeof comes) => list.reduce((total, each) => total + each.quantity, 0);
    result.push([date, (inventory ?? 0) + sum(comes) - sum(goes)]);
  }
  return result;
}

describe('available to promise, against the definition read day by day', () => {
  it('is the first day from which the balance never again falls below the quantity', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 150 }), day, (parts, quantity, requested) => {
        const supply = supplyOf(parts);
        const earliest = requested < today ? today : requested;
        const daily = dailyBalances(supply).filter(([date]) => date >= earliest);
        const expected = daily.find((_, index) =>
          daily.slice(index).every(([, balance]) => balance >= quantity),
        );
        expect(availableToPromiseDate(balanceOf(supply, today), quantity, earliest)).toBe(
          expected?.[0] ?? null,
        );
      }),
    );
  });

  it('can take from a day on what no later day needs', () => {
    fc.assert(
      fc.property(items, day, (parts, requested) => {
        const supply = supplyOf(parts);
        const from = requested < today ? today : requested;
        const later = dailyBalances(supply).filter(([date]) => date >= from);
        expect(availableFrom(balanceOf(supply, today), from)).toBe(
          Math.min(...later.map(([, balance]) => balance)),
        );
      }),
    );
  });

  it('never comes earlier for a larger quantity', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 50 }),
        (parts, quantity, more) => {
          const steps = balanceOf(supplyOf(parts), today);
          const less = availableToPromiseDate(steps, quantity, today);
          const larger = availableToPromiseDate(steps, quantity + more, today);
          expect(larger === null || (less !== null && larger >= less)).toBe(true);
        },
      ),
    );
  });

  it('ends with everything that is dated', () => {
    fc.assert(
      fc.property(items, (parts) => {
        const supply = supplyOf(parts);
        const daily = dailyBalances(supply);
        expect(finalBalance(balanceOf(supply, today))).toBe(daily[daily.length - 1]?.[1]);
      }),
    );
  });
});
