import type { BusinessCentralConnection } from '../../businessCentral/connection';
import { customerStatistics, type Statistics } from '../../businessCentral/statistics/statistics';
import type { CustomerAnswer } from '../../businessCentral/statistics/types';
import { awkwardCustomerNo } from '../../sandbox/demoData/customerScenarios';
import { account, addressesOf, found, notedSend, noon, valueOf } from './accounts';
import { startCronus, type Cronus } from './cronus';

let cronus: Cronus;
let now: number;
let sent: ReturnType<typeof notedSend>;

beforeAll(async () => {
  cronus = await startCronus();
});
afterAll(() => cronus.server.close());
beforeEach(() => {
  now = noon.now();
  sent = notedSend(cronus);
  cronus.server.faults.clear();
});

function client(changes?: Partial<BusinessCentralConnection>): Statistics {
  const clock = { ...noon, now: () => now };
  return customerStatistics(cronus.company(changes, { clock, send: sent.send }));
}

const requests = () => sent.requests;
const asked = () => addressesOf(requests());
const services = () => asked().map((url) => /\/(\w+)\?/.exec(url)?.[1]);

const customerNo = (answer: CustomerAnswer) => found(answer).figures.no;

describe('an account finds its customer by its coupling', () => {
  it('in one request, when the number on the account is the customer’s, in whatever case', async () => {
    expect(customerNo(await client().statisticsOf(account('10000'), 'figures'))).toBe('10000');
    const lower = account(awkwardCustomerNo, " o'neil 1 ");
    expect(customerNo(await client().statisticsOf(lower, 'figuresAndLedger'))).toBe(awkwardCustomerNo);
    expect(requests()).toHaveLength(2);
  });

  it('in two, when the account has no number or another one; the other customer is never shown', async () => {
    expect(customerNo(await client().statisticsOf(account('72000'), 'figures'))).toBe('72000');
    expect(requests()).toHaveLength(2);
    const answer = found(await client().statisticsOf(account('73000'), 'figuresAndLedger'));
    expect([answer.figures.no, valueOf(answer.figures.name)]).toEqual(['73000', 'Woodgrove Branches']);
    expect(valueOf(answer.ledger?.open).entries.map(({ remaining }) => remaining)).toEqual([2750]);
    expect(requests()).toHaveLength(4);
  });

  it('in one again, once the coupling is known, which is still asked each time', async () => {
    const page = client();
    await page.statisticsOf(account('73000'), 'figures');
    requests().length = 0;
    expect(customerNo(await page.statisticsOf(account('73000'), 'figures', { fresh: true }))).toBe('73000');
    expect(requests()).toHaveLength(1);
    expect(services()).toContain('CRMIntegrationRecords');
  });

  it('and without one is not coupled, though there is a customer of that number', async () => {
    const answer = await client().statisticsOf(account('70000'), 'figuresAndLedger');
    expect(answer).toEqual({ status: 'notCoupled', readAt: now });
  });

  it('or learns that the customer has been deleted', async () => {
    const answer = await client().statisticsOf(account('71000'), 'figures');
    expect(answer.status).toBe('customerDeleted');
  });

  it('and an account that has not been saved is coupled to none', async () => {
    const unsaved = { id: '', number: '10000' };
    expect((await client().statisticsOf(unsaved, 'figures')).status).toBe('notCoupled');
    expect(requests()).toEqual([]);
  });
});

describe('an account finds its customer by its number', () => {
  const byNumber = { matchBy: 'number' } as const;

  it('and no coupling is read', async () => {
    const answer = await client(byNumber).statisticsOf(account('70000'), 'figures');
    expect(customerNo(answer)).toBe('70000');
    expect(requests()).toHaveLength(1);
    expect(services()).not.toContain('CRMIntegrationRecords');
  });

  it.each([
    ['empty', ' ', 0],
    ['longer than any customer’s', 'X'.repeat(21), 0],
    ['nobody’s', 'NOBODY', 1],
    ['an attempt to ask for more', "10000' or No ne '", 1],
  ])('%s: there is none', async (_, number, times) => {
    const answer = await client(byNumber).statisticsOf(account('10000', number), 'figures');
    expect(answer.status).toBe('notCoupled');
    expect(requests()).toHaveLength(times);
  });

  it('that was just typed', async () => {
    const page = client(byNumber);
    expect(customerNo(await page.statisticsOf(account('10000'), 'figures'))).toBe('10000');
    expect(customerNo(await page.statisticsOf(account('10000', '20000'), 'figures'))).toBe('20000');
  });
});

