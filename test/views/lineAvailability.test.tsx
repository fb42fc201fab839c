import { fireEvent, screen } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import type { ItemSupply, ProductSupply } from '../../businessCentral/availability/types';
import type { DocumentLine } from '../../sales/sales';
import {
  documentOf,
  fakeBusinessCentral,
  fakeSales,
  found,
  inDays,
  lineOf,
  now,
  orderOf,
  pieces,
  productOf,
} from './fakeSources';
import type { SupplyAnswer } from './fakeSources';
import { ignoreComplaints, lineForm, settle, show } from './rendering';
import type { FormState } from '../../ProductAvailability/views/ProductAvailabilityView';

/** The line of the form as saved, with its siblings, and one answer for every product. */
async function showLine(
  answer: SupplyAnswer | null,
  { form = lineForm, lines = [lineOf()] as readonly DocumentLine[], readOnly = false, unit = pieces } = {},
) {
  const { sales, calls } = fakeSales(documentOf(lines), { unit: () => Promise.resolve(unit) });
  const { businessCentral, questions } = fakeBusinessCentral(answer);
  const shown = show({ sales, businessCentral, form, readOnly });
  await settle();
  return { ...shown, calls, questions };
}

const sentences: readonly [string, Partial<ItemSupply>, Partial<FormState>, string][] = [
  ['all is there', { inventory: 500 }, { quantity: 5 }, 'Available: 5 PCS now'],
  [
    'all is there on a later day',
    {},
    { quantity: 46, requestedDate: inDays(20) },
    'Available: 46 PCS on 10 December',
  ],
  ['a part is there', {}, {}, 'Partly available: 6 of 10 PCS now, the rest on 3 December'],
  ['a part, and no more', { receipts: [] }, {}, 'Partly available: 6 of 10 PCS now, nothing more expected'],
  [
    'a part, and not enough more',
    { receipts: [orderOf(inDays(4), 2)] },
    {},
    'Partly available: 6 of 10 PCS now, 8 on 24 November, nothing more expected',
  ],
  ['it comes', { inventory: 0 }, { quantity: 8 }, 'Expected: 8 PCS on 3 December'],
  [
    'nothing comes',
    { inventory: 0, receipts: [] },
    { quantity: 4 },
    'Short: none of 4 PCS now, nothing expected',
  ],
  [
    'not enough comes',
    { inventory: -3, receipts: [orderOf(inDays(21), 5)] },
    { quantity: 5 },
    'Short: none of 5 PCS now, 2 on 11 December, nothing more expected',
  ],
  ['a service', { kind: 'service' }, {}, 'Not stocked'],
  ['blocked', { blocked: true }, {}, 'Blocked'],
  ['no quantity', {}, { quantity: null }, 'No quantity: 6 PCS available now'],
  ['quantity zero', {}, { quantity: 0 }, 'No quantity: 6 PCS available now'],
  ['a negative quantity', {}, { quantity: -2 }, 'No quantity: 6 PCS available now'],
  [
    'a thousand million',
    {},
    { quantity: 1e9 },
    'Partly available: 6 of 1000000000 PCS now, 46 on 3 December, nothing more expected',
  ],
  ['decimals', {}, { quantity: 2.5 }, 'Available: 2.5 PCS now'],
  ['receipts missing', { receipts: null }, {}, 'Incomplete: 6 of 10 PCS now, the rest is not known'],
  ['inventory missing', { inventory: null }, {}, 'Incomplete'],
];

