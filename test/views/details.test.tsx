import { fireEvent, screen, within } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ItemDetails, ItemSupply } from '../../businessCentral/availability/types';
import {
  documentOf,
  fakeBusinessCentral,
  fakeSales,
  found,
  inDays,
  lineOf,
  noDetails,
  now,
  orderOf,
  productOf,
} from './fakeSources';
import { lineForm, settle, show } from './rendering';

async function openDetails(
  supply: Partial<ItemSupply>,
  {
    details = () => Promise.resolve(noDetails),
    itemAddress,
    lines = [lineOf()],
    quantity = 10,
  }: {
    details?: (wantsSubstitutes: boolean) => Promise<ItemDetails>;
    itemAddress?: (itemNo: string) => string | null;
    lines?: ReturnType<typeof lineOf>[];
    quantity?: number;
  } = {},
) {
  const { sales } = fakeSales(documentOf(lines));
  const asked: boolean[] = [];
  const { businessCentral } = fakeBusinessCentral(() => found(supply), {
    detailsOf: (_item, wantsSubstitutes) => {
      asked.push(wantsSubstitutes);
      return details(wantsSubstitutes);
    },
    ...(itemAddress === undefined ? {} : { itemAddress }),
  });
  const shown = show({ sales, businessCentral, form: { ...lineForm, quantity } });
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Details' }));
  await settle();
  return { ...shown, asked };
}

function cells(table: string): string[][] {
  return within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}

it('lists every change of the balance; overdue and undated orders in words', async () => {
  await openDetails({
    inventory: 6,
    receipts: [
      orderOf(inDays(13), 40, { documentNo: '106021', reserved: 5 }),
      orderOf(null, 25, { documentNo: '106024' }),
    ],
    requirements: [
      orderOf(inDays(-5), 2, { documentNo: '101015' }),
      orderOf(inDays(13), 3, { documentNo: '101016' }),
      orderOf(null, 1, { documentNo: '101017' }),
    ],
  });
  expect(cells('Projected available balance')).toEqual([
    ['Today', 'On hand', '', '6'],
    ['Today', 'Sales order 101015 (overdue since 15/11/2026)', '-2', ''],
    ['Today', 'Sales order 101017 (No date)', '-1', '3'],
    ['03/12/2026', 'Purchase order 106021 (5 reserved)', '+40', ''],
    ['03/12/2026', 'Sales order 101016', '-3', '40'],
    ['No date', 'Purchase order 106024 (not counted until it has a date)', '+25', ''],
  ]);
});

it('describes the chart in words, for those who cannot see it', async () => {
  await openDetails({ inventory: -3, receipts: [orderOf(inDays(21), 5)] });
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'From 20/11/2026 to 18/12/2026 the balance lies between -3 and 2 PCS. The table gives every change.',
  );
});

it('makes a long list of changes reachable by keyboard', async () => {
  await openDetails({ receipts: Array.from({ length: 30 }, (_, day) => orderOf(inDays(day + 1), 1)) });
  expect(screen.getByRole('region', { name: 'Projected available balance' }).tabIndex).toBe(0);
});

it('says that other lines of the document take from the same item', async () => {
  const { text } = await openDetails({}, { lines: [lineOf({ lineId: 'line-0', lineNumber: 0 }), lineOf()] });
  expect(text()).toContain('Lines of this document that ask for the same item and come first');
});

it('shows stock by location, the blank location in words', async () => {
  await openDetails(
    {},
    {
      details: () =>
        Promise.resolve({
          ...noDetails,
          locations: [
            { code: '', name: '', quantity: 10 },
            { code: 'EAST', name: 'East Warehouse', quantity: 25.5 },
            { code: 'XYZ', name: '', quantity: -1 },
          ],
        }),
    },
  );
  expect(cells('By location')).toEqual([
    ['Without location', '10 PCS'],
    ['East Warehouse (EAST)', '25.5 PCS'],
    ['XYZ', '-1 PCS'],
  ]);
});

it('offers substitutes with their own answer where the line is short', async () => {
  const { text, asked } = await openDetails(
    { inventory: 3, receipts: [] },
    {
      details: () =>
        Promise.resolve({
          ...noDetails,
          substitutes: [
            {
              itemNo: '1964-S',
              description: 'TOKYO Guest Chair',
              interchangeable: true,
              conditional: false,
              supply: found({ itemNo: '1964-S', inventory: 50 }),
            },
            {
              itemNo: '1936-S',
              description: 'BERLIN Guest Chair',
              interchangeable: false,
              conditional: true,
              supply: { status: 'failed', error: new BusinessCentralError('timeout'), readAt: now },
            },
          ],
        }),
    },
  );
  expect(asked).toEqual([true]);
  expect(text()).toContain('TOKYO Guest Chair (1964-S) – interchangeableAvailable: 10 PCS now');
  expect(text()).toContain(
    'BERLIN Guest Chair (1936-S) – with a condition, see the itemNot read: Business Central took too long to answer.',
  );
});

