import { act, fireEvent, screen, within } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ProductSupply } from '../../businessCentral/availability/types';
import type { DocumentLine, Sales } from '../../sales/sales';
import { settlingMilliseconds } from '../../ui/useSettled';
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
import type { SupplyAnswer } from './fakeSources';
import { documentForm, layOut, settle, show } from './rendering';

const items: Readonly<Record<string, ProductSupply>> = {
  desk: found({ itemNo: 'desk', inventory: 500 }),
  pedestal: found({ itemNo: 'pedestal' }),
  chair: found({ itemNo: 'chair', inventory: 0, receipts: [orderOf(inDays(9), 30)] }),
  stool: found({ itemNo: 'stool', inventory: 3, receipts: [], requirements: [orderOf(inDays(-5), 20)] }),
  fee: found({ itemNo: 'fee', kind: 'service' }),
  lamp: { status: 'notCoupled', readAt: now },
  clock: found({ itemNo: 'clock', blocked: true }),
};

function line(number: string, overrides: Partial<DocumentLine> = {}): DocumentLine {
  return lineOf({ lineId: `line of ${number}`, product: productOf(number, number), ...overrides });
}

async function showDocument(
  lines: readonly DocumentLine[],
  {
    answer = ({ number }) => items[number] ?? found({ itemNo: number }),
    form = documentForm,
    sales: overrides = {},
  }: { answer?: SupplyAnswer | null; form?: typeof documentForm; sales?: Partial<Sales> } = {},
) {
  const { sales, calls } = fakeSales(documentOf(lines), overrides);
  const { businessCentral, questions } = fakeBusinessCentral(answer);
  const shown = show({ sales, businessCentral, form });
  await settle();
  return { ...shown, calls, questions };
}

function elapse(milliseconds: number): void {
  act(() => {
    jest.advanceTimersByTime(milliseconds);
  });
}

function rows(): string[][] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    );
}