describe('the sentence of a line', () => {
  it.each(sentences)('says it in words and numbers where %s', async (_case, supply, form, sentence) => {
    const { text, announced } = await showLine(() => found(supply), { form: { ...lineForm, ...form } });
    expect(text()).toContain(sentence);
    expect(announced()).toBe(`${sentence}.`);
  });

  it.each<[string, ProductSupply, string]>([
    ['is not coupled', { status: 'notCoupled', readAt: now }, 'Not coupled'],
    ['has lost its item', { status: 'itemDeleted', readAt: now }, 'Item deleted'],
  ])('says it where the product %s, with the next step', async (_case, supply, word) => {
    const { text } = await showLine(() => supply);
    expect(text()).toContain(word);
    expect(text()).toMatch(/ask your administrator/i);
  });

  it('shows negative inventory as negative', async () => {
    const { text } = await showLine(() => found({ inventory: -3 }));
    expect(text()).toContain('On hand: -3 PCS.');
  });

  it('says that a requested date in the past counts as today', async () => {
    const { text } = await showLine(() => found(), { form: { ...lineForm, requestedDate: inDays(-4) } });
    expect(text()).toContain('The requested date has passed, so today counts.');
  });

  it('asks for a product, and Business Central for nothing, where there is none', async () => {
    const { text, questions } = await showLine(null, { form: { ...lineForm, id: null, productId: null } });
    expect(text()).toContain('No productChoose a product to see its availability.');
    expect(questions).toHaveLength(0);
  });

  it('knows a write-in product from the saved line', async () => {
    const writeIn = lineOf({ product: null, writeIn: true, title: 'Engraving' });
    const { text } = await showLine(null, { form: { ...lineForm, productId: null }, lines: [writeIn] });
    expect(text()).toContain('Write-in product');
  });

  it('judges a new line alone', async () => {
    const { text, calls } = await showLine(() => found(), { form: { ...lineForm, id: null } });
    expect(text()).toContain('Partly available: 6 of 10 PCS now');
    expect(calls).not.toContain('documentOfLine');
  });

  it.each([
    ['salesorderdetail', 'document-1'],
    ['quotedetail', undefined],
  ])(
    'of %s asks for the order %s, whose own lines in Business Central take nothing',
    async (table, order) => {
      const { questions } = await showLine(() => found(), { form: { ...lineForm, table } });
      expect(questions.map(({ options }) => options?.order)).toEqual([order]);
    },
  );

  it('takes off what earlier lines of the document take, and this line as it stands on the form', async () => {
    const sibling = lineOf({ lineId: 'line-0', lineNumber: 0, quantity: 4 });
    const { text } = await showLine(() => found(), {
      form: { ...lineForm, quantity: 2 },
      lines: [sibling, lineOf({ quantity: 10 })],
    });
    expect(text()).toContain('Available: 2 PCS now');
  });
});

describe('a change on the form', () => {
  it.each<[string, Partial<FormState>, string]>([
    ['quantity', { quantity: 3 }, 'Available: 3 PCS now'],
    ['requested date', { requestedDate: inDays(15) }, 'Available: 10 PCS on 5 December'],
    ['unit', { unit: { id: 'unit-box', name: 'BOX' } }, '2 of 10 BOX now'],
  ])('of the %s is answered at once and without a request', async (_what, changes, sentence) => {
    const { text, change, calls, questions } = await showLine(() =>
      found({ unitFactors: { PCS: 1, BOX: 3 } }),
    );
    const callsBefore = calls.length;
    change(changes);
    expect(text()).toContain(sentence);
    await settle();
    expect(calls).toHaveLength(callsBefore);
    expect(questions).toHaveLength(1);
  });

  it('of the product is asked once', async () => {
    const { text, change, questions } = await showLine(({ number }) =>
      found({ itemNo: number, inventory: number === '1896-S' ? 500 : 6 }),
    );
    change({ productId: 'id-1896-S' });
    expect(text()).not.toContain('Partly available');
    await settle();
    expect(text()).toContain('Available: 10 PCS now');
    expect(questions.map(({ products }) => products.map(({ number }) => number))).toEqual([
      ['1906-S'],
      ['1896-S'],
    ]);
  });

  it('asks Dataverse to convert a unit that Business Central does not know, and says so if it cannot', async () => {
    const { text, change, calls } = await showLine(() => found(), { unit: { name: 'CRATE', bases: [] } });
    change({ unit: { id: 'unit-crate', name: 'CRATE' } });
    await settle();
    expect(calls.filter((call) => call === 'unit')).toHaveLength(1);
    expect(text()).toContain('Unit not convertible: 10 CRATE asked for, 6 PCS available now');
    expect(text()).toContain('Choose another unit, or ask your administrator');
  });
});

