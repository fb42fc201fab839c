import type { BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { ServiceName } from '../../businessCentral/connection';
import type { Fault } from '../../sandbox/businessCentral/faults/faultKinds';
import { bulkProducts, product, startCronus, webServiceAccessKey, type Cronus } from './cronus';

let cronus: Cronus;

beforeAll(async () => {
  cronus = await startCronus();
});
afterAll(() => cronus.server.close());
beforeEach(() => {
  cronus.server.faults.clear();
  cronus.server.requests.clear();
});

/** A client that does not wait between attempts. */
function impatient(cronusNow = cronus) {
  return cronusNow.client({}, { clock: { now: () => Date.now(), pause: () => Promise.resolve() } });
}

async function failure(question: Promise<unknown>): Promise<{ code: string; text: string }> {
  try {
    await question;
  } catch (error) {
    return { code: (error as { code: string }).code, text: `${String(error)} ${JSON.stringify(error)}` };
  }
  throw new Error('It did not fail');
}

describe('what goes wrong on the way', () => {
  it.each<[string, Fault, BusinessCentralErrorCode, number]>([
    ['wrong credentials', { kind: 'unauthorized' }, 'wrongCredentials', 1],
    ['nothing at the address', { kind: 'notFound' }, 'notBusinessCentral', 1],
    ['too many requests', { kind: 'tooManyRequests' }, 'tooManyRequests', 3],
    ['unavailable', { kind: 'unavailable' }, 'unavailable', 3],
    [
      'unavailable, with a senseless Retry-After',
      { kind: 'unavailable', retryAfter: { form: 'garbage' } },
      'unavailable',
      3,
    ],
    [
      'unavailable for long',
      { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 600 } },
      'unavailable',
      1,
    ],
    [
      'unavailable until a date',
      { kind: 'unavailable', retryAfter: { form: 'date', seconds: 600 } },
      'unavailable',
      1,
    ],
    [
      'an error of AL code',
      { kind: 'alError', text: 'The length of the string is 31.' },
      'businessCentralFailed',
      1,
    ],
    ['a gateway that gave up', { kind: 'gatewayTimeout' }, 'unavailable', 3],
    ['a connection that is reset', { kind: 'reset' }, 'unreachable', 3],
    ['JSON that is cut off', { kind: 'truncated' }, 'unreadableAnswer', 1],
    ['a sign-in page', { kind: 'signInPage' }, 'notBusinessCentral', 1],
    ['an empty body', { kind: 'emptyBody' }, 'unreadableAnswer', 1],
  ])('%s: coded, asked so often as makes sense, and without the key', async (_, fault, code, attempts) => {
    cronus.server.faults.set(fault);
    const { code: seen, text } = await failure(impatient().supplyOf([product('1896-S')]));
    expect(seen).toBe(code);
    expect(cronus.server.requests.all()).toHaveLength(attempts);
    expect(text).not.toContain(webServiceAccessKey);
    expect(text).not.toContain('Basic ');
  });

  it('a fault that passes is not seen at all', async () => {
    cronus.server.faults.set({ kind: 'unavailable' }, { times: 2 });
    const answer = await impatient().supplyOf([product('1896-S')]);
    expect(answer.get(product('1896-S').id)?.status).toBe('found');
  });

  it('an answer that drips in is still read', async () => {
    cronus.server.faults.set({ kind: 'drip', bytes: 400, everyMilliseconds: 1 });
    const answer = await impatient().supplyOf([product('1896-S')]);
    expect(answer.get(product('1896-S').id)?.status).toBe('found');
  });

  it('nobody listens at the address', async () => {
    const client = cronus.client(
      { odataUrl: 'http://localhost:9/BC/ODataV4' },
      { clock: { now: Date.now, pause: () => Promise.resolve() } },
    );
    expect((await failure(client.supplyOf([product('1896-S')]))).code).toBe('unreachable');
  });

  it('a caller who leaves ends the request, and the server sees it end', async () => {
    cronus.server.faults.set({ kind: 'hang' });
    const controller = new AbortController();
    const question = failure(impatient().supplyOf([product('1896-S')], { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    expect((await question).code).toBe('aborted');
  });
});

describe('credentials and company', () => {
  it('a wrong key', async () => {
    const client = cronus.client({
      authorization: { kind: 'accessKey', userName: 'BCSALES', webServiceAccessKey: 'no' },
    });
    expect((await failure(client.supplyOf([product('1896-S')]))).code).toBe('wrongCredentials');
  });

  it('an expired key', async () => {
    const user = { userName: 'BCSALES', webServiceAccessKey, keyExpires: new Date('2020-01-01') };
    const expired = await startCronus({ users: [user], unauthorizedBody: 'unauthorized' });
    expect((await failure(expired.client().supplyOf([product('1896-S')]))).code).toBe('wrongCredentials');
    await expired.server.close();
  });

  it('a company spelt otherwise', async () => {
    const client = cronus.client({ company: 'Cronus International Ltd.' });
    expect((await failure(client.supplyOf([product('1896-S')]))).code).toBe('companyNotFound');
  });
});

describe('one service fails, the others go on', () => {
  // Has shipments, receipts and stock.
  const itemNo = '1900-S';
  const id = product(itemNo).id;

  it.each<[string, ServiceName, Fault, object]>([
    ['shipments', 'SalesLines', { kind: 'alError', text: 'Locked.' }, { inventory: 200, requirements: null }],
    ['receipts', 'PurchaseLines', { kind: 'alError', text: 'Locked.' }, { inventory: 200, receipts: null }],
    [
      'the item card',
      'ItemCard',
      { kind: 'notFound' },
      { inventory: 200, kind: null, blocked: null, unitPrice: null },
    ],
    [
      'receipts with wrong types',
      'PurchaseLines',
      { kind: 'wrongTypes', instead: 'strings' },
      { receipts: null },
    ],
    [
      'shipments with wrong types',
      'SalesLines',
      { kind: 'wrongTypes', instead: 'nulls' },
      { requirements: null },
    ],
  ])('%s: what is missing is named, never zero', async (_, service, fault, expected) => {
    cronus.server.faults.set(fault, { service });
    const answer = (await impatient().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'found', supply: expected });
    expect(answer?.status === 'found' && answer.supply.missing.map((part) => part.service)).toContain(
      service,
    );
  });

  it.each<ServiceName>(['SalesLines', 'PurchaseLines', 'ItemCard', 'ItemUnitsOfMeasure'])(
    '%s is not published, with a body or without one',
    async (service) => {
      for (const unpublishedBody of ['error', 'empty'] as const) {
        const other = await startCronus({ unpublishedBody });
        other.server.unpublish(service);
        const answer = (await other.client().supplyOf([product(itemNo)])).get(id);
        expect(answer?.status === 'found' && answer.supply.missing).toEqual([
          expect.objectContaining({
            service,
            error: expect.objectContaining({ code: 'serviceNotPublished' }) as unknown,
          }),
        ]);
        await other.server.close();
      }
    },
  );

  it('without the coupling service no product can be matched, and that is said', async () => {
    const other = await startCronus();
    other.server.unpublish('ProductItemAvailability');
    const answer = (await other.client().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'serviceNotPublished' } });
    await other.server.close();
  });

  it('a coupling row of the wrong types makes its products unknown, not uncoupled', async () => {
    cronus.server.faults.set(
      { kind: 'wrongTypes', instead: 'strings' },
      { service: 'ProductItemAvailability' },
    );
    const answer = (await impatient().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'unreadableAnswer' } });
  });

  it('rows that come twice do not count twice in the coupling', async () => {
    cronus.server.faults.set({ kind: 'duplicateRows' }, { service: 'ProductItemAvailability' });
    const answer = (await impatient().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'found', supply: { inventory: 200 } });
  });

  it('a field that an older version lacks is left out, and named', async () => {
    const older = await startCronus();
    older.server.removeField('ItemCard', 'Unit_Price');
    const answer = (await older.client().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({
      status: 'found',
      supply: { unitPrice: null, inventory: 200, kind: 'inventory' },
    });
    expect(answer?.status === 'found' && answer.supply.missing.map(({ field }) => field)).toEqual([
      'Unit_Price',
    ]);
    await older.server.close();
  });

  it('a field that an older version lacks costs no product its answer, however many there are', async () => {
    const older = await startCronus();
    older.server.removeField('ItemCard', 'Unit_Price');
    older.server.removeField('SalesLines', 'Reserved_Qty_Base');
    const answer = await older.client().supplyOf(bulkProducts(50));
    for (const each of answer.values()) {
      expect(each).toMatchObject({ status: 'found', supply: { kind: 'inventory', unitPrice: null } });
      expect(each.status === 'found' && each.supply.requirements).not.toBeNull();
    }
    await older.server.close();
  });

  it('a coupling without inventory and unit is still a coupling: the item card has both', async () => {
    const older = await startCronus();
    older.server.removeField('ProductItemAvailability', 'Inventory');
    older.server.removeField('ProductItemAvailability', 'UOM');
    const answer = (await older.client().supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'found', supply: { inventory: 200, baseUnit: 'PCS' } });
    expect(answer?.status === 'found' && answer.supply.missing.map(({ field }) => field)).toEqual([
      'UOM',
      'Inventory',
    ]);
    await older.server.close();
  });

  it('substitutes without a note of conditions are still named, and the gap with them', async () => {
    const older = await startCronus();
    older.server.removeField('ItemSubstitutions', 'Condition');
    const short = product('1960-S');
    const supply = (await older.client().supplyOf([short])).get(short.id);
    const details = supply?.status === 'found' ? await older.client().detailsOf(supply.supply, true) : null;
    expect(details?.substitutes?.map((each) => each.itemNo)).toEqual(['1964-S', '1936-S']);
    expect(details?.missing).toEqual([
      expect.objectContaining({ service: 'ItemSubstitutions', field: 'Condition' }),
    ]);
    await older.server.close();
  });

  it('substitutes that could not be judged are asked for again', async () => {
    const client = impatient();
    const short = product('1960-S');
    const supply = (await client.supplyOf([short])).get(short.id);
    if (supply?.status !== 'found') {
      throw new Error('The item is there');
    }
    cronus.server.faults.set({ kind: 'alError', text: 'Locked.' }, { service: 'ItemCard', times: 1 });
    await client.detailsOf(supply.supply, true);
    const again = await client.detailsOf(supply.supply, true);
    expect(again.substitutes?.map((each) => each.supply.status)).toEqual(['found', 'found']);
  });

  it('a failed part is not remembered: the next question asks again', async () => {
    const client = impatient();
    cronus.server.faults.set({ kind: 'alError', text: 'Locked.' }, { service: 'SalesLines', times: 1 });
    await client.supplyOf([product(itemNo)]);
    const answer = (await client.supplyOf([product(itemNo)])).get(id);
    expect(answer).toMatchObject({ status: 'found', supply: { missing: [] } });
  });

  it('services published under other names are found there', async () => {
    const renamed = await startCronus();
    renamed.server.unpublish('ItemCard');
    renamed.server.publish('ItemCard', 'Item_Card_Sales');
    const client = renamed.client({ services: { ItemCard: { name: 'Item_Card_Sales' } } });
    expect((await client.supplyOf([product(itemNo)])).get(id)).toMatchObject({ supply: { missing: [] } });
    await renamed.server.close();
  });
});

describe('pages', () => {
  it('a server that pages finely gives the same answer', async () => {
    const paging = await startCronus({ maxPageSize: 20 });
    const products = bulkProducts(30);
    const fine = await paging.client().supplyOf(products);
    const whole = await cronus.client().supplyOf(products);
    const bare = (answer: typeof fine) =>
      [...answer.values()].map((each) =>
        each.status === 'found' ? { ...each.supply, unitFactors: 0 } : each.status,
      );
    expect(bare(fine)).toEqual(bare(whole));
    await paging.server.close();
  });
});