it('judges a substitute after the lines of the document that ask for it already', async () => {
  const { text } = await openDetails(
    {},
    {
      lines: [
        lineOf({ lineId: 'line-0', lineNumber: 1, product: productOf('1964-S'), quantity: 45 }),
        lineOf({ lineNumber: 2 }),
        lineOf({ lineId: 'line-3', lineNumber: 3, product: productOf('1964-S'), quantity: 5 }),
      ],
      details: () =>
        Promise.resolve({
          ...noDetails,
          substitutes: [
            {
              itemNo: '1964-S',
              description: 'TOKYO Guest Chair',
              interchangeable: false,
              conditional: false,
              supply: found({ itemNo: '1964-S', inventory: 50, receipts: [] }),
            },
          ],
        }),
    },
  );
  expect(text()).toContain('TOKYO Guest Chair (1964-S)Partly available: 5 of 10 PCS now');
});

it('does not ask for substitutes where nothing is short', async () => {
  const { asked, text } = await openDetails({ inventory: 500 });
  expect(asked).toEqual([false]);
  expect(text()).not.toContain('Substitutes');
});

it('keeps the stock by location while a quantity is typed, and asks once for substitutes when they are wanted', async () => {
  const locations = [{ code: 'EAST', name: 'East Warehouse', quantity: 6 }];
  const answers: ((details: ItemDetails) => void)[] = [];
  const { asked, change, text } = await openDetails(
    {},
    { details: () => new Promise((answer) => answers.push(answer)), quantity: 5 },
  );
  answers[0]!({ ...noDetails, locations });
  await settle();
  for (const quantity of [6, 7, 6, 70, 8]) {
    change({ quantity });
    expect(cells('By location')).toEqual([['East Warehouse (EAST)', '6 PCS']]);
    await settle();
  }
  expect(asked).toEqual([false, true]);
  expect(screen.getByRole('region', { name: 'Substitutes' }).getAttribute('aria-busy')).toBe('true');
  answers[1]!({ ...noDetails, locations });
  await settle();
  expect(text()).toContain('Business Central names no substitutes for this item.');
  expect(cells('By location')).toEqual([['East Warehouse (EAST)', '6 PCS']]);
});

it('gives the unit price in local currency', async () => {
  const { text } = await openDetails({ unitPrice: 281.4 });
  expect(text()).toContain('Unit price (LCY) 281.40 per PCS');
});

it('opens the item, where the connection knows the web client', async () => {
  const { opened } = await openDetails({}, { itemAddress: (itemNo) => `https://bc.example/?item=${itemNo}` });
  fireEvent.click(screen.getByRole('button', { name: 'Open item in Business Central' }));
  expect(opened).toEqual(['https://bc.example/?item=1906-S']);
});

it('offers no link where there is no web client', async () => {
  await openDetails({}, { itemAddress: () => null });
  expect(screen.queryByRole('button', { name: 'Open item in Business Central' })).toBeNull();
});

it('names for the administrator what did not come, and shows the rest', async () => {
  const error = new BusinessCentralError('serviceNotPublished', { service: 'PurchaseLines', status: 404 });
  const { text } = await openDetails(
    { receipts: null, missing: [{ service: 'PurchaseLines', error }] },
    {
      details: () =>
        Promise.resolve({
          ...noDetails,
          locations: null,
          missing: [{ service: 'LocationList', field: 'Name', error }],
        }),
    },
  );
  expect(text()).toContain('What is on order is not known.');
  expect(text()).toContain('Business Central did not give the stock by location.');
  expect(text()).toContain(
    'For your administrator: Not received: PurchaseLines (serviceNotPublished), LocationList.Name (serviceNotPublished)',
  );
});

it('says why the details did not come, and leaves the rest alone', async () => {
  const { text } = await openDetails(
    {},
    { details: () => Promise.reject(new BusinessCentralError('tooManyRequests')) },
  );
  expect(text()).toContain('Business Central has received too many requests.Wait a minute, then try again.');
  expect(text()).toContain('Projected available balance');
});

it('asks for the details anew, past all memory, with every newer reading of the item', async () => {
  const { sales } = fakeSales(documentOf([lineOf()]));
  const asked: (boolean | undefined)[] = [];
  let readAt = now;
  const { businessCentral } = fakeBusinessCentral(() => found({ inventory: 500 }, (readAt += 1000)), {
    detailsOf: (_item, _substitutes, options) => {
      asked.push(options?.fresh);
      return Promise.resolve(noDetails);
    },
  });
  show({ sales, businessCentral, form: lineForm });
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Details' }));
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await settle();
  expect(asked).toEqual([false, true]);
});
