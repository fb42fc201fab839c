import { act, fireEvent } from '@testing-library/react';
import { typingPause } from '../../CoupleRecord/views/couple/useCandidates';
import { BusinessCentralError } from '../../businessCentral/errors';
import {
  account,
  candidateOf,
  candidates,
  couplingOf,
  fakeCoupling,
  mappingFor,
  pairFor,
  stateOf,
} from './fakeCoupling';
import type { FakeCoupling } from './fakeCoupling';
import { settle } from './rendering';
import { showCoupling } from './renderingCoupling';
import type { ShownCoupling } from './renderingCoupling';

const adatum = candidateOf('10000', 'Adatum Corporation', {
  email: 'robert@adatum.example',
  reason: 'sameName',
});
const barred = candidateOf('20000', 'Adatum Trading', { isCoupled: true });
const third = candidateOf('30000', 'School of Fine Art', { reason: 'emailStartsWith' });

/** The panel of a record that is not coupled, with its first search answered. */
async function openPanel(
  fake: FakeCoupling,
  ...rest: [record?: typeof account, surroundings?: Parameters<typeof showCoupling>[2]]
): Promise<ShownCoupling> {
  const shown = await showCoupling(fake, ...rest);
  await shown.press('Couple…');
  fake.searches[0]!.answer(candidates(adatum, barred, third));
  await settle();
  return shown;
}

const ownersCount = { dependsOn: ['SALESPEOPLE'] };
const ownerToCouple = {
  record: { table: 'systemuser', id: 'user-1' },
  part: 'owner',
  name: 'Nancy Davolio',
} as const;

const searchBox = (shown: ShownCoupling) => shown.getByRole('searchbox');
const list = (shown: ShownCoupling) => shown.getByRole('listbox');
const asked = (fake: FakeCoupling) => fake.searches.map((search) => search.asked);

function activeText(shown: ShownCoupling): string {
  const id = list(shown).getAttribute('aria-activedescendant') ?? '';
  return shown.container.querySelector(`#${id}`)?.querySelector('span')?.textContent ?? '';
}

async function key(element: Element, name: string): Promise<void> {
  fireEvent.keyDown(element, { key: name });
  await settle();
}

describe('the search', () => {
  it('begins with what the record says of itself, and the box has the focus', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    expect(asked(fake)).toEqual(['customer: ']);
    expect(searchBox(shown)).toBe(document.activeElement);
    expect(searchBox(shown).getAttribute('placeholder')).toBe('Adatum Corporation');
  });

  it('begins with the number on the form where that is not the saved one', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake, account, { form: { number: '10000' } });
    expect(asked(fake)).toEqual(['customer: 10000']);
    expect(searchBox(shown)).toHaveProperty('value', '10000');
  });

  it('waits for a pause in typing, and not for it after Enter', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    jest.useFakeTimers();
    const pass = async (milliseconds: number) => {
      act(() => {
        jest.advanceTimersByTime(milliseconds);
      });
      await settle();
    };
    try {
      fireEvent.change(searchBox(shown), { target: { value: 'a' } });
      await pass(typingPause - 1);
      fireEvent.change(searchBox(shown), { target: { value: 'ad' } });
      await pass(typingPause - 1);
      expect(asked(fake)).toHaveLength(1);
      await pass(1);
      expect(asked(fake)).toEqual(['customer: ', 'customer: ad']);
      fireEvent.change(searchBox(shown), { target: { value: 'ada ' } });
      await key(searchBox(shown), 'Enter');
      expect(asked(fake)).toEqual(['customer: ', 'customer: ad', 'customer: ada']);
      await pass(typingPause);
      expect(asked(fake)).toHaveLength(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('never shows an older answer in the place of a newer one', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    for (const value of ['ad', 'adatum']) {
      fireEvent.change(searchBox(shown), { target: { value } });
      await key(searchBox(shown), 'Enter');
    }
    const [, older, newer] = fake.searches;
    expect(older!.signal?.aborted).toBe(true);
    newer!.answer(candidates(candidateOf('2', 'Newer')));
    await settle();
    older!.answer(candidates(candidateOf('1', 'Older')));
    await settle();
    expect(list(shown).textContent).toContain('2 Newer');
    expect(list(shown).textContent).not.toContain('Older');
  });

  it('tells how many were found, that there are more, and that there are none', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    expect(shown.getAllByRole('status')[1]!.textContent).toBe('3 records found.');
    fireEvent.change(searchBox(shown), { target: { value: 'a' } });
    await key(searchBox(shown), 'Enter');
    expect(shown.getAllByRole('status')[1]!.textContent).toBe('Searching…');
    fake.searches[1]!.answer({ ...candidates(adatum), more: true });
    await settle();
    expect(shown.getAllByRole('status')[1]!.textContent).toBe(
      '1 record found. There are more; type more to find the right one.',
    );
    fireEvent.change(searchBox(shown), { target: { value: '<b>x</b>' } });
    await key(searchBox(shown), 'Enter');
    fake.searches[2]!.answer(candidates());
    await settle();
    expect(shown.getAllByRole('status')[1]!.textContent).toBe(
      'Nothing matches “<b>x</b>”. Try a part of the name, or the number.',
    );
    expect(shown.queryByRole('listbox')).toBeNull();
  });

  it('says why it failed, and searches again on wish', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Couple…');
    fake.searches[0]!.fail(new BusinessCentralError('timeout'));
    await settle();
    expect(shown.getAllByRole('status')[1]!.textContent).toContain('Business Central took too long');
    await shown.press('Try again');
    fake.searches[1]!.answer(candidates(adatum));
    await settle();
    expect(list(shown).textContent).toContain('10000 Adatum Corporation');
  });

  it('is of the kind that the user chooses, where the record may become several', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake, { ...account, notCouplable: new Map() });
    fireEvent.click(shown.getByLabelText('Vendor'));
    await settle();
    expect(asked(fake)).toEqual(['customer: ', 'vendor: ']);
  });

  it('ends with the form', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Couple…');
    shown.leave();
    expect(fake.searches[0]!.signal?.aborted).toBe(true);
  });
});

