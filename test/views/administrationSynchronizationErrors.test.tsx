import * as React from 'react';
import { act, fireEvent, within } from '@testing-library/react';
import { SynchronizationPage } from '../../administration/synchronization/SynchronizationPage';
import type { SynchronizationQuestions } from '../../administration/synchronization/questions';
import type { SkippedRecord } from '../../businessCentral/administration/skippedRecords';
import { synchCauses } from '../../businessCentral/administration/types';
import type { WorkOptions, WorkResult } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { deferred, fakeQuestions, skippedOf } from './fakeSynchronization';
import { rowOf, showPage } from './renderingAdministrationPages';
import { settle } from './rendering';

const opened: string[] = [];
beforeEach(() => opened.splice(0));

function show(answers: Partial<SynchronizationQuestions>, language?: number) {
  const page = (
    <SynchronizationPage
      questions={fakeQuestions(answers)}
      firstTab="errors"
      links={{
        openRow: ({ table, id }) => opened.push(`${table} ${id}`),
        openAddress: (address) => opened.push(address),
      }}
      onSalespeople={() => undefined}
    />
  );
  return showPage(page, language);
}

const all = (records: readonly SkippedRecord[], total = records.length) => ({
  skippedRecords: () => Promise.resolve({ records, total }),
});

it.each(synchCauses)(
  'says %s in plain words with a remedy, and what Business Central said',
  async (cause) => {
    const page = await show(all([skippedOf('10000', { cause })]));
    const { textContent } = rowOf(page, 'Customer 10000 Customer 10000');
    expect(textContent).not.toMatch(/cause_|causeRemedy_/);
    expect(textContent).toContain('Details: The salesperson must be coupled.');
  },
);

it('leads to the record in Sales and in Business Central, where it still is', async () => {
  const page = await show({
    ...all([skippedOf('10000'), skippedOf('', { key: 'gone' })]),
    recordAddress: ({ recordNo }) => (recordNo === '' ? null : `https://bc.example/?no=${recordNo}`),
  });
  await page.press('Open in Sales: Customer 10000 Customer 10000');
  await page.press('Open in Business Central: Customer 10000 Customer 10000');
  expect(opened).toEqual(['account account-10000', 'https://bc.example/?no=10000']);
  const gone = rowOf(page, 'Customer: deleted in Business Central');
  expect(within(gone).queryByRole('button', { name: /Open in Business Central/ })).toBeNull();
});

it('says of how many it shows the first', async () => {
  const page = await show(all([skippedOf('10000'), skippedOf('20000')], 1_234));
  expect(page.text()).toContain('The first 2 of 1234 records are shown');
  expect(page.announced()).toContain('1234 records are left out.');
});

it('says nothing of the first where it shows them all', async () => {
  const page = await show(all([skippedOf('10000')]));
  expect(page.text()).not.toContain('The first');
});

it('retries the chosen ones of the mapping that is shown, and no others', async () => {
  const retried: string[][] = [];
  const page = await show({
    ...all([skippedOf('10000'), skippedOf('20000'), skippedOf('1896-S', { mapping: 'ITEM-PRODUCT' })]),
    retry: (records) => {
      retried.push(records.map(({ recordNo }) => recordNo));
      return Promise.resolve({ done: records, failed: [], left: [] });
    },
  });
  fireEvent.change(page.getByLabelText('Mapping'), { target: { value: 'CUSTOMER' } });
  fireEvent.click(page.getByRole('checkbox', { name: 'Customer 10000 Customer 10000' }));
  await page.press('Retry 1 record');
  await page.press('Choose all 2');
  await page.press('Retry 2 records');
  expect(retried).toEqual([['10000'], ['10000', '20000']]);
});

it('shows progress, ends when told, and keeps what was done, what failed and what was left', async () => {
  const answer = deferred<WorkResult<SkippedRecord>>();
  let given: WorkOptions | null = null;
  const records = ['1', '2', '3'].map((no) => skippedOf(no));
  const retried: (readonly SkippedRecord[])[] = [];
  const page = await show({
    ...all(records),
    retry: (tasks, options) => {
      given = options;
      retried.push(tasks);
      return answer.promise;
    },
  });
  await page.press('Choose all 3');
  await page.press('Retry 3 records');
  act(() => given?.onProgress?.({ done: 1, total: 3 }));
  expect(page.text()).toContain('1 of 3');
  await page.press('Cancel');
  expect(given!).toHaveProperty('signal.aborted', true);
  expect(page.text()).toContain('Ending after the present one…');
  answer.resolve({
    done: [records[0]!],
    failed: [
      {
        task: records[1]!,
        error: new BusinessCentralError('businessCentralFailed', {
          serverMessage: 'Name must have a value.',
        }),
      },
    ],
    left: [records[2]!],
  });
  await settle();
  expect(page.announced()).toContain('1 done. 1 failed. 1 was not begun.');
  const failures = page.getByRole('table', { name: 'What failed' });
  expect(failures.textContent).toContain('Details: Name must have a value.');
  expect(failures.textContent).toContain('Business Central could not synchronize it');
  await page.press('Try again');
  expect(retried[1]).toEqual([records[1], records[2]]);
});

it('has 20,000 errors in pages of 50, and chooses all of them with one press', async () => {
  const page = await show(all(Array.from({ length: 20_000 }, (_, index) => skippedOf(String(index)))));
  expect(page.getAllByRole('rowheader')).toHaveLength(50);
  await page.press('Choose all 20000');
  expect(page.getByRole('button', { name: 'Retry 20000 records' })).toBeTruthy();
});

it('takes what another admin has mended off the list after a retry', async () => {
  let records = [skippedOf('10000'), skippedOf('20000')];
  const page = await show({
    skippedRecords: () => Promise.resolve({ records, total: records.length }),
    retry: (tasks) => {
      records = [];
      return Promise.resolve({ done: tasks, failed: [], left: [] });
    },
  });
  await page.press('Retry: Customer 10000 Customer 10000');
  expect(page.text()).toContain('Nothing is left out of synchronization.');
});

it.each([
  [1040, 'Il suo proprietario non è associato a un agente'],
  [1053, 'Dess ägare är inte kopplad till en säljare'],
  [1035, 'Sen omistajaa ei ole yhdistetty myyjään'],
])('says the cause in %i', async (language, words) => {
  const page = await show(all([skippedOf('10000')]), language);
  expect(page.text()).toContain(words);
});
