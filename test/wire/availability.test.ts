import { judgeLines } from '../../businessCentral/availability/judgeLines';
import type { ProductSupply, RequestedLine } from '../../businessCentral/availability/types';
import { daysAfter } from '../../sandbox/demoData/calendar';
import { scenarios } from '../../sandbox/demoData/scenarios';
import { bulkProducts, product, startCronus, today, type Cronus } from './cronus';

let cronus: Cronus;

beforeAll(async () => {
  cronus = await startCronus();
});
afterAll(() => cronus.server.close());
beforeEach(() => cronus.server.requests.clear());

function supplyIn(answer: ReadonlyMap<string, ProductSupply>, itemNo: string) {
  const found = answer.get(product(itemNo).id);
  if (found?.status !== 'found') {
    throw new Error(`${itemNo}: ${found?.status ?? 'no answer'}`);
  }
  return found.supply;
}

function requests(): string[] {
  return cronus.server.requests.all().map(({ method, parts }) => `${method} ${parts.length}`);
}

describe('every state of CRONUS', () => {
  const cases = scenarios.flatMap((scenario) =>
    scenario.quoteLines.map((line, index) => ({
      ...scenario,
      line,
      index,
      name: `${scenario.itemNo}, line ${index + 1}`,
    })),
  );

  it.each(cases)('$name is $line.state: $shows', async ({ itemNo, quoteLines, index, line }) => {
    const requested = product(itemNo);
    const lines: RequestedLine[] = quoteLines.map((each, number) => ({
      lineId: String(number),
      lineNumber: number + 1,
      title: itemNo,
      product: requested,
      writeIn: false,
      quantity: each.quantity,
      unit: { name: each.unitCode, bases: [] },
      requestedDate: each.requestedInDays === null ? null : daysAfter(today, each.requestedInDays),
      followsDocumentDate: false,
    }));
    const supply = await cronus.client().supplyOf([requested]);
    expect(judgeLines(lines, supply, today)[index]?.state).toBe(line.state);
  });
});

describe('what is known of an item', () => {
  it('is all in the base unit, orders in other units included', async () => {
    const supply = supplyIn(await cronus.client().supplyOf([product('WRB-1000')]), 'WRB-1000');
    expect(supply).toMatchObject({
      baseUnit: 'PCS',
      inventory: 100,
      kind: 'inventory',
      blocked: false,
      missing: [],
    });
    expect(supply.unitFactors).toMatchObject({ PCS: 1, BAG: 48 });
    expect(supply.receipts).toEqual([expect.objectContaining({ quantity: 96, date: daysAfter(today, 4) })]);
  });

  it('an item number with apostrophe, ampersand, per cent and hash finds exactly that item', async () => {
    const answer = await cronus.client().supplyOf([product("O'NEIL & 50% #1")]);
    expect(supplyIn(answer, "O'NEIL & 50% #1")).toMatchObject({ itemNo: "O'NEIL & 50% #1", inventory: 7 });
  });

  it('a company with an apostrophe, and one by its id, is asked like any other', async () => {
    const client = cronus.client({ company: "Director's Cut Ltd.", matchBy: 'number' });
    const answer = await client.supplyOf([product('1896-S')]);
    expect(answer.get(product('1896-S').id)?.status).toMatch(/found|notCoupled/);
  });

  it('by number: the product number is the item number, whatever its case', async () => {
    const client = cronus.client({ matchBy: 'number' });
    const lower = { ...product('1980-S'), number: ' 1980-s ' };
    const answer = await client.supplyOf([
      lower,
      { ...product('X'), number: 'NO-SUCH-ITEM' },
      { ...product('Y'), number: '' },
    ]);
    expect(supplyIn(answer, '1980-S').itemNo).toBe('1980-S');
    expect(answer.get(product('X').id)?.status).toBe('notCoupled');
    expect(answer.get(product('Y').id)?.status).toBe('notCoupled');
  });

  it('where the product number is not the item number, the coupling decides, at the price of a second request', async () => {
    const renamed = { ...product('1896-S'), number: '1908-S' };
    const answer = await cronus.client().supplyOf([renamed]);
    expect(supplyIn(answer, '1896-S')).toMatchObject({ itemNo: '1896-S', inventory: 500 });
    expect(cronus.server.requests.all()).toHaveLength(2);
  });
});

