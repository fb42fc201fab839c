import * as React from 'react';
import { fireEvent, within } from '@testing-library/react';
import { SynchronizationPage } from '../../administration/synchronization/SynchronizationPage';
import type { SynchronizationQuestions } from '../../administration/synchronization/questions';
import type { ReviewLine } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { countOf, fakeQuestions, jobOf, lineOf } from './fakeSynchronization';
import { rowOf, showPage } from './renderingAdministrationPages';
import { settle } from './rendering';

const links = { openRow: () => undefined, openAddress: () => undefined };

function show(answers: Partial<SynchronizationQuestions>, language?: number) {
  const page = (
    <SynchronizationPage questions={fakeQuestions(answers)} links={links} onSalespeople={() => undefined} />
  );
  return showPage(page, language);
}

/** A Business Central whose lines the test changes, and which tells what it was asked to start. */
function businessCentral(lines: readonly ReviewLine[]) {
  const state = { lines };
  const started: string[] = [];
  const begin = (isMeant: (line: ReviewLine) => boolean) => {
    state.lines = state.lines.map((line) => (isMeant(line) ? { ...line, state: 'ready' as const } : line));
    return Promise.resolve({ kind: 'done' as const, jobId: 'job' });
  };
  return {
    started,
    become: (changed: readonly ReviewLine[]) => {
      state.lines = changed;
    },
    questions: {
      review: () => Promise.resolve(state.lines),
      startFullSynch: (mapping: string) => {
        started.push(mapping);
        return begin((line) => line.mapping === mapping);
      },
      startAllFullSynch: (withoutCoupling: readonly string[]) => {
        started.push(`all, as they are: ${withoutCoupling.join(' ')}`.trim());
        return begin(({ dependsOn }) => dependsOn.length === 0);
      },
    },
  };
}

const all = 'all, as they are:';
const currency = lineOf('CURRENCY', { direction: 'toSales' });
const customer = lineOf('CUSTOMER', { dependsOn: ['CURRENCY'], waitsFor: ['CURRENCY'] });

/** The line after its job has ended. */
function ended(line: ReviewLine, state: 'finished' | 'error' = 'finished'): ReviewLine {
  return { ...line, waitsFor: [], state, job: jobOf(`job-${line.mapping}`, { mapping: line.mapping }) };
}

it('shows a line a mapping: direction, what it waits for, recommendation, states in both directions', async () => {
  const page = await show({
    review: () =>
      Promise.resolve([
        customer,
        lineOf('CURRENCY', { direction: 'toSales', toSales: 'inProcess', state: 'inProcess' }),
      ]),
  });
  const cells = within(rowOf(page, 'CUSTOMER')).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent).slice(0, 6)).toEqual([
    'Both ways',
    'CURRENCY',
    'Full synchronization',
    'Waits for those before it',
    'Not yet',
    'Not yet',
  ]);
  expect(rowOf(page, 'CURRENCY').textContent).toContain('At work');
  expect(page.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'CURRENCY',
    'CUSTOMER',
  ]);
});

