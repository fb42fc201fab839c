import { recordId } from '../../sandbox/identity';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { questionsAbout } from './questions';
import { openRecord } from './statisticsOnForms';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);

beforeEach(() => host.sandbox.businessCentral.requests.clear());
afterEach(() => host.closePages());
afterAll(() => host.stop());

describe('a quote says in a sentence what speaks against its customer', () => {
  it.each([
    // Balance 11,875.00 and 2,597.60, against 10,000.
    [
      'QUO-03001',
      /Balance and this quote pass the credit limit by GBP 4 472,60\. With what is on order, by GBP 8 222,60\. GBP 10 625,00 is overdue\./,
    ],
    // Balance 2,900.13 and 5,044.80, against 7,400.
    ['QUO-03002', /Balance and this quote pass the credit limit by GBP 544,93\./],
    // USD 9,250 at 0.678129 beside 8,815.68, against 20,000.
    ['QUO-03003', /^Coho Vineyard: GBP 6 781,29 is overdue\./],
    ['QUO-03004', /not counted: no exchange rate from SEK to GBP/],
    // A person at the customer 61000; 1,261.20.
    ['QUO-03005', /Balance and this quote pass the credit limit by GBP 3 136,20\./],
    ['QUO-03006', /^Litware Interiors: Blocked \(All\) – .*GBP 5 000,00 is overdue/],
    ['QUO-03007', /^Not coupled/],
    [
      'QUO-01001',
      /^Nothing speaks against this quote: Adatum Corporation has nothing overdue and no credit limit\./,
    ],
  ])('%s', async (quoteNumber, sentence) => {
    const opened = await openRecord(host, 'quote', quoteNumber);
    expect(await wordsOf(opened.control)).toMatch(sentence);
    expect(questionsAbout('statistics', host.sandbox)).toHaveLength(1);
    expect(scriptErrors(opened)).toEqual([]);
  });

  it('an order is judged like a quote, on React 16', async () => {
    const { control } = await openRecord(host, 'salesorder', 'ORD-05001', '&react=16');
    expect(await wordsOf(control)).toMatch(
      /^Nothing speaks against this order: Adatum Corporation has nothing overdue and no credit limit\./,
    );
  });

  it('a total that somebody else changed counts as soon as the quote is saved', async () => {
    const restore = host.sandbox.dataverse.rows.checkpoint();
    try {
      const { page, control } = await openRecord(host, 'quote', 'QUO-03002');
      const line = recordId('quotedetail', 'QUO-03002/1');
      // Twice as many: 10,089.60 beside 2,900.13, against 7,400.
      const status = await page.evaluate(
        async (id) =>
          (
            await fetch(`/api/data/v9.2/quotedetails(${id})`, {
              method: 'PATCH',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ quantity: 24 }),
            })
          ).status,
        line,
      );
      expect(status).toBe(204);
      const name = page.locator('[data-column=name] input').first();
      await name.fill('Twice as many');
      await name.press('Tab');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await control
        .getByText(/pass the credit limit by GBP\s5\s589,73\./)
        .first()
        .waitFor();
    } finally {
      restore();
    }
  });

  it('the figures behind the sentence can be looked at', async () => {
    const { control } = await openRecord(host, 'quote', 'QUO-03001');
    await control.getByRole('button', { name: 'Details' }).click();
    const words = await wordsOf(control);
    expect(words).toMatch(/11 875,00/);
    expect(words).toMatch(/2 597,60/);
  });
});