describe('few requests', () => {
  it('one product is one request', async () => {
    await cronus.client().supplyOf([product('1896-S')]);
    expect(requests()).toEqual(['POST 5']);
  });

  it('50 different products are one request, and every one is answered', async () => {
    const answer = await cronus.client().supplyOf(bulkProducts(50));
    expect(cronus.server.requests.all()).toHaveLength(1);
    expect([...answer.values()].every(({ status }) => status === 'found')).toBe(true);
  });

  it('1,000 different products are at most twelve requests', async () => {
    const answer = await cronus.client().supplyOf(bulkProducts(1000));
    expect(cronus.server.requests.all().length).toBeLessThanOrEqual(12);
    expect(answer.size).toBe(1000);
  });

  it('many items say the same as one by one', async () => {
    const some = bulkProducts(60);
    const together = await cronus.client().supplyOf(some);
    for (const each of some.slice(0, 24)) {
      const alone = await cronus.client().supplyOf([each]);
      const { unitFactors: ofMany, ...many } = supplyIn(together, each.number);
      const { unitFactors, ...one } = supplyIn(alone, each.number);
      expect(many).toEqual(one);
      expect(unitFactors).toMatchObject(ofMany);
    }
  });

  it('long lists are read item by item once they are known to be long', async () => {
    const client = cronus.client();
    await client.supplyOf(bulkProducts(36));
    const wholeListsAsked = () =>
      cronus.server.requests
        .all()
        .flatMap(({ parts }) => parts)
        .filter(({ url }) => url.includes('%24count') || url.includes('$count')).length;
    const first = wholeListsAsked();
    cronus.server.requests.clear();
    await client.supplyOf(bulkProducts(1000).slice(500, 536));
    expect(first).toBeGreaterThan(0);
    expect(wholeListsAsked()).toBeLessThanOrEqual(first);
  });

  it('the same question asked twice at once goes out once, and is remembered', async () => {
    const client = cronus.client();
    await Promise.all([client.supplyOf([product('1896-S')]), client.supplyOf([product('1896-S')])]);
    await client.supplyOf([product('1896-S')]);
    expect(cronus.server.requests.all()).toHaveLength(1);
    await client.supplyOf([product('1896-S')], { fresh: true });
    expect(cronus.server.requests.all()).toHaveLength(2);
  });
});

describe('details of an item', () => {
  const supplyOfItem = async (itemNo: string) =>
    supplyIn(await cronus.client().supplyOf([product(itemNo)]), itemNo);
  const expected = [
    ['EAST', 25],
    ['WEST', 20],
    ['', 10],
    ['MAIN', 5],
  ];

  it('stock by location', async () => {
    const details = await cronus.client().detailsOf(await supplyOfItem('1936-S'), false);
    expect(details.locations?.map(({ code, quantity }) => [code, quantity])).toEqual(expected);
    expect(details.locations?.[0]?.name).toBe('East Warehouse');
  });

  it('without the companion’s query, the item card is asked once a location, and says the same', async () => {
    cronus.server.unpublish('ItemStockByLocation');
    try {
      const details = await cronus.client().detailsOf(await supplyOfItem('1936-S'), false);
      expect(details.locations?.map(({ code, quantity }) => [code, quantity])).toEqual(expected);
    } finally {
      cronus.server.publish('ItemStockByLocation');
    }
  });

  it('substitutes come with their own supply', async () => {
    const details = await cronus.client().detailsOf(await supplyOfItem('1960-S'), true);
    expect(
      details.substitutes?.map(({ itemNo, interchangeable, conditional, supply }) => [
        itemNo,
        interchangeable,
        conditional,
        supply.status === 'found' ? supply.supply.inventory : supply.status,
      ]),
    ).toEqual([
      ['1964-S', true, false, 50],
      ['1936-S', false, true, 60],
    ]);
  });
});