describe('the unit on the form', () => {
  it('is not taken for the saved one because it has the same name', async () => {
    const boxOfPieces = { id: 'unit-box', name: 'BOX', bases: [{ name: 'PCS', quantity: 2 }] };
    const boxOfAnotherGroup = { id: 'unit-other', name: 'BOX', bases: [{ name: 'PCS', quantity: 3 }] };
    const { text, change, calls } = await showLine(() => found({ inventory: 12, receipts: [] }), {
      form: { ...lineForm, unit: { id: 'unit-box', name: 'BOX' } },
      lines: [lineOf({ unit: boxOfPieces })],
      unit: boxOfAnotherGroup,
    });
    expect(text()).toContain('6 of 10 BOX now');
    expect(calls).not.toContain('unit');
    change({ unit: { id: 'unit-other', name: 'BOX' } });
    await settle();
    expect(text()).toContain('4 of 10 BOX now');
  });

  it('is asked again on demand where it could not be read', async () => {
    let broken = true;
    const { sales } = fakeSales(documentOf([lineOf()]), {
      unit: () =>
        broken
          ? Promise.reject(new SalesError('salesUnreachable'))
          : Promise.resolve({ id: 'unit-crate', name: 'CRATE', bases: [{ name: 'PCS', quantity: 2 }] }),
    });
    const { businessCentral } = fakeBusinessCentral(() => found());
    const form = { ...lineForm, unit: { id: 'unit-crate', name: 'CRATE' } };
    const { text } = show({ sales, businessCentral, form });
    await settle();
    expect(text()).toContain('Dynamics 365 Sales cannot be reached.');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(text()).not.toContain('cannot be reached');
    expect(text()).toContain('Partly available: 3 of 10 CRATE now');
  });
});

describe('another record in the same form', () => {
  it('does not show the figures of the one before', async () => {
    const { text, change, questions } = await showLine(null);
    questions[0]!.answer(new Map([['id-1906-S', found()]]));
    await settle();
    expect(text()).toContain('Partly available');
    change({ id: 'line-2' });
    expect(text()).not.toContain('Partly available');
    await settle();
    questions[1]!.answer(new Map([['id-1906-S', found({ inventory: 500 })]]));
    await settle();
    expect(text()).toContain('Available: 10 PCS now');
  });

  it('is none when a new line is saved for the first time: its figures stay', async () => {
    const { text, change } = await showLine(() => found(), { form: { ...lineForm, id: null } });
    change({ id: 'line-1' });
    expect(text()).toContain('Partly available: 6 of 10 PCS now');
    await settle();
    expect(text()).toContain('Partly available: 6 of 10 PCS now');
  });
});

describe('questions that overlap', () => {
  it('drops the late answer about an earlier product', async () => {
    const { text, change, questions } = await showLine(null);
    change({ productId: 'id-1896-S' });
    await settle();
    const [early, late] = questions;
    late!.answer(new Map([['id-1896-S', found({ itemNo: '1896-S', inventory: 500 })]]));
    await settle();
    early!.answer(new Map([['id-1906-S', found({ inventory: 0, receipts: [] })]]));
    await settle();
    expect(early!.options?.signal?.aborted).toBe(true);
    expect(text()).toContain('Available: 10 PCS now');
  });

  it('ends the question when the control goes', async () => {
    const { questions, unmount } = await showLine(null);
    unmount();
    expect(questions[0]!.options?.signal?.aborted).toBe(true);
  });
});

