import { fireEvent, screen, within } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { ageingShares } from '../../CustomerStatistics/views/ledger/ageingShares';
import { all, openEntry, rowsOf, salesEntry, section, showLedger } from './customerLedger';
import { today } from './fakeSources';
import { layOut } from './rendering';

const ages = 'Open amounts by age';
const documents = 'Open documents';

beforeEach(() => layOut(900));

function numbersShown(): string[] {
  return rowsOf(documents).map(([, number]) => number ?? '');
}

function press(button: string): void {
  fireEvent.click(screen.getByRole('button', { name: button }));
}

describe('what is open, by age', () => {
  it('is counted by due date: today is not due, and neither is what has no due date', () => {
    showLedger({
      open: all([
        openEntry(0, { remaining: 100 }),
        openEntry(null, { remaining: 50 }),
        openEntry(-1, { remaining: 60.5 }),
        openEntry(-30, { remaining: 39.5 }),
        openEntry(-31, { remaining: 200 }),
        openEntry(-90, { remaining: 50 }),
        openEntry(-91, { remaining: 500 }),
      ]),
    });
    expect(rowsOf(ages)).toEqual([
      ['Not due', '150.00', '15%', '2'],
      ['1–30 days overdue', '100.00', '10%', '2'],
      ['31–60 days overdue', '200.00', '20%', '1'],
      ['61–90 days overdue', '50.00', '5%', '1'],
      ['Over 90 days overdue', '500.00', '50%', '1'],
      ['Total', '1000.00', '', '7'],
    ]);
    expect(screen.getByRole('columnheader', { name: 'Amount (GBP)' })).toBeTruthy();
  });

  it('says what Business Central counts as overdue for want of a due date', () => {
    const { change } = showLedger({
      open: all([openEntry(null, { remaining: 100 }), openEntry(null, { remaining: 25 }), openEntry(5)]),
    });
    const sentence = 'GBP\u00a0125.00 has no due date; Business Central counts it as overdue.';
    expect(section(ages).textContent).toContain(sentence);
    change({ open: all([openEntry(5)]) });
    expect(section(ages).textContent).not.toContain('no due date');
  });

  it('describes the bar in words, for those who cannot see it', () => {
    showLedger({ open: all([openEntry(5, { remaining: 75 }), openEntry(-5, { remaining: 25 })]) });
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Of what is to be paid: Not due 75%, 1–30 days overdue 25%. The table gives the amounts.',
    );
  });

  it('shows a credit as negative, without a share and not in the bar', () => {
    showLedger({ open: all([openEntry(5, { remaining: 300 }), openEntry(-100, { remaining: -120 })]) });
    const rows = rowsOf(ages);
    expect(rows[0]).toEqual(['Not due', '300.00', '100%', '1']);
    expect(rows[4]).toEqual(['Over 90 days overdue', '-120.00', '', '1']);
    expect(rows[5]?.[1]).toBe('180.00');
    expect(screen.getByRole('img').querySelectorAll('rect')).toHaveLength(1);
    expect(section(ages).textContent).toContain('A negative amount is in the customer’s favor.');
  });

  it('never calls a small share nothing', () => {
    showLedger({ open: all([openEntry(5, { remaining: 10_000 }), openEntry(-5, { remaining: 1 })]) });
    expect(rowsOf(ages).map((row) => row[2])).toEqual(['100%', '<1%', '', '', '', '']);
  });

  it('draws no bar where nothing is to be paid', () => {
    showLedger({ open: all([openEntry(5, { remaining: -20 })]) });
    expect(screen.queryByRole('img')).toBeNull();
    expect(rowsOf(ages)[5]?.[1]).toBe('-20.00');
  });

  it('says that nothing is open', () => {
    showLedger({});
    expect(section(ages).textContent).toContain('Nothing is open.');
    expect(section(documents).textContent).toContain('There are no open documents.');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('calls the local currency LCY where its code is not known', () => {
    showLedger({ open: all([openEntry(5)]) }, { localCurrency: null });
    expect(screen.getByRole('columnheader', { name: 'Amount (LCY)' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Remaining (LCY)' })).toBeTruthy();
  });

  it('puts the shares end to end', () => {
    const bucket = { entries: 1 } as const;
    expect(
      ageingShares([
        { ...bucket, period: 'notDue', amount: 30 },
        { ...bucket, period: 'days1to30', amount: -10 },
        { ...bucket, period: 'over90', amount: 90 },
      ]),
    ).toEqual([
      { period: 'notDue', percent: 25, start: 0 },
      { period: 'over90', percent: 75, start: 25 },
    ]);
  });
});

describe('the open documents', () => {
  it('come in the order of the answer; nobody is late with what is in the customer’s favor', () => {
    showLedger({
      open: all([
        openEntry(-41, { documentNo: 'A', documentType: 'financeChargeMemo', remaining: 1.5 }),
        openEntry(14, { documentNo: 'B' }),
        openEntry(null, { documentNo: 'C' }),
        openEntry(-41, { documentNo: 'D', documentType: 'payment', remaining: -10 }),
      ]),
    });
    expect(rowsOf(documents)).toEqual([
      ['Finance charge memo', 'A', '10/10/2026', '1.50', '41'],
      ['Invoice', 'B', '04/12/2026', '100.00', '0'],
      ['Invoice', 'C', 'No due date', '100.00', '0'],
      ['Payment', 'D', '10/10/2026', '-10.00', 'Credit'],
    ]);
    expect(section(documents).textContent).toContain('what is in the customer’s favor last.');
  });

  it('give what remains in the currency of the document where it has one', () => {
    showLedger({
      open: all([
        openEntry(-2, { documentNo: 'LOCAL' }),
        openEntry(-1, { remainingInCurrency: { amount: 117.5, currencyCode: 'EUR' } }),
      ]),
    });
    expect(screen.getByRole('columnheader', { name: 'In its currency' })).toBeTruthy();
    expect(rowsOf(documents).map((row) => row[4])).toEqual(['', 'EUR\u00a0117.50']);
  });

  it.each([
    ['none', 'Entry'],
    ['creditMemo', 'Credit memo'],
    ['other', 'Other'],
  ] as const)('of the kind %s are called %s', (documentType, word) => {
    showLedger({ open: all([openEntry(-1, { documentType })]) });
    expect(rowsOf(documents)[0]?.[0]).toBe(word);
  });

  it('have no column for currencies where all are in the local one', () => {
    showLedger({ open: all([openEntry(-1)]) });
    expect(screen.queryByRole('columnheader', { name: 'In its currency' })).toBeNull();
  });

  it('open in Business Central', () => {
    const { opened } = showLedger({ open: all([openEntry(-1, { documentNo: '103012', entryNo: 77 })]) });
    press('103012');
    expect(opened).toEqual(['https://bc.example/BC/?page=25&entry=77']);
  });

  it('are plain text where there is no address', () => {
    showLedger({ open: all([openEntry(-1, { documentNo: '103012' })]) }, { entryAddress: () => null });
    expect(screen.getByText('103012')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '103012' })).toBeNull();
  });

  it('are called by their entry where they have no number', () => {
    showLedger({ open: all([openEntry(-1, { documentNo: '', entryNo: 2806 })]) });
    expect(screen.getByRole('button', { name: 'Entry 2806' })).toBeTruthy();
  });

  it('need no pages while they fit on one', () => {
    showLedger({ open: all(Array.from({ length: 10 }, () => openEntry(-1))) });
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
  });

  it('are turned ten at a time, and the place is told', () => {
    const entries = Array.from({ length: 37 }, (_, index) =>
      openEntry(index - 40, { documentNo: `N${index}` }),
    );
    showLedger({ open: all(entries) });
    const place = () => within(section(documents)).getByRole('status').textContent;
    expect(numbersShown()).toEqual(entries.slice(0, 10).map(({ documentNo }) => documentNo));
    expect(place()).toBe('1–10 of 37');
    press('Next page');
    expect(place()).toBe('11–20 of 37');
    expect(numbersShown()[0]).toBe('N10');
    press('Next page');
    press('Next page');
    expect(place()).toBe('31–37 of 37');
    expect(numbersShown()).toHaveLength(7);
    press('Previous page');
    expect(place()).toBe('21–30 of 37');
    press('First page');
    expect(place()).toBe('1–10 of 37');
    expect(screen.getByRole('button', { name: 'First page' }).getAttribute('aria-disabled')).toBe('true');
    press('Last page');
    expect(place()).toBe('31–37 of 37');
    expect(screen.getByRole('button', { name: 'Last page' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('keep the focus on a button that has come to its end, and do not go beyond', () => {
    showLedger({ open: all(Array.from({ length: 11 }, () => openEntry(-1))) });
    const next = screen.getByRole('button', { name: 'Next page' });
    next.focus();
    fireEvent.click(next);
    fireEvent.click(next);
    expect(document.activeElement).toBe(next);
    expect(next.getAttribute('aria-disabled')).toBe('true');
    expect(within(section(documents)).getByRole('status').textContent).toBe('11–11 of 11');
  });

  it('go back to the last page there is when fewer are left', () => {
    const { change } = showLedger({ open: all(Array.from({ length: 25 }, () => openEntry(-1))) });
    press('Next page');
    press('Next page');
    change({ open: all(Array.from({ length: 12 }, () => openEntry(-1))) });
    expect(within(section(documents)).getByRole('status').textContent).toBe('11–12 of 12');
  });

  it('are in the page ten at a time, however many there are', () => {
    showLedger({
      open: all(
        Array.from({ length: 5000 }, () => openEntry(-1)),
        5200,
      ),
    });
    expect(rowsOf(documents)).toHaveLength(10);
    expect(within(section(documents)).getByRole('status').textContent).toBe('1–10 of 5000');
  });

  it('say that they are only a part, and that the ages count only these', () => {
    showLedger({ open: all([openEntry(-1), openEntry(-2)], 5200) });
    expect(section(documents).textContent).toContain(
      'The first 2 of 5200 open entries are shown, and the ages above count only these.',
    );
    expect(section(ages).textContent).toContain('Counts only 2 of 5200 open entries.');
  });

  it('are rows of two lines in a narrow place', () => {
    layOut(300);
    showLedger({
      open: all([
        openEntry(-1, { documentNo: 'A', remainingInCurrency: { amount: 117.5, currencyCode: 'EUR' } }),
        openEntry(1, { documentNo: 'B' }),
        openEntry(-1, { documentNo: 'C', remaining: -5 }),
      ]),
    });
    expect(rowsOf(documents)).toEqual([
      ['A Invoice19/11/2026 · 1 day overdue', '100.00EUR\u00a0117.50'],
      ['B Invoice21/11/2026', '100.00'],
      ['C Invoice19/11/2026 · Credit', '-5.00'],
    ]);
    expect(screen.getAllByRole('rowheader', { name: /Invoice/ })).toHaveLength(3);
  });

  it.each(['<img src=x onerror=alert(1)>', 'فاتورة‎-۱۲', '\u202E103012', '{shown}'])(
    'show the number %j as the text it is, kept to itself',
    (documentNo) => {
      const { container } = showLedger({
        open: all([
          openEntry(-1, { documentNo, remainingInCurrency: { amount: 1, currencyCode: documentNo } }),
        ]),
      });
      const [isolated, currency] = [...container.querySelectorAll('bdi')];
      expect(isolated?.textContent).toBe(documentNo);
      expect(currency?.textContent).toBe(`${documentNo}\u00a01.00`);
      expect(container.querySelector('img')).toBeNull();
    },
  );
});

describe('what Business Central did not give', () => {
  const service = 'CustomerLedgerEntries';
  const missing = (error: BusinessCentralError, field?: string) =>
    ({ known: false, missing: { service, error, ...(field === undefined ? {} : { field }) } }) as const;
  const forbidden = missing(new BusinessCentralError('forbidden', { service, status: 403 }));
  const sentence =
    'Business Central did not give the ledger entries: Business Central does not let the connection read this information.';

  it('is said in its place where the rest of the ledger came', () => {
    showLedger({
      open: missing(new BusinessCentralError('timeout')),
      sales: all([salesEntry(today, 10)]),
    });
    for (const title of [ages, documents]) {
      expect(section(title).textContent).toContain(
        'did not give the ledger entries: Business Central took too long to answer.',
      );
    }
    expect(screen.getByRole('slider')).toBeTruthy();
    expect(screen.queryByText('Nothing is open.')).toBeNull();
  });

  it('is never taken for nothing sold or nothing paid', () => {
    showLedger({ open: all([openEntry(-1)]), sales: forbidden });
    for (const title of ['Sales by month', 'Days to pay']) {
      expect(section(title).textContent).toContain(sentence);
    }
    expect(rowsOf(ages)).toHaveLength(6);
  });

  it('may be the closing dates alone', () => {
    showLedger({
      sales: all([salesEntry(today, 10)]),
      closingDates: missing(new BusinessCentralError('questionRefused', { service }), 'Closed_at_Date'),
    });
    expect(section('Days to pay').textContent).toContain(
      'Business Central did not say when invoices were paid: Business Central does not offer this figure.',
    );
    expect(section('Days to pay').textContent).toContain('CustomerLedgerEntries.Closed_at_Date');
    expect(screen.getByRole('slider')).toBeTruthy();
  });
});
