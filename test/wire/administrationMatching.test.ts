import { dryRun } from '../../businessCentral/administration/productMatching';
import { readAll, rowsPerPage } from '../../businessCentral/administration/readAll';
import type { Progress, RowToMatch } from '../../businessCentral/administration/types';
import { openCompany } from '../../businessCentral/company';
import { recordId } from '../../sandbox/identity';
import { rawRows } from './accounts';
import { startCronus, type Cronus } from './cronus';
import { jumpingClock, rows, scripted } from './scriptedServer';

describe('a dry run against CRONUS', () => {
  let cronus: Cronus;
  beforeAll(async () => {
    cronus = await startCronus();
  });
  afterAll(() => cronus.server.close());

  const product = (no: string, number = no): RowToMatch => ({
    id: recordId('product', no),
    number,
    name: no,
  });

  it('by number, with what does not match', async () => {
    const products = [product('1896-S'), product('nothing', 'NO SUCH ITEM'), product('blank', '')];
    const matching = await dryRun(cronus.company(), 'products', products, 'number');
    const items = await rawRows(cronus, 'ItemList');
    expect(matching).toMatchObject({ rows: 3, matched: 1, recordsWithoutRow: items.length - 1 });
    expect(matching.notMatched.map(({ reason }) => reason)).toEqual(['noSuchRecord', 'noNumber']);
  });

  it('says what it is at', async () => {
    const told: Progress[] = [];
    const options = { onProgress: (progress: Progress) => told.push(progress) };
    await dryRun(cronus.company(), 'products', [], 'number', options);
    await dryRun(cronus.company(), 'accounts', [], 'number', options);
    expect(told.map(({ phase }) => phase)).toEqual(['items', 'customers']);
    expect(told.every(({ done, total }) => total !== null && done === total)).toBe(true);
  });

  it('by coupling, as the couplings are', async () => {
    const products = [product('1896-S'), product('never coupled')];
    const matching = await dryRun(cronus.company(), 'products', products, 'coupling');
    expect(matching.matched).toBe(1);
    expect(matching.notMatched).toMatchObject([{ reason: 'notCoupled' }]);
  });

  it('without the companion, as page 5390 tells the couplings of items', async () => {
    cronus.server.unpublish('CRMIntegrationRecords');
    try {
      expect((await dryRun(cronus.company(), 'products', [product('1896-S')], 'coupling')).matched).toBe(1);
      await expect(dryRun(cronus.company(), 'accounts', [], 'coupling')).rejects.toMatchObject({
        code: 'serviceNotPublished',
      });
    } finally {
      cronus.server.publish('CRMIntegrationRecords');
    }
  });

  it('accounts and customers alike, blocked ones said', async () => {
    const customers = await rawRows(cronus, 'CustomerList');
    const accounts = customers.map(({ No: no }) => ({
      id: recordId('account', String(no)),
      number: String(no),
      name: '',
    }));
    const matching = await dryRun(cronus.company(), 'accounts', accounts, 'number');
    expect(matching.matched).toBe(accounts.length);
    expect(matching.notMatched).toHaveLength(
      customers.filter(({ Blocked: blocked }) => blocked !== '_x0020_' && blocked !== ' ').length,
    );
  });
});

describe('a long list', () => {
  const company = 'CRONUS International Ltd.';
  const page = (from: number, count: number) =>
    rows(
      ...Array.from({ length: count }, (_, index) => ({
        No: String(from + index),
        Description: 'x',
        Blocked: false,
      })),
    );
  const counted = (answer: ReturnType<typeof page>, count: number) => ({
    ...answer,
    body: { ...(answer.body as object), '@odata.count': count },
  });
  const opened = (...answers: Parameters<typeof scripted>) => {
    const script = scripted(...answers);
    const authorization = { kind: 'accessKey', userName: 'u', webServiceAccessKey: 'k' } as const;
    const connection = { odataUrl: 'https://bc/ODataV4', company, authorization, matchBy: 'number' } as const;
    return { ...script, company: openCompany(connection, { send: script.send, clock: jumpingClock() }) };
  };
  const list = { service: 'ItemList', key: 'No', fields: ['Description'] } as const;

  it('is read page after page, each behind the last, and says to the end of how many it is', async () => {
    const { company: asked, requests } = opened(
      counted(page(100_000, rowsPerPage), 2 * rowsPerPage + 7),
      page(200_000, rowsPerPage),
      page(300_000, 7),
    );
    const told: Progress[] = [];
    const all = await readAll(asked, list, { onProgress: (progress) => told.push(progress) });
    expect(all).toHaveLength(2 * rowsPerPage + 7);
    expect(told).toEqual(
      [rowsPerPage, 2 * rowsPerPage, 2 * rowsPerPage + 7].map((done) => ({
        done,
        total: 2 * rowsPerPage + 7,
      })),
    );
    expect(decodeURIComponent(requests[1]!.address)).toContain(`No gt '${100_000 + rowsPerPage - 1}'`);
  });

  it('is ended between two pages, and nothing more is asked', async () => {
    const { company: asked, requests } = opened(page(1, rowsPerPage), page(9, 1));
    const end = new AbortController();
    const reading = readAll(asked, list, { signal: end.signal, onProgress: () => end.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('that gives the same page again and again comes to an end', async () => {
    const { company: asked } = opened(page(1, rowsPerPage), page(1, rowsPerPage));
    await expect(readAll(asked, list)).rejects.toMatchObject({ code: 'unreadableAnswer' });
  });
});
