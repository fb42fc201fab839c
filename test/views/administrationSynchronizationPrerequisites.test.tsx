import * as React from 'react';
import { fireEvent, within } from '@testing-library/react';
import { SynchronizationPage } from '../../administration/synchronization/SynchronizationPage';
import type { SynchronizationQuestions } from '../../administration/synchronization/questions';
import type { Match } from '../../businessCentral/administration/matchBasedCoupling';
import { criteriaOf } from '../../administration/synchronization/prerequisites/prerequisiteState';
import type { WorkOptions } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { countOf, coupledMeanwhile, fakeQuestions, matchOf } from './fakeSynchronization';
import { rowOf, showPage } from './renderingAdministrationPages';

const asked: string[] = [];
beforeEach(() => asked.splice(0));

function show(answers: Partial<SynchronizationQuestions>, firstTab = 'prerequisites') {
  return showPage(
    <SynchronizationPage
      questions={fakeQuestions(answers)}
      firstTab={firstTab}
      links={{ openRow: () => undefined, openAddress: () => undefined }}
      onSalespeople={() => asked.push('salespeople')}
    />,
  );
}

const counts = {
  coupledCounts: () =>
    Promise.resolve([
      countOf('salesperson', { recordsNotCoupled: 0 }),
      countOf('customer', { coupled: 12, recordsNotCoupled: 3, rowsNotCoupled: null }),
      countOf('salesOrder', { coupled: null }),
    ]),
};

it('lists what is coupled in its order, with what is not known left unknown', async () => {
  const page = await show(counts);
  expect(page.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    '1. Salespeople',
    '2. Customers',
    '3. Sales orders',
  ]);
  const cells = within(rowOf(page, '2. Customers')).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent).slice(0, 4)).toEqual([
    'Not all coupled',
    '12',
    '3',
    'Not known',
  ]);
  expect(within(rowOf(page, '3. Sales orders')).queryByRole('button')).toBeNull();
});

it('leads to the page of the salespeople', async () => {
  const page = await show(counts);
  await page.press('Couple salespeople: Salespeople');
  expect(asked).toEqual(['salespeople']);
});

it.each([
  ['customer', ['number', 'name', 'email']],
  ['item', ['number', 'name']],
  ['unitGroup', ['number']],
  ['postedSalesInvoice', []],
] as const)('matches %s by what its list shows', (kind, criteria) => {
  expect(criteriaOf(kind)).toEqual(criteria);
});

it('couples nothing before it has shown what would be coupled, and then only what is left chosen', async () => {
  const searched: unknown[] = [];
  const coupled: (readonly Match[])[] = [];
  const page = await show({
    ...counts,
    findMatches: (kind, criteria) => {
      searched.push([kind, ...criteria]);
      return Promise.resolve({
        matches: [matchOf('10000'), matchOf('20000', { by: 'name' })],
        recordsWithoutRow: 4,
        ambiguous: 1,
      });
    },
    couple: (matches) => {
      coupled.push(matches);
      return Promise.resolve({ done: matches, failed: [], left: [] });
    },
  });
  await page.press('Match…: Customers');
  expect(document.activeElement?.textContent).toBe('Couple what matches: Customers');
  fireEvent.click(page.getByRole('checkbox', { name: 'Name' }));
  await page.press('Show what matches');
  expect(searched).toEqual([['customer', 'number', 'name']]);
  expect(coupled).toEqual([]);
  expect(page.announced()).toContain('2 pairs match. Nothing has been coupled yet.');
  expect(page.text()).toContain('4 records of Business Central match nothing in Sales.');
  expect(rowOf(page, '20000 Customer 20000').textContent).toContain('Same name');
  fireEvent.click(page.getByRole('checkbox', { name: '20000 Account 20000' }));
  await page.press('Couple 1 pair');
  expect(coupled).toEqual([[matchOf('10000')]]);
  expect(page.announced()).toContain('1 done.');
});

