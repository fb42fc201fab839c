import { openSession } from '../../ProductAvailability/availabilitySession';
import { BusinessCentralError } from '../../businessCentral/errors';
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
