import fc from 'fast-check';
import { judgeLines } from '../../businessCentral/availability/judgeLines';
import type { ItemSupply, LineAvailability, RequestedLine } from '../../businessCentral/availability/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { entry, found, lineOf, productId, supplies, supplyOf } from './supplies';

const today = '2026-11-20';

function judge(line: Partial<RequestedLine>, supply: Partial<ItemSupply>): LineAvailability {
  const [answer] = judgeLines([lineOf(line)], supplies(found(supplyOf(supply))), today);
  if (answer === undefined) {
    throw new Error('A line has an answer');
  }
  return answer;
}

describe('the state of a line', () => {
  it.each<[string, Partial<RequestedLine>, Partial<ItemSupply>, Partial<LineAvailability>]>([
    [
      'available: enough on hand',
      {},
      { inventory: 10 },
      { state: 'available', deliverable: 10, atpDate: today },
    ],
    [
      'available on a later date: the receipt comes in time',
      { requestedDate: '2026-12-05' },
      { inventory: 0, receipts: [entry('2026-12-03', 10)] },
      { state: 'available', date: '2026-12-05', atpDate: '2026-12-05', deliverable: 10 },
    ],
    [
      'partly available: the rest with a receipt',
      {},
      { inventory: 6, receipts: [entry('2026-12-03', 40)] },
      { state: 'partlyAvailable', deliverable: 6, atpDate: '2026-12-03', balance: 6 },
    ],
    [
      'partly available: nothing expected for the rest',
      {},
      { inventory: 6 },
      { state: 'partlyAvailable', deliverable: 6, atpDate: null, later: null },
    ],
    [
      'partly available: what a later shipment needs is not promised',
      { requestedDate: '2026-11-25' },
      { inventory: 50, requirements: [entry('2026-12-10', 45)], receipts: [entry('2026-12-20', 100)] },
      { state: 'partlyAvailable', deliverable: 5, balance: 5, atpDate: '2026-12-20' },
    ],
    [
      'expected: nothing now, all with a receipt',
      { quantity: 8 },
      { inventory: 0, receipts: [entry('2026-11-29', 30)] },
      { state: 'expected', deliverable: 0, atpDate: '2026-11-29' },
    ],
    [
      'short: nothing expected',
      {},
      { inventory: 0 },
      { state: 'short', deliverable: 0, atpDate: null, later: null },
    ],
    [
      'short: an undated receipt promises nothing',
      {},
      { inventory: 0, receipts: [entry(null, 25)] },
      { state: 'short', atpDate: null, later: null },
    ],
    [
      'short, with what comes at least',
      { quantity: 5 },
      { inventory: -3, receipts: [entry('2026-12-11', 5)] },
      {
        state: 'short',
        balance: -3,
        inventory: -3,
        deliverable: 0,
        later: { quantity: 2, date: '2026-12-11' },
      },
    ],
    [
      'short: overdue shipments take what is on hand',
      { quantity: 4 },
      { inventory: 3, requirements: [entry('2026-11-15', 20)] },
      { state: 'short', balance: -17, inventory: 3 },
    ],
    ['not stocked: service', {}, { kind: 'service', inventory: 0 }, { state: 'notStocked', inventory: null }],
    ['not stocked: non-inventory', {}, { kind: 'nonInventory' }, { state: 'notStocked' }],
    ['blocked, however much there is', {}, { blocked: true, inventory: 500 }, { state: 'blocked' }],
    [
      'a requested date in the past is today',
      { requestedDate: '2026-01-01' },
      { inventory: 10 },
      { date: today },
    ],
    [
      'unknown: quantity zero',
      { quantity: 0 },
      { inventory: 7 },
      { state: 'unknown', reason: 'noQuantity', balance: 7 },
    ],
    [
      'unknown: negative quantity',
      { quantity: -2 },
      { inventory: 7 },
      { state: 'unknown', reason: 'noQuantity' },
    ],
    [
      'unknown: no quantity',
      { quantity: null },
      { inventory: 7 },
      { state: 'unknown', reason: 'noQuantity' },
    ],
    [
      'unknown: a unit that nobody converts; the quantities are shown in the base unit',
      { unit: { name: 'CRATE', bases: [] } },
      { inventory: 12 },
      {
        state: 'unknown',
        reason: 'unitNotConvertible',
        unit: 'PCS',
        balance: 12,
        inventory: 12,
        quantity: 10,
      },
    ],
    [
      'in the line’s own unit',
      { quantity: 3, unit: { name: 'BOX', bases: [] } },
      { inventory: 30, receipts: [entry('2026-12-01', 6)] },
      {
        state: 'partlyAvailable',
        unit: 'BOX',
        deliverable: 2,
        atpDate: '2026-12-01',
        inventory: 30,
        baseUnit: 'PCS',
      },
    ],
    [
      'a very large quantity',
      { quantity: 1e9 },
      { inventory: 500 },
      { state: 'partlyAvailable', deliverable: 500 },
    ],
    [
      'a quantity with decimals',
      { quantity: 2.5 },
      { inventory: 2.5 },
      { state: 'available', deliverable: 2.5 },
    ],
    [
      'unknown: inventory did not come',
      {},
      { inventory: null },
      { state: 'unknown', reason: 'incomplete', inventory: null, deliverable: null },
    ],
    [
      'unknown: shipments did not come',
      {},
      { inventory: 500, requirements: null },
      { state: 'unknown', reason: 'incomplete', inventory: 500 },
    ],
    [
      'unknown: the item card did not come',
      {},
      { inventory: 500, kind: null, blocked: null },
      { state: 'unknown', reason: 'incomplete' },
    ],
    [
      'available although receipts did not come: they could only help',
      {},
      { inventory: 10, receipts: null },
      { state: 'available' },
    ],
    [
      'unknown: too little, and receipts did not come',
      {},
      { inventory: 6, receipts: null },
      { state: 'unknown', reason: 'incomplete', deliverable: 6, atpDate: null },
    ],
  ])('%s', (_, line, supply, expected) => {
    expect(judge(line, supply)).toMatchObject(expected);
  });

  it.each([
    ['not coupled', { status: 'notCoupled', readAt: 0 }, { state: 'notCoupled' }],
    ['item deleted', { status: 'itemDeleted', readAt: 0 }, { state: 'unknown', reason: 'itemDeleted' }],
    [
      'failed',
      { status: 'failed', readAt: 0, error: new BusinessCentralError('timeout') },
      { state: 'unknown', reason: 'failed', error: { code: 'timeout' } },
    ],
  ] as const)('%s, and no figure is shown', (_, product, expected) => {
    const [answer] = judgeLines([lineOf()], supplies(product), today);
    expect(answer).toMatchObject({ ...expected, inventory: null, deliverable: null, balance: null });
  });

  it('a write-in product has no item', () => {
    const [answer] = judgeLines([lineOf({ product: null, writeIn: true })], new Map(), today);
    expect(answer).toMatchObject({ state: 'writeIn' });
  });

  it('a line without a product is unknown, and so is one that was not read yet', () => {
    const [none, unread] = judgeLines(
      [lineOf({ product: null }), lineOf({ lineId: 'unread' })],
      new Map(),
      today,
    );
    expect(none).toMatchObject({ state: 'unknown', reason: 'noProduct' });
    expect(unread).toMatchObject({ state: 'unknown', reason: 'notRead' });
  });
});