describe('a candidate', () => {
  it('says its number, name and e-mail, and why it matches', async () => {
    const shown = await openPanel(fakeCoupling(stateOf()));
    expect(shown.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '10000 Adatum Corporation robert@adatum.exampleSame name',
      '20000 Adatum TradingAlready coupled to another record of Sales',
      '30000 School of Fine ArtThe email begins with it',
    ]);
  });

  it('is reached and chosen by keyboard: down from the box, arrows, first letters, Home, End, Enter', async () => {
    const shown = await openPanel(fakeCoupling(stateOf()));
    await key(searchBox(shown), 'ArrowDown');
    expect(list(shown)).toBe(document.activeElement);
    expect(activeText(shown)).toBe('10000 Adatum Corporation');
    await key(list(shown), 'ArrowUp');
    expect(activeText(shown)).toBe('10000 Adatum Corporation');
    await key(list(shown), 'End');
    expect(activeText(shown)).toBe('30000 School of Fine Art');
    await key(list(shown), 'ArrowDown');
    expect(activeText(shown)).toBe('30000 School of Fine Art');
    await key(list(shown), 'Home');
    expect(activeText(shown)).toBe('10000 Adatum Corporation');
    await key(list(shown), 's');
    expect(activeText(shown)).toBe('30000 School of Fine Art');
    await key(list(shown), '2');
    expect(activeText(shown)).toBe('20000 Adatum Trading');
    await key(list(shown), 'z');
    expect(activeText(shown)).toBe('20000 Adatum Trading');
    await key(list(shown), 'ArrowUp');
    await key(list(shown), 'Enter');
    expect(shown.getByRole('option', { selected: true }).textContent).toContain('10000');
  });

  it('keeps the focus in the list when a newer answer comes, which begins with its best match', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    fireEvent.change(searchBox(shown), { target: { value: 'school' } });
    await key(searchBox(shown), 'Enter');
    await key(searchBox(shown), 'ArrowDown');
    await key(list(shown), 'End');
    fake.searches[1]!.answer(candidates(third, adatum));
    await settle();
    expect(list(shown)).toBe(document.activeElement);
    expect(activeText(shown)).toBe('30000 School of Fine Art');
    await key(list(shown), 'ArrowDown');
    expect(activeText(shown)).toBe('10000 Adatum Corporation');
  });

  it('that its mapping leaves out is shown with the reason, but not chosen', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Couple…');
    fake.searches[0]!.answer(candidates(candidateOf('62000', 'Litware', { leftOut: 'blocked' })));
    await settle();
    const option = shown.getByRole('option', { name: /Blocked in Business Central/ });
    expect(option.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(option);
    await settle();
    expect(option.getAttribute('aria-selected')).toBe('false');
  });

  it('that is coupled already is shown, but not chosen', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    await key(list(shown), '2');
    await key(list(shown), 'Enter');
    fireEvent.click(shown.getAllByRole('option')[1]!);
    await settle();
    expect(shown.getAllByRole('option')[1]!.getAttribute('aria-disabled')).toBe('true');
    expect(shown.queryByRole('option', { selected: true })).toBeNull();
    await shown.press('Couple: choose a record first');
    expect(fake.deeds).toEqual([]);
  });

  it('is no longer chosen once a search leaves it out', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    fireEvent.click(shown.getAllByRole('option')[0]!);
    await settle();
    expect(shown.getByRole('button', { name: 'Couple: 10000 Adatum Corporation' })).toBeTruthy();
    fireEvent.change(searchBox(shown), { target: { value: 'school' } });
    await key(searchBox(shown), 'Enter');
    fake.searches[1]!.answer(candidates(third));
    await settle();
    expect(shown.getByRole('button', { name: 'Couple: choose a record first' })).toBeTruthy();
  });

  it('with a hostile name is written as text', async () => {
    const name = `<img src=x onerror=alert(1)> "O'Brien" \u202E`;
    const fake = fakeCoupling(stateOf());
    const shown = await showCoupling(fake);
    await shown.press('Couple…');
    fake.searches[0]!.answer(candidates(candidateOf('<b>', name)));
    await settle();
    expect(list(shown).textContent).toContain(name);
    expect(shown.container.querySelector('img, b')).toBeNull();
  });
});