describe('the table of lines', () => {
  it('gives product, quantity, requested date, state, available quantity and the day of all', async () => {
    await showDocument([
      line('desk'),
      line('pedestal', { requestedDate: inDays(3), followsDocumentDate: false }),
      line('chair'),
      line('stool'),
      line('lamp'),
    ]);
    expect(rows()).toEqual([
      ['desk', '10 PCS', 'Today', 'Available', '10 PCS', '20/11/2026'],
      ['pedestal', '10 PCS', '23/11/2026', 'Partly available', '6 PCS', '03/12/2026'],
      ['chair', '10 PCS', 'Today', 'Expected', '0 PCS', '29/11/2026'],
      ['stool', '10 PCS', 'Today', 'Short', '0 PCS', 'not expected'],
      ['lamp', '10 PCS', 'Today', 'Not coupled', '–not known', '–not known'],
    ]);
  });

  it('asks for all products in one question, and for each once', async () => {
    const { questions } = await showDocument([
      line('desk'),
      line('chair'),
      line('desk', { lineId: 'again' }),
    ]);
    expect(questions.map(({ products }) => products.map(({ number }) => number))).toEqual([
      ['desk', 'chair'],
    ]);
  });

  it('lets lines of the same item reduce each other', async () => {
    await showDocument([
      line('pedestal', { quantity: 4 }),
      line('pedestal', { lineId: 'second', lineNumber: 2, quantity: 4 }),
    ]);
    expect(rows().map(([, , , state, available]) => [state, available])).toEqual([
      ['Available', '4 PCS'],
      ['Partly available', '2 PCS'],
    ]);
  });

  it('puts only a window of 1,000 lines into the page, and every one of them within reach', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      line(`bulk ${index + 1}`, { lineNumber: index + 1 }),
    );
    await showDocument(lines);
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('1001');
    expect(rows().length).toBeLessThan(30);

    screen.getByRole('button', { name: 'bulk 1' }).focus();
    fireEvent.keyDown(grid, { key: 'End' });
    expect(document.activeElement?.textContent).toBe('bulk 1000');
    fireEvent.keyDown(grid, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('bulk 999');
    fireEvent.keyDown(grid, { key: 'Home' });
    expect(document.activeElement?.textContent).toBe('bulk 1');
    expect(rows().length).toBeLessThan(30);
  });

  it('keeps the row with the focus when it is scrolled out of view', async () => {
    await showDocument(
      Array.from({ length: 1000 }, (_, index) => line(`bulk ${index + 1}`)).map((row, index) => ({
        ...row,
        lineId: `${index}`,
      })),
    );
    const first = screen.getByRole('button', { name: 'bulk 1' });
    first.focus();
    const grid = screen.getByRole('grid');
    grid.scrollTop = 20_000;
    fireEvent.scroll(grid);
    expect(screen.getByRole('button', { name: 'bulk 501' })).toBeTruthy();
    expect(document.activeElement).toBe(first);
  });

  it('is one stop for the Tab key', async () => {
    await showDocument([line('desk'), line('pedestal'), line('chair')]);
    const stops = within(screen.getByRole('grid'))
      .getAllByRole('button')
      .map(({ tabIndex }) => tabIndex);
    expect(stops).toEqual([0, -1, -1]);
  });

  it('filters the lines that need the user, which are those that the summary counts', async () => {
    const { text } = await showDocument([
      line('desk'),
      line('pedestal'),
      line('chair'),
      line('stool'),
      line('fee'),
      line('clock'),
      line('lamp'),
      line('empty', { quantity: null }),
      line('text', { product: null, writeIn: true, title: 'text' }),
    ]);
    expect(text()).toMatch(/3 of 9 lines fall short\..*1 line is blocked\. 2 lines cannot be judged\./);
    fireEvent.click(screen.getByRole('switch', { name: 'Only lines that need attention (6)' }));
    expect(rows().map(([product]) => product)).toEqual([
      'pedestal',
      'chair',
      'stool',
      'clock',
      'lamp',
      'empty',
    ]);
  });

  it('has no filter where every line is settled', async () => {
    await showDocument([line('desk'), line('fee')]);
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

it('has rows of two lines at 320 pixels, whose date says itself what it is', async () => {
  layOut(320);
  await showDocument([line('pedestal'), line('stool'), line('lamp')]);
  expect(rows()).toEqual([
    ['pedestal', '10 PCS', 'Partly available', 'All on 03/12/2026'],
    ['stool', '10 PCS', 'Short', 'not expected'],
    ['lamp', '10 PCS', 'Not coupled', ''],
  ]);
});

describe('the details of a line', () => {
  it('open below with the focus on their title, and give it back to the row when they close', async () => {
    const { text } = await showDocument([line('desk'), line('pedestal')]);
    fireEvent.click(screen.getByRole('button', { name: 'pedestal' }));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'pedestal' }));
    expect(text()).toContain('Partly available: 6 of 10 PCS now, the rest on 3 December');
    expect(text()).toContain('Projected available balance');

    fireEvent.keyDown(screen.getByRole('heading', { name: 'pedestal' }), { key: 'Escape' });
    expect(screen.queryByRole('heading', { name: 'pedestal' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'pedestal' }));
  });

  it('judge a substitute after the lines of the document that ask for its item already', async () => {
    const { sales } = fakeSales(
      documentOf([line('desk', { quantity: 495 }), line('pedestal', { lineNumber: 2, quantity: 100 })]),
    );
    const { businessCentral } = fakeBusinessCentral(
      ({ number }) =>
        found({ ...(number === 'desk' ? { inventory: 500 } : {}), itemNo: `item of ${number}` }),
      {
        detailsOf: () =>
          Promise.resolve({
            ...noDetails,
            substitutes: [
              {
                itemNo: 'item of desk',
                description: 'Desk',
                interchangeable: false,
                conditional: false,
                supply: found({ itemNo: 'item of desk', inventory: 500, receipts: [] }),
              },
            ],
          }),
      },
    );
    const { text } = show({ sales, businessCentral, form: documentForm });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'pedestal' }));
    await settle();
    expect(text()).toContain('Desk (item of desk)Partly available: 5 of 100 PCS now');
  });

  it('give the next step of a line that nothing is known of', async () => {
    const { text } = await showDocument([line('lamp')]);
    fireEvent.click(screen.getByRole('button', { name: 'lamp' }));
    expect(text()).toContain('Ask your administrator to couple it.');
  });
});