describe('lines of one document that ask for the same item', () => {
  const of = (...lines: Partial<RequestedLine>[]) =>
    lines.map((line, index) => lineOf({ lineId: String(index), lineNumber: index + 1, ...line }));
  const states = (lines: RequestedLine[], supply: Partial<ItemSupply>) =>
    judgeLines(lines, supplies(found(supplyOf(supply))), today).map(({ state, deliverable }) => [
      state,
      deliverable,
    ]);

  it('reduce each other in the order of their line numbers', () => {
    expect(states(of({ quantity: 15 }, { quantity: 10 }), { inventory: 20 })).toEqual([
      ['available', 15],
      ['partlyAvailable', 5],
    ]);
  });

  it('let the earlier requested date go first, whatever the line number', () => {
    const lines = of(
      { quantity: 15, requestedDate: '2026-12-24' },
      { quantity: 10, requestedDate: '2026-12-01' },
    );
    expect(states(lines, { inventory: 20 })).toEqual([
      ['partlyAvailable', 10],
      ['available', 10],
    ]);
  });

  it('let the request that is overdue longer go first, though both count today', () => {
    const lines = of({ quantity: 10 }, { quantity: 10, requestedDate: '2026-11-01' });
    expect(states(lines, { inventory: 10 })).toEqual([
      ['short', 0],
      ['available', 10],
    ]);
  });

  it('reduce each other across units', () => {
    const lines = of({ quantity: 1, unit: { name: 'BOX', bases: [] } }, { quantity: 10 });
    expect(states(lines, { inventory: 20 })).toEqual([
      ['available', 1],
      ['partlyAvailable', 8],
    ]);
  });

  it('take nothing where their own quantity is not known', () => {
    const lines = of({ quantity: 5, unit: { name: 'CRATE', bases: [] } }, { quantity: -5 }, { quantity: 20 });
    expect(states(lines, { inventory: 20 })[2]).toEqual(['available', 20]);
  });

  it('also where two products lead to the same item', () => {
    const other = '22222222-2222-5222-8222-222222222222';
    const supply = found(supplyOf({ inventory: 20 }));
    const lines = of({ quantity: 15 }, { quantity: 10, product: { id: other, number: 'X', name: '' } });
    const answers = judgeLines(
      lines,
      new Map([
        [productId, supply],
        [other, supply],
      ]),
      today,
    );
    expect(answers.map(({ deliverable }) => deliverable)).toEqual([15, 5]);
  });

  it('never promise together more than there is, and answer in the order they were given', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      requestedDate: fc.constantFrom(null, '2026-11-01', '2026-11-28', '2026-12-20'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.integer({ min: -20, max: 120 }),
        (parts, inventory) => {
          const lines = of(...parts);
          const answers = judgeLines(lines, supplies(found(supplyOf({ inventory }))), today);
          const promised = answers.reduce((sum, { deliverable }) => sum + (deliverable ?? 0), 0);
          expect(promised).toBeLessThanOrEqual(Math.max(0, inventory));
          expect(answers.map(({ lineId }) => lineId)).toEqual(lines.map(({ lineId }) => lineId));
        },
      ),
    );
  });
});
