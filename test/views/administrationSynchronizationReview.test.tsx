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
  return {
    started,
    become: (changed: readonly ReviewLine[]) => {
      state.lines = changed;
    },
    questions: {
      review: () => Promise.resolve(state.lines),
      startFullSynch: (mapping: string) => {
        started.push(mapping);
        state.lines = state.lines.map((line) =>
          line.mapping === mapping ? { ...line, state: 'ready' as const } : line,
        );
        return Promise.resolve({ kind: 'done' as const, jobId: `job-${mapping}` });
      },
    },
  };
}

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
    'Not yet',
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
    /may take long.*goes on in Business Central when you leave.*this page has to be open/,
  );
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await settle();
  expect(started).toEqual([]);
  expect(page.queryByRole('alertdialog')).toBeNull();
});

it('starts in dependency order, follows with growing pauses, and announces the result', async () => {
  const { started, become, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start all…');
  await page.press('Start');
  expect(started).toEqual(['CURRENCY']);
  expect(rowOf(page, 'CUSTOMER').textContent).toContain('Waits for those before it');
  expect(page.pauses.map(({ milliseconds }) => milliseconds)).toEqual([2_000]);
  await page.pauses[0]!.end();
  expect(page.pauses.map(({ milliseconds }) => milliseconds)).toEqual([3_000]);
  become([customer, ended(currency)]);
  await page.pauses[0]!.end();
  expect(started).toEqual(['CURRENCY', 'CUSTOMER']);
  expect(page.announced()).toContain('1 of 2 mappings finished');
  expect(page.pauses.map(({ milliseconds }) => milliseconds)).toEqual([2_000]);
  become([ended(customer), ended(currency)]);
  await page.pauses[0]!.end();
  expect(page.announced()).toContain('Full synchronization ended: 2 of 2 mappings finished');
  expect(page.pauses).toEqual([]);
});

it('goes on with one click where the page was left before all had begun, and starts nothing twice', async () => {
  const vendor = lineOf('VENDOR', { dependsOn: ['CURRENCY'], waitsFor: ['CURRENCY'] });
  const { started, become, questions } = businessCentral([vendor, customer, currency]);
  const left = await show(questions);
  await left.press('Start all…');
  await left.press('Start');
  left.unmount();
  become([vendor, customer, ended(currency)]);
  const page = await show(questions);
  expect(page.text()).toContain('2 mappings have not been started yet');
  expect(page.text()).toContain('VENDOR → CUSTOMER');
  expect(page.text()).toContain(
    'What has been started goes on in Business Central. What waits for it is started while this page is open.',
  );
  expect(page.queryByRole('button', { name: /^Start all/ })).toBeNull();
  await page.press('Go on with the rest (2)');
  expect(started).toEqual(['CURRENCY', 'VENDOR', 'CUSTOMER']);
  expect(page.queryByRole('button', { name: /^Go on with the rest/ })).toBeNull();
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
  expect(started).toEqual(['CURRENCY']);
});

it('looks no more once the page is left', async () => {
  const page = await show({ review: () => Promise.resolve([{ ...currency, state: 'inProcess' }]) });
  expect(page.pauses.map(({ watching }) => watching)).toEqual(['whileSeen']);
  page.unmount();
  expect(page.pauses).toEqual([]);
});

it('goes on starting what waits while another part of the page is looked at, and says how far it is there', async () => {
  const { started, become, questions } = businessCentral([customer, currency]);
  const page = await show({ ...questions, coupledCounts: () => Promise.resolve([countOf('customer')]) });
  await page.press('Start all…');
  await page.press('Start');
  fireEvent.click(page.getByRole('tab', { name: 'Couple first' }));
  await settle();
  expect(page.pauses.map(({ watching }) => watching)).toEqual(['evenUnseen']);
  become([customer, ended(currency)]);
  await page.pauses[0]!.end();
  expect(started).toEqual(['CURRENCY', 'CUSTOMER']);
  expect(page.getByRole('tabpanel', { name: 'Couple first' }).textContent).toContain(
    '1 of 2 mappings finished',
  );
});

it('holds up what depends on a failed one, and restarts the failed ones together', async () => {
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
  expect(started).toEqual(['CURRENCY', 'CURRENCY']);
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

it('starts no more when told so, though what has begun goes on', async () => {
  const { started, become, questions } = businessCentral([customer, currency]);
  const page = await show(questions);
  await page.press('Start all…');
  await page.press('Start');
  await page.press('Start no more');
  become([customer, ended(currency)]);
  await page.pauses[0]!.end();
  expect(started).toEqual(['CURRENCY']);
});

it('leads to coupling where records had better be coupled first, and starts those only when told', async () => {
  const { questions } = businessCentral([lineOf('CUSTOMER', { recommendation: 'coupleFirst' })]);
  const page = await show({ ...questions, coupledCounts: () => Promise.resolve([]) });
  expect(page.getByRole('button', { name: /^Start all…:/ }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(page.getByRole('checkbox', { name: 'Start those as well' }));
  expect(page.getByRole('button', { name: 'Start all…' }).getAttribute('aria-disabled')).toBeNull();
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
