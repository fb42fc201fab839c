import * as React from 'react';
import { fireEvent } from '@testing-library/react';
import { browserPause } from '../../administration/synchronization/review/pause';
import { SynchronizationPage } from '../../administration/synchronization/SynchronizationPage';
import type { SynchronizationQuestions } from '../../administration/synchronization/questions';
import { fakeQuestions, jobOf, mappingOf } from './fakeSynchronization';
import { rowOf, showPage } from './renderingAdministrationPages';
import { settle } from './rendering';

function show(answers: Partial<SynchronizationQuestions>, firstTab: string) {
  return showPage(
    <SynchronizationPage
      questions={fakeQuestions(answers)}
      firstTab={firstTab}
      links={{ openRow: () => undefined, openAddress: () => undefined }}
      onSalespeople={() => undefined}
    />,
  );
}

it('shows mappings with direction, filters and last run', async () => {
  const page = await show(
    {
      mappings: () =>
        Promise.resolve([
          mappingOf('CUSTOMER', {
            recordFilter: 'VERSION(1) SORTING(Field1) WHERE(Field39=1(0))',
            rowFilter: 'VERSION(1) SORTING(Field1) WHERE(Field6=1(3),Field99=1(7))',
            lastToSales: Date.UTC(2026, 10, 20, 8, 0),
            dependsOn: ['CURRENCY'],
          }),
          mappingOf('CURRENCY', { direction: 'toSales', recordFilter: null, rowFilter: null }),
        ]),
    },
    'mappings',
  );
  const customer = rowOf(page, 'CUSTOMER').textContent;
  expect(customer).toContain('Business Central: Blocked is empty');
  expect(customer).toContain('Sales: Relationship type is Customer; Field99=1(7)');
  expect(customer).toMatch(/2026.*Never$/);
  expect(rowOf(page, 'CURRENCY').textContent).toContain('This Business Central does not show its filters');
});

it('reads jobs page by page, the latest first, with counts that are not zero, causes and the duration', async () => {
  const wanted: unknown[] = [];
  const page = await show(
    {
      mappings: () => Promise.resolve([mappingOf('CUSTOMER')]),
      jobs: (question) => {
        wanted.push(question);
        const job = jobOf(`job-${question.skip}`, {
          counts: { ...jobOf('').counts, inserted: 3, failed: 1 },
          errors: [
            'The owner of the row must be coupled to a Salesperson/Purchaser record.',
            'The salesperson JO must be coupled.',
            'Sisältö on liian pitkä.',
          ],
        });
        return Promise.resolve({ jobs: [job], total: 60 });
      },
    },
    'jobs',
  );
  expect(page.text()).toContain('1 failed, 3 created');
  expect(page.text()).toContain('0:01:05');
  const causes = [...page.container.querySelectorAll('details')];
  expect(causes.map((each) => each.querySelector('summary')?.textContent)).toEqual([
    'Its owner is not coupled to a salesperson',
    'Business Central could not synchronize it',
  ]);
  expect(causes[0]?.textContent).toMatch(/Couple the owner.*Details: The owner.*Details: The salesperson JO/);
  await page.press('Next rows');
  fireEvent.change(page.getByLabelText('Mapping'), { target: { value: 'CUSTOMER' } });
  await settle();
  expect(wanted).toEqual([
    { mapping: null, skip: 0, count: 25 },
    { mapping: null, skip: 25, count: 25 },
    { mapping: 'CUSTOMER', skip: 0, count: 25 },
  ]);
});

describe('a pause', () => {
  const hide = (hidden: boolean) => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  /** Whether a pause of a second has ended after two, with the page as the test leaves it. */
  async function endOf(signal = new AbortController().signal) {
    const ended = jest.fn();
    void browserPause(1_000, signal).then(ended);
    await jest.advanceTimersByTimeAsync(2_000);
    return ended;
  }
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lasts while nobody sees the page, and ends as soon as somebody does', async () => {
    hide(true);
    const ended = await endOf();
    expect(ended).not.toHaveBeenCalled();
    hide(false);
    await settle();
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends with what it was for', async () => {
    hide(true);
    const controller = new AbortController();
    const ended = await endOf(controller.signal);
    controller.abort();
    await settle();
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
