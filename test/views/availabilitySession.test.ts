import { openSession } from '../../ProductAvailability/availabilitySession';
import { availabilityOf } from '../../businessCentral/availability/availability';
import { openCompany } from '../../businessCentral/company';
import { connectOnce } from '../../businessCentral/connectOnce';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import { BusinessCentralError } from '../../businessCentral/errors';
import { keepAnswer } from '../../sales/keptAnswer';
import { SalesError } from '../../sales/sales';
import {
  connection,
  documentOf,
  fakeBusinessCentral,
  fakeSales,
  found,
  itemOf,
  productOf,
} from './fakeSources';

import { jumpingClock, refusal, scripted } from '../wire/scriptedServer';

const desk = productOf('1896-S');

describe('the connection', () => {
  it('is looked up once for all questions', async () => {
    const { sales, calls } = fakeSales(documentOf([]));
    const { businessCentral } = fakeBusinessCentral(() => found());
    const session = openSession({ sales, connect: () => businessCentral });
    session.prepare();
    await session.supplyOf([desk], {});
    await session.detailsOf(itemOf(), false, {});
    expect(calls).toEqual(['connection']);
  });

  it('is looked up again after it could not be had', async () => {
    let refuse = true;
    const { sales } = fakeSales(documentOf([]), {
      connection: () =>
        refuse ? Promise.reject(new SalesError('notConfigured')) : Promise.resolve(connection),
    });
    const { businessCentral } = fakeBusinessCentral(() => found());
    const session = openSession({ sales, connect: () => businessCentral });
    session.prepare();
    await expect(session.supplyOf([desk], {})).rejects.toMatchObject({ code: 'notConfigured' });
    refuse = false;
    await expect(session.supplyOf([desk], {})).resolves.toBeDefined();
  });

  it('is looked up again after a failure, since an administrator may have mended it', async () => {
    const { sales, calls } = fakeSales(documentOf([]));
    const { businessCentral, questions } = fakeBusinessCentral(null);
    const session = openSession({ sales, connect: () => businessCentral });
    const asked = session.supplyOf([desk], {});
    await Promise.resolve();
    await Promise.resolve();
    questions[0]?.fail(new BusinessCentralError('wrongCredentials'));
    await expect(asked).rejects.toMatchObject({ code: 'wrongCredentials' });
    void session.supplyOf([desk], {});
    expect(calls).toEqual(['connection', 'connection']);
  });
});

describe('the connection of a page', () => {
  /** Sessions of controls that come and go on one page, and the look-ups that their questions cost. */
  function onePage(now: () => number = () => 0) {
    const { sales, calls } = fakeSales(documentOf([]));
    const { businessCentral, questions } = fakeBusinessCentral(null);
    const kept = keepAnswer<BusinessCentralConnection>(now);
    const ask = async () => {
      const asked = openSession({ sales, connect: () => businessCentral, kept }).supplyOf([desk], {});
      asked.catch(() => undefined);
      for (let turn = 0; turn < 5; turn += 1) {
        await Promise.resolve();
      }
      return asked;
    };
    return { calls, questions, ask, kept, sales };
  }

  it('is looked up once for all controls and forms', async () => {
    const { calls, ask } = onePage();
    void ask();
    void ask();
    await Promise.resolve();
    expect(calls).toEqual(['connection']);
  });

  it('is looked up anew after five minutes, since an administrator may have changed it', async () => {
    let minutes = 0;
    const { sales, calls, kept } = onePage(() => minutes * 60_000);
    await kept.of(() => sales.connection());
    minutes = 4.9;
    await kept.of(() => sales.connection());
    expect(calls).toHaveLength(1);
    minutes = 5;
    await kept.of(() => sales.connection());
    expect(calls).toHaveLength(2);
  });

  it('is looked up anew by every control once a question of one has failed', async () => {
    const { calls, questions, ask } = onePage();
    const failed = ask();
    failed.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 0));
    questions[0]?.fail(new BusinessCentralError('wrongCredentials'));
    await expect(failed).rejects.toMatchObject({ code: 'wrongCredentials' });
    void ask().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(calls).toEqual(['connection', 'connection']);
  });

  it('is not kept where it could not be had', async () => {
    const kept = keepAnswer<BusinessCentralConnection>(() => 0);
    await expect(kept.of(() => Promise.reject(new SalesError('notConfigured')))).rejects.toBeDefined();
    await expect(kept.of(() => Promise.resolve(connection))).resolves.toBe(connection);
  });
});

