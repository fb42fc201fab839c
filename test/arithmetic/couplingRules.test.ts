import * as fc from 'fast-check';
import { compareFields } from '../../businessCentral/coupling/compareFields';
import { mappedFieldNames, mappedRecords } from '../../businessCentral/coupling/mappedFields';
import { offeredActions } from '../../businessCentral/coupling/offeredActions';
import { couplableTables, pairs, pairsOf, type RecordKind } from '../../businessCentral/coupling/pairs';
import { uncoupledPrerequisites } from '../../businessCentral/coupling/prerequisites';
import type {
  ComparedField,
  Mapping,
  MappingDirection,
  Prerequisite,
} from '../../businessCentral/coupling/types';

function pairOf(kind: RecordKind) {
  return pairs.find((pair) => pair.kind === kind)!;
}

function mapping(direction: MappingDirection, dependsOn: readonly string[] = []): Mapping {
  return { name: 'CUSTOMER', direction, onlyCoupledRecords: true, dependsOn };
}

describe('what is offered follows the mapping', () => {
  it.each<[MappingDirection, readonly string[], readonly string[], boolean]>([
    ['bidirectional', ['toSales', 'fromSales'], ['toSales', 'fromSales', 'none'], true],
    ['toSales', ['toSales'], ['toSales', 'none'], false],
    ['fromSales', ['fromSales'], ['fromSales', 'none'], true],
  ])('%s', (direction, synchronize, afterCoupling, create) => {
    const customer = pairOf('customer');
    expect(offeredActions(customer, mapping(direction), true, true)).toEqual({
      couple: false,
      afterCoupling: [],
      create: false,
      synchronize,
      uncouple: true,
    });
    expect(offeredActions(customer, mapping(direction), false, true)).toEqual({
      couple: true,
      afterCoupling,
      create,
      synchronize: [],
      uncouple: false,
    });
  });

  it('where the mapping could not be read, Business Central itself refuses what does not go', () => {
    expect(offeredActions(pairOf('customer'), null, true, true).synchronize).toEqual([
      'toSales',
      'fromSales',
    ]);
  });

  it('records that Business Central makes of no row of Sales are not created from it', () => {
    expect(offeredActions(pairOf('currency'), mapping('bidirectional'), false, true).create).toBe(false);
  });

  it('posted invoices are only opened', () => {
    const offers = [true, false].map((isCoupled) =>
      offeredActions(pairOf('postedSalesInvoice'), mapping('toSales'), isCoupled, true),
    );
    for (const { couple, create, uncouple, synchronize } of offers) {
      expect([couple, create, uncouple, ...synchronize]).toEqual([false, false, false]);
    }
  });

  it('who may not change couplings is offered nothing, whatever the mapping', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.constantFrom<MappingDirection>('bidirectional', 'toSales', 'fromSales'),
        fc.boolean(),
        (pair, direction, isCoupled) => {
          const { afterCoupling, synchronize, ...flags } = offeredActions(
            pair,
            mapping(direction),
            isCoupled,
            false,
          );
          expect([...afterCoupling, ...synchronize, ...Object.values(flags).filter(Boolean)]).toEqual([]);
        },
      ),
    );
  });
});

describe('prerequisites', () => {
  const owner = needed('owner', 'o', 'Jim');
  const euro = needed('currency', 'e', 'EUR');
  const pound = needed('currency', 'p', 'gbp');

  function needed(part: Prerequisite['part'], id: string, name: string): Prerequisite {
    return { part, record: { table: part === 'owner' ? 'systemuser' : 'transactioncurrency', id }, name };
  }

  it.each<[string, readonly string[], Mapping | null, string | null, readonly Prerequisite[]]>([
    ['none is coupled', [], null, null, [owner, euro, pound]],
    ['one is coupled', ['e'], null, null, [owner, pound]],
    ['the local currency is no record and needs no coupling', [], null, 'GBP', [owner, euro]],
    [
      'in the ownership model Team owners are no salespeople',
      [],
      mapping('bidirectional', ['CURRENCY']),
      null,
      [euro, pound],
    ],
    [
      'in the ownership model Person they are',
      [],
      mapping('bidirectional', ['SALESPEOPLE', 'CURRENCY']),
      null,
      [owner, euro, pound],
    ],
  ])('%s', (_, coupled, ownerMapping, localCurrency, left) => {
    expect(
      uncoupledPrerequisites([owner, euro, pound], {
        coupledIds: new Set(coupled),
        ownerMapping,
        localCurrency,
      }),
    ).toEqual(left);
  });
});