it('forgets what was found when it is to be matched by something else', async () => {
  const page = await show({
    ...counts,
    findMatches: () => Promise.resolve({ matches: [matchOf('10000')], recordsWithoutRow: 0, ambiguous: 0 }),
  });
  await page.press('Match…: Customers');
  await page.press('Show what matches');
  fireEvent.click(page.getByRole('checkbox', { name: 'Email' }));
  expect(page.queryByRole('button', { name: 'Couple 1 pair' })).toBeNull();
});

it('keeps what another admin was quicker with among the failures', async () => {
  const page = await show({
    ...counts,
    findMatches: () => Promise.resolve({ matches: [matchOf('10000')], recordsWithoutRow: 0, ambiguous: 0 }),
    couple: (matches) =>
      Promise.resolve({ done: [], failed: [{ task: matches[0]!, error: coupledMeanwhile }], left: [] }),
  });
  await page.press('Match…: Customers');
  await page.press('Show what matches');
  await page.press('Couple 1 pair');
  expect(rowOf(page, 'Customers 10000 Customer 10000').textContent).toContain('coupled by somebody else');
});

it('ends a long search when told, and shows 20,000 matches in pages', async () => {
  let attempt = 0;
  let options: WorkOptions = {};
  const page = await show({
    ...counts,
    findMatches: (_kind, _criteria, given) => {
      attempt += 1;
      options = given;
      return attempt === 1
        ? new Promise((_resolve, reject) =>
            given.signal?.addEventListener('abort', () => reject(new BusinessCentralError('aborted'))),
          )
        : Promise.resolve({
            matches: Array.from({ length: 20_000 }, (_, index) => matchOf(String(index))),
            recordsWithoutRow: 0,
            ambiguous: 0,
          });
    },
  });
  await page.press('Match…: Customers');
  await page.press('Show what matches');
  await page.press('Cancel');
  expect(options.signal?.aborted).toBe(true);
  await page.press('Show what matches');
  const matches = page.getByRole('table', { name: 'What would be coupled' });
  expect(within(matches).getAllByRole('rowheader')).toHaveLength(50);
});

it('says whether orders go over, who handles them, and what is missing', async () => {
  const page = await show(
    {
      coupledCounts: counts.coupledCounts,
      salesOrderIntegration: () =>
        Promise.resolve({
          isOn: true,
          direction: 'bidirectional',
          handledBy: ['Nora Berg'],
          gaps: [{ gap: 'customersNotCoupled', count: 2 }],
        }),
    },
    'salesOrders',
  );
  expect(page.text()).toContain('Sales order integration is on: Both ways');
  expect(page.text()).toContain('Nora Berg');
  expect(page.text()).toContain('2 accounts are not coupled to a customer');
  await page.press('Couple records');
  expect(page.getByRole('tab', { name: 'Couple first' }).getAttribute('aria-selected')).toBe('true');
});

it('says where orders are turned on where they are off', async () => {
  const page = await show(
    {
      salesOrderIntegration: () =>
        Promise.resolve({ isOn: false, direction: 'toSales', handledBy: [], gaps: [] }),
    },
    'salesOrders',
  );
  expect(page.text()).toContain('Sales order integration is off');
  expect(page.text()).toContain('Turn it on in Business Central');
  expect(page.text()).toContain('Nobody has the role for it');
  expect(page.text()).toContain('Nothing is missing');
});

it('does not say that orders are off where that could not be read', async () => {
  const page = await show(
    {
      salesOrderIntegration: () =>
        Promise.resolve({ isOn: null, direction: null, handledBy: null, gaps: [] }),
    },
    'salesOrders',
  );
  expect(page.text()).toContain('Whether sales order integration is on could not be read');
  expect(page.text()).toContain(
    'look in Business Central, on the page Microsoft Dynamics 365 Connection Setup',
  );
  expect(page.text()).toContain('Not known');
  expect(page.text()).toContain('Ask for the right to read users');
  expect(page.text()).not.toContain('Nobody has the role');
});
