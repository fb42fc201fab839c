import * as React from 'react';
import { fireEvent, within } from '@testing-library/react';
import { OpenRowContext } from '../../administration/parts/openRow';
import { SalespeoplePage } from '../../administration/salespeople/SalespeoplePage';
import type { Pairing, SalespeopleQuestions } from '../../administration/salespeople/questions';
import { pairsOf, usersMatching } from '../../administration/salespeople/salespeoplePairs';
import type { Salesperson, UserToCouple } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { coupledMeanwhile } from './fakeSynchronization';
import { rowOf, showPage } from './renderingAdministrationPages';
import { settle } from './rendering';

const nora: UserToCouple = { id: 'user-nora', name: 'Nora Berg', email: 'nora@cronus.example' };
const jim: UserToCouple = { id: 'user-jim', name: 'Jim Olive', email: 'jim@cronus.example' };
const bart: UserToCouple = { id: 'user-bart', name: 'Bart Duncan', email: 'bart@cronus.example' };
const salesperson = (code: string, coupledTo: string | null = null): Salesperson => ({
  code,
  name: `Salesperson ${code}`,
  email: '',
  coupledTo,
});

beforeEach(() => {
  // jsdom lays nothing out, so there is nothing to scroll.
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
});

interface Fake {
  readonly questions: SalespeopleQuestions;
  readonly coupled: (readonly Pairing[])[];
}

/** A company that couples what it is told, unless the test answers otherwise. */
function fake(answers: Partial<SalespeopleQuestions> = {}): Fake {
  const coupled: (readonly Pairing[])[] = [];
  const partners = new Map<string, string | null>([
    ['BD', 'user-bart'],
    ['JO', null],
    ['NB', null],
  ]);
  return {
    coupled,
    questions: {
      salespeople: () =>
        Promise.resolve([...partners].map(([code, coupledTo]) => salesperson(code, coupledTo))),
      users: () => Promise.resolve([bart, jim, nora]),
      propose: () => [
        { code: 'BD', userId: 'user-bart', by: 'coupled' },
        { code: 'JO', userId: 'user-jim', by: 'email' },
      ],
      couple: (pairings) => {
        coupled.push(pairings);
        pairings.forEach(({ code, userId }) => partners.set(code, userId));
        return Promise.resolve({ done: pairings, failed: [], left: [] });
      },
      ownedRows: () => Promise.resolve(new Map([['user-nora', 17]])),
      ownedRecords: () => Promise.resolve([]),
      ...answers,
    },
  };
}

const show = ({ questions }: Fake, language?: number) =>
  showPage(<SalespeoplePage questions={questions} />, language);

it('shows each salesperson beside the user, and why that user is proposed', async () => {
  const page = await show(fake());
  expect(rowOf(page, /^BD/).textContent).toContain('Bart Duncan');
  expect(rowOf(page, /^BD/).textContent).toContain('Coupled in Business Central');
  expect(rowOf(page, /^JO/).textContent).toMatch(/Jim Olive.*Proposed.*Same email/);
  expect(rowOf(page, /^NB/).textContent).toMatch(/No user.*Not coupled/);
});

it('says who is not coupled, and how many records do not synchronize therefore', async () => {
  const page = await show(fake());
  expect(page.announced()).toContain('1 of 3 salespeople are coupled');
  expect(page.text()).toContain('17 records do not synchronize');
  const without = page.getByRole('table', { name: 'Users without a salesperson' });
  expect(
    within(without)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Nora Berg', 'Jim Olive']);
});

it('shows which records of a user do not synchronize, and opens one', async () => {
  const asked: string[] = [];
  const opened: string[] = [];
  const { questions } = fake({
    ownedRecords: (userId) => {
      asked.push(userId);
      return Promise.resolve([
        { table: 'account', id: 'account-1', name: 'Adatum' },
        { table: 'opportunity', id: 'opportunity-1', name: '20 desks' },
      ]);
    },
  });
  const page = await showPage(
    <OpenRowContext.Provider value={({ table, id }) => opened.push(`${table} ${id}`)}>
      <SalespeoplePage questions={questions} />
    </OpenRowContext.Provider>,
  );
  expect(page.queryByRole('button', { name: 'Show records: Jim Olive' })).toBeNull();
  await page.press('Show records: Nora Berg');
  const records = page.getByRole('table', { name: 'What Nora Berg owns and does not synchronize' });
  expect(within(records).getByText('20 desks').closest('tr')?.textContent).toContain('Opportunity');
  await page.press('Open in Sales: Adatum');
  expect([asked, opened]).toEqual([['user-nora'], ['account account-1']]);
  await page.press('Close');
  expect(page.queryByRole('table', { name: /^What Nora Berg owns/ })).toBeNull();
});

it('couples one that is confirmed', async () => {
  const source = fake();
  const page = await show(source);
  await page.press('Couple: JO Jim Olive');
  expect(source.coupled).toEqual([[{ code: 'JO', userId: 'user-jim', insteadOf: null }]]);
  expect(rowOf(page, /^JO/).textContent).toContain('Coupled');
  expect(page.announced()).toContain('2 of 3 salespeople are coupled');
});

it('finds a user with the keyboard, and couples what was chosen with all that is proposed', async () => {
  const source = fake();
  const page = await show(source);
  await page.press('Choose a user…: NB');
  const box = page.getByRole('combobox', { name: 'User for NB: name or email' });
  expect(document.activeElement).toBe(box);
  fireEvent.change(box, { target: { value: 'NORA@' } });
  expect(page.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Nora Berg nora@cronus.example',
  ]);
  fireEvent.keyDown(box, { key: 'Enter' });
  await settle();
  expect(rowOf(page, /^NB/).textContent).toContain('Chosen, not coupled yet');
  await page.press('Couple all 2');
  expect(source.coupled[0]?.map(({ code }) => code)).toEqual(['JO', 'NB']);
});