describe('what is asked', () => {
  it('is no more than the figures where no ledger is wanted', async () => {
    await client().statisticsOf(account('10000'), 'figures');
    expect(services().sort()).toEqual([
      'CRMIntegrationRecords',
      'CustomerCard',
      'CustomerStatistics',
      'GeneralLedgerSetup',
    ]);
  });

  it('is the local currency no second time, since it stays what it is', async () => {
    const page = client();
    await page.statisticsOf(account('10000'), 'figures');
    const second = found(await page.statisticsOf(account('20000'), 'figures'));
    expect(services().filter((service) => service === 'GeneralLedgerSetup')).toHaveLength(1);
    expect(valueOf(second.localCurrency)).toBe('GBP');
  });

  it('is the local currency again where it did not come', async () => {
    const page = client();
    cronus.server.faults.set({ kind: 'alError', text: 'Locked.' }, { service: 'GeneralLedgerSetup' });
    expect(found(await page.statisticsOf(account('10000'), 'figures')).localCurrency.known).toBe(false);
    cronus.server.faults.clear();
    expect(valueOf(found(await page.statisticsOf(account('20000'), 'figures')).localCurrency)).toBe('GBP');
  });

  it('names its fields and an order, and asks for no more than 5,000 entries', async () => {
    await client().statisticsOf(account('65000'), 'figuresAndLedger');
    expect(asked().every((url) => url.includes('$select='))).toBe(true);
    expect(asked().filter((url) => url.includes('$top=5000'))).toHaveLength(2);
    const orders = asked().flatMap((url) => /\$orderby=([^&]+)/.exec(url)?.[1] ?? []);
    expect(orders.map(decodeURIComponent)).toEqual(['Due_Date', 'Posting_Date desc', 'Posting_Date desc']);
  });

  it('says how many entries there are where not all of them came', async () => {
    const { ledger } = found(await client().statisticsOf(account('65000'), 'figuresAndLedger'));
    const open = valueOf(ledger?.open);
    expect([open.entries.length, open.total]).toEqual([5000, 5200]);
  });
});

it('5,000 entries come whole from a server whose pages hold fewer', async () => {
  const small = await startCronus({ maxPageSize: 1000 });
  const noted = notedSend(small);
  const page = customerStatistics(small.company({}, { clock: noon, send: noted.send }));
  const { ledger } = found(await page.statisticsOf(account('65000'), 'figuresAndLedger'));
  const open = valueOf(ledger?.open);
  expect([open.entries.length, open.total]).toEqual([5000, 5200]);
  expect(new Set(open.entries.map(({ entryNo }) => entryNo)).size).toBe(5000);
  expect(noted.requests).toHaveLength(5);
  await small.server.close();
});

describe('an answer is given again for 30 seconds', () => {
  it('and then no more', async () => {
    const page = client();
    const first = await page.statisticsOf(account('20000'), 'figures');
    now += 29_000;
    expect(await page.statisticsOf(account('20000'), 'figures')).toBe(first);
    expect(requests()).toHaveLength(1);
    now += 1_000;
    await page.statisticsOf(account('20000'), 'figures');
    expect(requests()).toHaveLength(2);
  });

  it('unless a fresh one is wanted', async () => {
    const page = client();
    await page.statisticsOf(account('20000'), 'figures');
    await page.statisticsOf(account('20000'), 'figures', { fresh: true });
    expect(requests()).toHaveLength(2);
  });

  it('with its ledger it serves who wants the figures alone, and not the other way round', async () => {
    const page = client();
    const full = found(await page.statisticsOf(account('20000'), 'figuresAndLedger'));
    const figures = found(await page.statisticsOf(account('20000'), 'figures'));
    expect(figures).toEqual({ ...full, ledger: null });
    expect(requests()).toHaveLength(1);

    const other = client();
    await other.statisticsOf(account('20000'), 'figures');
    expect(found(await other.statisticsOf(account('20000'), 'figuresAndLedger')).ledger).not.toBeNull();
    expect(requests()).toHaveLength(3);
  });

  it('and two controls that ask at once, one with the ledger, both get what they asked for', async () => {
    const page = client();
    const leaving = new AbortController();
    const [full, figures, left] = await Promise.all([
      page.statisticsOf(account('20000'), 'figuresAndLedger'),
      page.statisticsOf(account('20000'), 'figures'),
      Promise.resolve().then(() => {
        const question = page.statisticsOf(account('20000'), 'figures', { signal: leaving.signal });
        leaving.abort();
        return question.catch((error: unknown) => (error as { code: string }).code);
      }),
    ]);
    expect(left).toBe('aborted');
    expect(found(full).ledger).not.toBeNull();
    expect(found(figures).ledger).toBeNull();
    expect(requests()).toHaveLength(2);
  });

  it('but not one in which something failed', async () => {
    const page = client();
    cronus.server.faults.set({ kind: 'alError', text: 'Locked.' }, { service: 'CustomerCard' });
    expect(found(await page.statisticsOf(account('20000'), 'figures')).figures.blocked.known).toBe(false);
    cronus.server.faults.clear();
    expect(found(await page.statisticsOf(account('20000'), 'figures')).figures.blocked.known).toBe(true);
  });
});

describe('addresses in the web client', () => {
  const filterOf = (address: string | null) => new URL(address ?? '').searchParams.get('filter');
  const pageOf = (address: string | null) => new URL(address ?? '').searchParams.get('page');

  it('lead to the customer’s card, apostrophes included', () => {
    const address = client().customerAddress(awkwardCustomerNo);
    expect([pageOf(address), filterOf(address)]).toEqual(['21', "'No.' IS 'O''NEIL 1'"]);
  });

  it('lead to a ledger entry, which is always there, and not to a document, which may not be', () => {
    const address = client().entryAddress(77);
    expect([pageOf(address), filterOf(address)]).toEqual(['25', "'Entry No.' IS '77'"]);
  });

  it('are none where the connection has no safe one', () => {
    expect(client({ webClientUrl: 'javascript:alert(1)' }).customerAddress('10000')).toBeNull();
  });
});