describe('a change of the document', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('reads the lines again once the total stands still, and asks only for products not yet known', async () => {
    let lines = [line('desk')];
    const { change, calls, questions } = await showDocument([], {
      sales: { document: () => Promise.resolve(documentOf(lines)) },
    });
    lines = [line('desk'), line('chair')];
    change({ total: 150 });
    change({ total: 200 });
    elapse(settlingMilliseconds - 1);
    await settle();
    expect(calls.filter((call) => call === 'document')).toHaveLength(1);
    elapse(1);
    await settle();
    expect(calls.filter((call) => call === 'document')).toHaveLength(2);
    expect(questions.map(({ products }) => products.map(({ number }) => number))).toEqual([
      ['desk'],
      ['chair'],
    ]);
    expect(rows().map(([product]) => product)).toEqual(['desk', 'chair']);
  });

  it('does not lose the refresh during which it comes: the question after it is a fresh one too', async () => {
    const { change, questions } = await showDocument([line('desk')], { answer: null });
    questions[0]!.answer(new Map([['id-desk', items['desk']!]]));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    change({ total: 300 });
    elapse(settlingMilliseconds);
    await settle();
    expect(questions[1]!.options?.signal?.aborted).toBe(true);
    expect(questions.map(({ options }) => options?.fresh)).toEqual([false, true, true]);
    questions[2]!.answer(new Map([['id-desk', items['desk']!]]));
    await settle();
    change({ total: 400 });
    elapse(settlingMilliseconds);
    await settle();
    expect(questions).toHaveLength(3);
  });

  it('of the requested date moves the lines that follow it, at once and without a request', async () => {
    const { change, calls } = await showDocument([
      line('chair'),
      line('pedestal', { requestedDate: inDays(1), followsDocumentDate: false }),
    ]);
    const before = calls.length;
    change({ requestedDate: inDays(20) });
    expect(rows().map(([, , requested, state]) => [requested, state])).toEqual([
      ['10/12/2026', 'Available'],
      ['21/11/2026', 'Partly available'],
    ]);
    expect(calls).toHaveLength(before);
  });

  it('keeps showing the lines while they are read again', async () => {
    const { change, text } = await showDocument([line('desk')]);
    change({ total: 200 });
    elapse(settlingMilliseconds);
    expect(text()).toContain('desk');
    await settle();
  });
});

describe('failures', () => {
  it('keep the figures, marked with their time, under the failure', async () => {
    const { text, questions, announced } = await showDocument([line('desk')], { answer: null });
    questions[0]!.answer(new Map([['id-desk', items['desk']!]]));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    questions[1]!.fail(new BusinessCentralError('unavailable', { status: 503 }));
    await settle();
    expect(text()).toMatch(/^Business Central is not available right now\./);
    expect(text()).toContain('The figures below are those read at 14:05.');
    expect(rows()[0]).toContain('Available');
    expect(announced()).toContain('Business Central is not available right now.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('of one product leave the others alone, and its own older figures in place', async () => {
    const error = new BusinessCentralError('timeout');
    const { questions, text } = await showDocument([line('desk'), line('chair')], { answer: null });
    questions[0]!.answer(
      new Map([
        ['id-desk', items['desk']!],
        ['id-chair', { status: 'failed', error, readAt: now }],
      ]),
    );
    await settle();
    expect(rows().map(([, , , state]) => state)).toEqual(['Available', 'Not read']);
    expect(text()).toContain('1 line cannot be judged.');

    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    questions[1]!.answer(
      new Map([
        ['id-desk', { status: 'failed', error, readAt: now }],
        ['id-chair', items['chair']!],
      ]),
    );
    await settle();
    expect(rows().map(([, , , state]) => state)).toEqual(['Available', 'Expected']);
    expect(text()).toMatch(/^Business Central took too long to answer\./);
  });

  it('of everything give the sentence, the next step, and a way to try again', async () => {
    const { text, questions } = await showDocument([line('desk')], { answer: null });
    questions[0]!.fail(new BusinessCentralError('serviceNotPublished', { service: 'ItemCard', status: 404 }));
    await settle();
    expect(text()).toContain(
      'Ask your administrator to publish the missing web service in Business Central.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(text()).toContain('For your administrator: ItemCard · HTTP 404');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    questions[1]!.answer(new Map([['id-desk', items['desk']!]]));
    await settle();
    expect(rows()).toHaveLength(1);
  });
});

it('says of an empty document what to do, and asks Business Central nothing', async () => {
  const { text, questions } = await showDocument([]);
  expect(text()).toContain('There are no lines yet.Add a product to see whether it can be delivered.');
  expect(questions).toHaveLength(0);
});

it('asks to save a document that is new', async () => {
  const { text, calls } = await showDocument([], { form: { ...documentForm, id: null } });
  expect(text()).toContain('This has not been saved yet.');
  expect(calls).toHaveLength(0);
});

it('says on any other form where it belongs', async () => {
  const { text } = await showDocument([], { form: { ...documentForm, table: 'account' } });
  expect(text()).toContain('This control belongs on quotes, orders and their lines.');
});