it('does not let a user be chosen who belongs to another salesperson', async () => {
  const page = await show(fake());
  await page.press('Choose a user…: NB');
  const box = page.getByRole('combobox');
  fireEvent.change(box, { target: { value: 'bart' } });
  expect(page.getByRole('option').textContent).toContain('Belongs to another salesperson already');
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(page.queryByRole('combobox')).not.toBeNull();
  fireEvent.keyDown(box, { key: 'Escape' });
  expect(page.queryByRole('combobox')).toBeNull();
});

it('asks before it takes a coupling away', async () => {
  const source = fake();
  const page = await show(source);
  await page.press('Change…: BD');
  fireEvent.click(page.getByRole('option', { name: /Nora Berg/ }));
  await page.press('Couple: BD Nora Berg');
  expect(source.coupled).toEqual([]);
  const dialog = page.getByRole('alertdialog', { name: 'Couple to another user: BD – Nora Berg?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Couple' }));
  await settle();
  expect(source.coupled).toEqual([[{ code: 'BD', userId: 'user-nora', insteadOf: 'user-bart' }]]);
});

it('keeps what failed, such as what another admin was quicker with, for another attempt', async () => {
  const attempts: (readonly Pairing[])[] = [];
  const page = await show(
    fake({
      couple: (pairings) => {
        attempts.push(pairings);
        return Promise.resolve({
          done: [],
          failed: pairings.map((task) => ({ task, error: coupledMeanwhile })),
          left: [],
        });
      },
    }),
  );
  await page.press('Couple 1 salesperson');
  expect(rowOf(page, 'JO – Jim Olive').textContent).toContain('coupled by somebody else');
  await page.press('Try again');
  expect(attempts[1]).toEqual(attempts[0]);
});

it('does without the number of records where it cannot be read', async () => {
  const page = await show(
    fake({ ownedRows: () => Promise.reject(new BusinessCentralError('notPermitted')) }),
  );
  expect(page.text()).not.toContain('records do not synchronize,');
  expect(rowOf(page, 'Nora Berg').textContent).toContain('Not known');
});

it('names the role where salespeople may not be read', async () => {
  const page = await show(
    fake({ salespeople: () => Promise.reject(new BusinessCentralError('notPermitted')) }),
  );
  expect(page.text()).toContain('It takes the security role “Integration Administrator”.');
});

it('never proposes a user for whom somebody chose another salesperson', () => {
  const known = {
    salespeople: [salesperson('JO'), salesperson('NB')],
    users: [jim, nora],
    proposals: [{ code: 'JO', userId: 'user-jim', by: 'name' as const }],
  };
  const pairs = pairsOf(known, new Map([['NB', 'user-jim']]));
  expect(pairs.map(({ state }) => state)).toEqual(['open', 'chosen']);
});

it('finds among 2,000 users those who begin with the text before those who hold it, and no more than asked for', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: `user-${index}`,
    name: `Sales ${index}`,
    email: '',
  }));
  const found = usersMatching([...many, { id: 'last', name: 'Alesund Ann', email: '' }], 'ales', 20);
  expect(found).toHaveLength(20);
  expect(found[0]?.id).toBe('last');
});