describe('synchronizing after coupling', () => {
  const chosen = (shown: ShownCoupling) =>
    shown
      .getAllByRole('radio')
      .filter((radio) => (radio as HTMLInputElement).checked)
      .map((radio) => radio.closest('label')?.textContent);

  it.each([
    ['bidirectional', 'Yes, with Business Central’s data', 'toSales'],
    ['toSales', 'Yes, with Business Central’s data', 'toSales'],
    ['fromSales', 'Yes, with Sales’ data', 'fromSales'],
  ] as const)('is proposed as page 5336 does: %s', async (direction, text, action) => {
    const customer = pairFor('customer');
    const fake = fakeCoupling(
      stateOf({ mappings: new Map([[customer, mappingFor(customer, { direction })]]) }),
    );
    const shown = await openPanel(fake);
    expect(chosen(shown)).toEqual([text]);
    fireEvent.click(shown.getAllByRole('option')[0]!);
    await settle();
    await shown.press('Couple: 10000 Adatum Corporation');
    expect(fake.deeds.map((deed) => deed.asked)).toEqual([`couple customer 10000 ${action}`]);
  });

  it.each([
    ['what must be coupled first is not', { uncoupledPrerequisites: [ownerToCouple] }, account],
    [
      'a team owns the record',
      { mappings: new Map([[pairFor('customer'), mappingFor(pairFor('customer'), ownersCount)]]) },
      { ...account, owner: { kind: 'team', name: 'East' } as const },
    ],
  ])('with Sales’ data is said to fail where %s', async (_why, state, record) => {
    const shown = await openPanel(fakeCoupling(stateOf(state)), record);
    expect(shown.text()).not.toContain('This synchronization will fail');
    fireEvent.click(shown.getByLabelText('Yes, with Sales’ data'));
    await settle();
    expect(shown.text()).toContain('This synchronization will fail. First put right what is said above.');
  });

  it('is left out on wish', async () => {
    const fake = fakeCoupling(stateOf());
    const shown = await openPanel(fake);
    fireEvent.click(shown.getByLabelText('No'));
    fireEvent.click(shown.getAllByRole('option')[0]!);
    await settle();
    await shown.press('Couple: 10000 Adatum Corporation');
    expect(fake.deeds.map((deed) => deed.asked)).toEqual(['couple customer 10000 none']);
  });
});

describe('the panel', () => {
  it.each([
    ['Cancel', (shown: ShownCoupling) => shown.press('Cancel')],
    ['Escape', (shown: ShownCoupling) => key(searchBox(shown), 'Escape')],
  ])('closes with %s and gives the focus back', async (_how, close) => {
    const shown = await openPanel(fakeCoupling(stateOf()));
    await close(shown);
    expect(shown.queryByRole('searchbox')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Couple…');
  });

  it('asks before it replaces a coupling, naming both records, and does it in one deed', async () => {
    const fake = fakeCoupling(
      stateOf({ couplings: [couplingOf('customer', { recordNo: '50000', recordName: 'Relecloud' })] }),
    );
    const shown = await showCoupling(fake);
    await shown.press('Couple to another…');
    fake.searches[0]!.answer(candidates(adatum));
    await settle();
    fireEvent.click(shown.getAllByRole('option')[0]!);
    await settle();
    await shown.press('Couple: 10000 Adatum Corporation');
    expect(fake.deeds).toEqual([]);
    expect(shown.getByRole('alertdialog').textContent).toContain(
      'Couple to 10000 Adatum Corporation instead of 50000 Relecloud?',
    );
    await key(shown.getByRole('alertdialog'), 'Escape');
    expect(shown.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Couple');
    await shown.press('Couple: 10000 Adatum Corporation');
    await shown.press('Couple');
    expect(fake.deeds.map((deed) => deed.asked)).toEqual(['recouple customer 50000 10000 toSales']);
  });
});