it('starts nothing before it has said what that means and was told to', async () => {
  const { started, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start all…');
  const dialog = page.getByRole('alertdialog', { name: 'Synchronize all records of 2 mappings?' });
  expect(dialog.textContent).toContain('CURRENCY → CUSTOMER');
  expect(dialog.textContent).toMatch(
    /may take long.*Business Central sees to that by itself, so you can leave this page/s,
  );
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await settle();
  expect(started).toEqual([]);
  expect(page.queryByRole('alertdialog')).toBeNull();
});

it('starts all with one request, follows with growing pauses, and announces the result', async () => {
  const { started, become, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start all…');
  await page.press('Start');
  expect(started).toEqual([`${all} CURRENCY CUSTOMER`]);
  expect(rowOf(page, 'CUSTOMER').textContent).toContain('Waits for those before it');
  expect(page.text()).toContain('It goes on in Business Central when you leave this page.');
  expect(page.pauses.map(({ milliseconds }) => milliseconds)).toEqual([2_000]);
  await page.pauses[0]!.end();
  expect(page.pauses.map(({ milliseconds }) => milliseconds)).toEqual([3_000]);
  become([{ ...customer, state: 'inProcess' }, ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.announced()).toContain('1 of 2 mappings finished');
  become([ended(customer), ended(currency)]);
  await page.pauses[0]!.end();
  expect(started).toEqual([`${all} CURRENCY CUSTOMER`]);
  expect(page.announced()).toContain('Full synchronization ended: 2 of 2 mappings finished');
  expect(page.pauses).toEqual([]);
});

it('goes on without the page, and says to who comes back how far it is', async () => {
  const vendor = lineOf('VENDOR', { dependsOn: ['CURRENCY'], waitsFor: ['CURRENCY'] });
  const { started, become, questions } = businessCentral([vendor, customer, currency]);
  const left = await show(questions);
  await left.press('Start all…');
  await left.press('Start');
  left.unmount();
  become([vendor, { ...customer, state: 'inProcess' }, ended(currency)]);
  const page = await show(questions);
  expect(page.text()).toContain('1 of 3 mappings finished');
  expect(page.text()).toContain('It goes on in Business Central when you leave this page.');
  expect(rowOf(page, 'VENDOR').textContent).toContain('Waits for those before it');
  expect(page.getByRole('button', { name: 'Start all…' }).getAttribute('aria-disabled')).toBe('true');
  become([ended(vendor), ended(customer), ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.announced()).toContain('Full synchronization ended: 3 of 3 mappings finished');
  expect(started).toEqual([`${all} CURRENCY VENDOR CUSTOMER`]);
});

it('follows what one mapping leads to, as Business Central goes on with those never started', async () => {
  const { become, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start: CURRENCY');
  expect(page.getByRole('alertdialog').textContent).toContain(
    'When it has ended, Business Central also starts the mappings that were never started.',
  );
  await page.press('Start');
  become([{ ...customer, state: 'inProcess' }, ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.text()).toContain('1 of 2 mappings finished');
  become([ended(customer), ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.announced()).toContain('Full synchronization ended: 2 of 2 mappings finished');
});

it('offers to start all anew once all have finished, though the advice of before still says to couple', async () => {
  const { started, questions } = businessCentral([
    { ...ended(currency), recommendation: 'coupleFirst' },
    { ...ended(customer), recommendation: 'coupleFirst' },
  ]);
  const page = await show(questions);
  expect(page.text()).not.toContain('had better be coupled first');
  await page.press('Start all…');
  await page.press('Start');
  expect(started).toEqual([`${all} CURRENCY CUSTOMER`]);
});

it('says of a mapping whose records were only coupled that they have not gone over', async () => {
  const job = jobOf('job-1', {
    kind: 'coupling',
    counts: { ...jobOf('job-1').counts, coupled: 3, failed: 2 },
  });
  const page = await show({
    review: () => Promise.resolve([{ ...currency, state: 'finished', job }]),
  });
  expect(rowOf(page, 'CURRENCY').textContent).toContain('Only coupled what matches, not synchronized.');
  expect(within(rowOf(page, 'CURRENCY')).getByText('3')).toBeTruthy();
});

it('looks no more once the page is left', async () => {
  const page = await show({ review: () => Promise.resolve([{ ...currency, state: 'inProcess' }]) });
  expect(page.pauses).toHaveLength(1);
  page.unmount();
  expect(page.pauses).toEqual([]);
});

it('says how far it is while another part of the page is looked at', async () => {
  const { become, questions } = businessCentral([customer, currency]);
  const page = await show({ ...questions, coupledCounts: () => Promise.resolve([countOf('customer')]) });
  await page.press('Start all…');
  await page.press('Start');
  fireEvent.click(page.getByRole('tab', { name: 'Couple first' }));
  await settle();
  become([{ ...customer, state: 'inProcess' }, ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.getByRole('tabpanel', { name: 'Couple first' }).textContent).toContain(
    '1 of 2 mappings finished',
  );
});

it('says what a failed one holds up, and restarts the failed ones together', async () => {
  const { started, become, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start all…');
  await page.press('Start');
  become([customer, ended(currency, 'error')]);
  await page.pauses[0]!.end();
  expect(rowOf(page, 'CUSTOMER').textContent).toContain('Not started, because one before it failed');
  expect(page.announced()).toContain('1 failed. 1 was not started therefore.');
  await page.press('Restart the failed one…');
  await page.press('Start');
  expect(started).toEqual([`${all} CURRENCY CUSTOMER`, `${all} CURRENCY CUSTOMER`]);
});

it('says on the line that another admin has already started it', async () => {
  const page = await show({
    review: () => Promise.resolve([currency]),
    startFullSynch: () =>
      Promise.resolve({
        kind: 'refused',
        error: new BusinessCentralError('questionRefused', {
          serverMessage: 'The full synchronization of CURRENCY is already under way.',
        }),
      }),
  });
  await page.press('Start: CURRENCY');
  await page.press('Start');
  expect(rowOf(page, 'CURRENCY').textContent).toContain('already under way');
});

it('synchronizes as they are what nobody can match here, and what has been synchronized before', async () => {
  const order = lineOf('SALESORDER-ORDER', { recommendation: 'coupleFirst' });
  const item = lineOf('ITEM-PRODUCT', { recommendation: 'coupleFirst' });
  const failed = { ...ended(currency, 'error'), recommendation: 'coupleFirst' as const };
  const unread = lineOf('VENDOR', { recommendation: 'unknown' });
  const { started, questions } = businessCentral([order, item, failed, unread]);
  const page = await show(questions);
  await page.press('Restart the failed one…');
  await page.press('Start');
  expect(started[0]).not.toContain('ITEM-PRODUCT');
  expect(started[0]).toContain('SALESORDER-ORDER');
  // What is advised in words that are not known is left to Business Central.
  expect(started[0]).not.toContain('VENDOR');
});

it('restarts what finished with failed records, which held nothing up', async () => {
  const { become, started, questions } = businessCentral([
    customer,
    { ...ended(currency), toSales: 'error' },
  ]);
  const page = await show(questions);
  await page.press('Restart the failed one…');
  expect(page.getByRole('alertdialog').textContent).toContain('CURRENCY → CUSTOMER');
  await page.press('Start');
  expect(started).toEqual([`${all} CURRENCY CUSTOMER`]);
  become([
    { ...customer, state: 'inProcess' },
    { ...ended(currency), toSales: 'error', job: jobOf('job-9', { mapping: 'CURRENCY' }) },
  ]);
  await page.pauses[0]!.end();
  expect(page.announced()).toContain('1 failed.');
  expect(page.announced()).not.toContain('not started');
});

it.each([
  ['nothing could be started', 0, { kind: 'done', jobId: null }],
  ['the request never arrived', 3, { kind: 'unknown', error: new BusinessCentralError('unreachable') }],
] as const)('does not wait for ever where %s, but for %i looks', async (_what, looks, outcome) => {
  const page = await show({
    review: () => Promise.resolve([currency, customer]),
    startAllFullSynch: () => Promise.resolve(outcome),
  });
  await page.press('Start all…');
  await page.press('Start');
  for (let look = 0; look < looks; look += 1) {
    expect(page.pauses).toHaveLength(1);
    await page.pauses[0]!.end();
  }
  expect(page.pauses).toEqual([]);
  expect(page.text()).not.toContain('It goes on in Business Central');
  expect(page.getByRole('button', { name: 'Start all…' }).getAttribute('aria-disabled')).toBeNull();
});

it('says above the lines why nothing could be started', async () => {
  const page = await show({
    review: () => Promise.resolve([currency, customer]),
    startAllFullSynch: () =>
      Promise.resolve({
        kind: 'refused',
        error: new BusinessCentralError('questionRefused', { serverMessage: 'The connection failed.' }),
      }),
  });
  await page.press('Start all…');
  await page.press('Start');
  expect(page.text()).toContain('The connection failed.');
  expect(rowOf(page, 'CURRENCY').textContent).not.toContain('The connection failed.');
  expect(page.getByRole('button', { name: 'Start all…' }).getAttribute('aria-disabled')).toBeNull();
});

it('leads to coupling where records had better be coupled first, and synchronizes those only when told', async () => {
  const { started, become, questions } = businessCentral([
    lineOf('CUSTOMER', { recommendation: 'coupleFirst' }),
  ]);
  const page = await show({ ...questions, coupledCounts: () => Promise.resolve([]) });
  await page.press('Start all…');
  expect(page.getByRole('alertdialog').textContent).toContain(
    'Records of CUSTOMER are not synchronized yet: Business Central only couples those that match',
  );
  await page.press('Cancel');
  fireEvent.click(page.getByRole('checkbox', { name: 'Synchronize those as they are' }));
  await page.press('Start all…');
  expect(page.getByRole('alertdialog').textContent).not.toContain('only couples');
  await page.press('Start');
  expect(started).toEqual([`${all} CUSTOMER`]);
  become([lineOf('CUSTOMER', { recommendation: 'coupleFirst' })]);
  await page.pauses[0]!.end();
  await page.press('Couple records');
  expect(page.getByRole('tab', { name: 'Couple first' }).getAttribute('aria-selected')).toBe('true');
});

it.each([
  ['CRMFullSynchReview', 'Publish page 5331 under the name CRMFullSynchReview'],
  ['IntegrationSynchJobs', 'Publish page 5338 under the name IntegrationSynchJobs'],
  ['CRMIntegrationRecords', 'Install the extension “Business Central for Sales”'],
] as const)('says what is to be published or installed where %s is missing', async (service, words) => {
  const failure = new BusinessCentralError('serviceNotPublished', { service });
  const page = await show({ review: () => Promise.reject(failure) });
  expect(page.text()).toContain(words);
});

it.each([
  ['notPermitted', 'It takes the security role “Integration Administrator”'],
  ['forbidden', 'permission set “BCS Integr. Admin”'],
  ['unreachable', 'Business Central cannot be reached.'],
] as const)('says what to do about %s, and asks again', async (code, words) => {
  let attempts = 0;
  const page = await show({
    review: () => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new BusinessCentralError(code)) : Promise.resolve([currency]);
    },
  });
  expect(page.text()).toContain(words);
  await page.press('Try again');
  expect(rowOf(page, 'CURRENCY')).toBeTruthy();
});

it.each([
  [1033, 'Business Central has no mappings.'],
  [1040, 'Business Central non ha mapping.'],
  [1053, 'Business Central har inga mappningar.'],
  [1035, 'Business Centralissa ei ole yhdistämismäärityksiä.'],
])('says in %i that there are no mappings', async (language, words) => {
  const page = await show({ review: () => Promise.resolve([]) }, language);
  expect(page.text()).toContain(words);
});