describe('refreshing', () => {
  it('asks past all memory', async () => {
    const { questions } = await showLine(() => found());
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(questions.map(({ options }) => options?.fresh)).toEqual([false, true]);
  });

  it('keeps the figures when it fails, under the failure and with their time', async () => {
    const { text, questions, announced } = await showLine(null);
    questions[0]!.answer(new Map([['id-1906-S', found()]]));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    expect(announced()).toBe('Reading availability from Business Central…');
    questions[1]!.fail(new BusinessCentralError('unreachable'));
    await settle();
    expect(announced()).toMatch(/^Business Central cannot be reached\. Check your network/);
    expect(text()).toMatch(/Business Central cannot be reached\..*Partly available: 6 of 10/);
    expect(text()).toContain('Read 14:05');

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    questions[2]!.answer(new Map([['id-1906-S', found({ inventory: 500 })]]));
    await settle();
    expect(text()).not.toContain('cannot be reached');
    expect(text()).toContain('Available: 10 PCS now');
  });

  it('keeps the focus on the same button from failure to success', async () => {
    const { questions } = await showLine(null);
    questions[0]!.fail(new BusinessCentralError('timeout'));
    await settle();
    const button = screen.getByRole('button', { name: 'Try again' });
    button.focus();
    fireEvent.click(button);
    await settle();
    questions[1]!.answer(new Map([['id-1906-S', found()]]));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refresh' }));
  });

  it('treats the failure of this one product like any other', async () => {
    const error = new BusinessCentralError('businessCentralFailed', {
      service: 'ItemCard',
      status: 500,
      serverMessage: 'The item is being counted.',
    });
    const { text } = await showLine(() => ({ status: 'failed', error, readAt: now }));
    expect(text()).toContain('Something went wrong in Business Central.');
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(text()).toContain('For your administrator: ItemCard · HTTP 500 · The item is being counted.');
  });
});

describe('use this date', () => {
  it('writes the date on which everything is there, and takes it back', async () => {
    const { text, written, announced } = await showLine(() => found());
    fireEvent.click(screen.getByRole('button', { name: 'Use this date: 3 December' }));
    expect(written).toEqual([inDays(13)]);
    expect(text()).toContain('Available: 10 PCS on 3 December');
    expect(announced()).toMatch(/^Requested delivery is now 3 December\./);

    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written).toEqual([inDays(13), null]);
    expect(announced()).toMatch(/^Requested delivery has no date again\./);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('gives an earlier date back', async () => {
    const { written } = await showLine(() => found(), { form: { ...lineForm, requestedDate: inDays(2) } });
    fireEvent.click(screen.getByRole('button', { name: /^Use this date/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(written).toEqual([inDays(13), inDays(2)]);
  });

  it('forgets the undo when the date is changed by hand', async () => {
    const { change } = await showLine(() => found());
    fireEvent.click(screen.getByRole('button', { name: /^Use this date/ }));
    change({ requestedDate: inDays(30) });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it.each<[string, SupplyAnswer, boolean, Partial<FormState>]>([
    ['the form is read-only', () => found(), true, {}],
    ['the form has no requested date', () => found(), false, { requestedDate: undefined }],
    ['there is no such date', () => found({ receipts: [] }), false, {}],
    ['nothing is short', () => found({ inventory: 500 }), false, {}],
  ])('is not offered where %s', async (_case, answer, readOnly, form) => {
    await showLine(answer, { readOnly, form: { ...lineForm, ...form } });
    expect(screen.queryByRole('button', { name: /^Use this date/ })).toBeNull();
  });
});

describe('what is hostile', () => {
  it('shows markup in names as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { container, text } = await showLine(() => found({ description: name }));
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    await settle();
    expect(container.querySelector('img')).toBeNull();
    expect(text()).toContain(name);
  });

  it('keeps the form alive when an answer breaks the drawing, and tries again on demand', async () => {
    let broken = true;
    const { text } = await showLine(() => {
      const answer = found();
      return broken ? (JSON.parse('{"status":"found","supply":null,"readAt":0}') as ProductSupply) : answer;
    });
    expect(text()).toContain('Something went wrong while this was being shown.');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(text()).toContain('Partly available');
    ignoreComplaints();
  });
});

it('finds a product that came without a saved line by its id', async () => {
  const { text } = await showLine(({ number }) => found({ itemNo: number }), {
    form: { ...lineForm, productId: productOf('1964-S').id },
  });
  expect(text()).toContain('Partly available');
});