describe('fields side by side', () => {
  function field(businessCentral: string | number | null, decimals: number | null = null): ComparedField {
    return { field: 'name', direction: 'bidirectional', decimals, isComparable: true, businessCentral };
  }

  it.each<[string, ComparedField, string | number | null, boolean]>([
    ['the same text', field('Adatum'), 'Adatum', true],
    ['blanks around it do not count', field('Adatum '), ' Adatum', true],
    ['upper and lower case do', field('ADATUM'), 'Adatum', false],
    ['an empty text is no value', field(''), null, true],
    ['a text against none', field('Adatum'), null, false],
    ['the same number', field(10, 2), 10, true],
    ['within the decimals', field(10.004, 2), 10, true],
    ['beyond the decimals', field(10.01, 2), 10, false],
    ['a number of zero against none', field(0, 2), null, true],
    ['composed and decomposed letters', field('Ha\u0308ggstro\u0308m'), 'Häggström', true],
    ['right to left', field('חברה'), 'חברה', true],
    ['markup is text', field('<b>Adatum</b>'), '<b>Adatum</b>', true],
  ])('%s', (_, inBusinessCentral, inSales, isEqual) => {
    expect(compareFields([inBusinessCentral], { name: inSales })).toEqual([
      expect.objectContaining({ isEqual, wins: 'either' }),
    ]);
  });

  it('a negative inventory is zero in Sales', () => {
    const inventory: ComparedField = {
      field: 'inventory',
      direction: 'toSales',
      decimals: 5,
      isComparable: true,
      businessCentral: -3,
    };
    expect(compareFields([inventory], { inventory: 0 })[0]).toMatchObject({
      isEqual: true,
      wins: 'businessCentral',
      businessCentral: -3,
    });
  });

  it('words of two different systems are neither equal nor different', () => {
    const code = { ...field('JO'), isComparable: false };
    expect(compareFields([code], { name: 'Jim Olive' })[0]?.isEqual).toBeNull();
  });

  it('a field that Sales does not give is left out', () => {
    expect(compareFields([field('Adatum')], {})).toEqual([]);
  });

  it('every value equals itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(null)), (value) => {
        expect(compareFields([field(value)], { name: value })[0]?.isEqual).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(compareFields([field(value, 5)], { name: value })[0]?.isEqual).toBe(true);
      }),
    );
  });
});

describe('the tables of pairs and fields', () => {
  it('have a pair for every table, and a place for every kind', () => {
    expect(couplableTables.filter((table) => pairsOf(table).length === 0)).toEqual([]);
    expect(Object.keys(mappedRecords).sort()).toEqual([...new Set(pairs.map(({ kind }) => kind))].sort());
  });

  it('use every field name, and each once for a record', () => {
    const used = Object.values(mappedRecords).map((mapped) =>
      mapped === null ? [] : [...mapped.fields.map(({ field }) => field), ...mapped.left],
    );
    expect(used.filter((names) => new Set(names).size < names.length)).toEqual([]);
    expect(mappedFieldNames.filter((name) => !used.flat().includes(name))).toEqual([]);
  });

  it('take a number in the same column for the same field, whatever the pair of a table', () => {
    for (const table of couplableTables) {
      const columns = new Map<string, string>();
      for (const { field, column } of pairsOf(table).flatMap(
        ({ kind }) => mappedRecords[kind]?.fields ?? [],
      )) {
        expect(columns.get(field) ?? column).toBe(column);
        columns.set(field, column);
      }
    }
  });
});