describe('the company', () => {
  /** Sessions on one page, whose connection a test can change; `connected` counts the companies that were made. */
  function onePage() {
    const page = { connection, connected: 0 };
    const { sales } = fakeSales(documentOf([]), {
      connection: () =>
        Promise.resolve(JSON.parse(JSON.stringify(page.connection)) as BusinessCentralConnection),
    });
    const { businessCentral, questions } = fakeBusinessCentral(null);
    const connectOnPage = connectOnce(() => {
      page.connected += 1;
      return { ...businessCentral };
    });
    return { page, questions, open: () => openSession({ sales, connect: connectOnPage }) };
  }

  const ask = async (session: ReturnType<typeof openSession>) => {
    void session.supplyOf([desk], {}).catch(() => undefined);
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.resolve();
    }
  };

  it('is shared by the controls of one page', async () => {
    const { page, open } = onePage();
    await ask(open());
    await ask(open());
    expect(page.connected).toBe(1);
  });

  it('outlives a failure', async () => {
    const { page, questions, open } = onePage();
    const session = open();
    await ask(session);
    questions[0]?.fail(new BusinessCentralError('unavailable'));
    await ask(session);
    await ask(session);
    expect([page.connected, questions.length]).toEqual([1, 3]);
  });

  it.each<[string, Partial<BusinessCentralConnection>]>([
    ['key', { authorization: { kind: 'accessKey', userName: 'SALES', webServiceAccessKey: 'renewed' } }],
    ['company', { company: "Director's Cut Ltd." }],
    ['matching', { matchBy: 'number' }],
    ['services', { services: { LocationList: { missing: true } } }],
    ['web client', { webClientUrl: 'https://bc.example/BC' }],
  ])('is another once the connection has another %s', async (_what, changes) => {
    const { page, open } = onePage();
    await ask(open());
    page.connection = { ...page.connection, ...changes };
    await ask(open());
    await ask(open());
    expect(page.connected).toBe(2);
  });

  it('leaves Business Central alone for as long as it asked for, however often the user tries again', async () => {
    const { sales } = fakeSales(documentOf([]));
    const { send, requests } = scripted(refusal(429, 'TooManyRequests', '', { 'retry-after': '60' }));
    const clock = jumpingClock();
    const session = openSession({
      sales,
      connect: connectOnce((to) => availabilityOf(openCompany(to, { clock, random: () => 0, send }))),
    });
    for (let press = 0; press < 3; press += 1) {
      const pressed = session.supplyOf([desk], { fresh: press > 0 });
      await expect(pressed).rejects.toMatchObject({ code: 'tooManyRequests' });
    }
    expect(requests).toHaveLength(1);
  });
});

it('ends questions under way when it closes, and those of a caller who gives up', async () => {
  const { sales } = fakeSales(documentOf([]));
  const { businessCentral, questions } = fakeBusinessCentral(null);
  const session = openSession({ sales, connect: () => businessCentral });
  const caller = new AbortController();
  void session.supplyOf([desk], { signal: caller.signal });
  void session.supplyOf([desk], {});
  await Promise.resolve();
  await Promise.resolve();
  const ended = () => questions.map(({ options }) => options?.signal?.aborted);
  expect(ended()).toEqual([false, false]);
  caller.abort();
  expect(ended()).toEqual([true, false]);
  session.close();
  expect(ended()).toEqual([true, true]);
});

it('knows no address before it knows the connection', async () => {
  const { sales } = fakeSales(documentOf([]));
  const { businessCentral } = fakeBusinessCentral(() => found(), {
    itemAddress: () => 'https://bc.example/',
  });
  const session = openSession({ sales, connect: () => businessCentral });
  expect(session.itemAddress('1896-S')).toBeNull();
  await session.supplyOf([desk], {});
  expect(session.itemAddress('1896-S')).toBe('https://bc.example/');
});
