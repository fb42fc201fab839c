import { coupleInPlace } from '../../administration/salespeople/coupleInPlace';
import { fullSynchReview, startFullSynch } from '../../businessCentral/administration/fullSynchReview';
import { jobHistory } from '../../businessCentral/administration/jobHistory';
import { mappingOverviews } from '../../businessCentral/administration/mappingOverview';
import { coupleMatches, findMatches } from '../../businessCentral/administration/matchBasedCoupling';
import { coupledCounts } from '../../businessCentral/administration/prerequisites';
import { proposeSalespeople, salespeople } from '../../businessCentral/administration/salespeople';
import { retrySkipped, skippedRecords } from '../../businessCentral/administration/skippedRecords';
import type { Company } from '../../businessCentral/company';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import { BusinessCentralError } from '../../businessCentral/errors';
import { systemClock } from '../../businessCentral/odata/deadline';
import { couplableRows } from '../../sales/administration/couplableRows';
import { salesUsers, usersToCouple } from '../../sales/administration/salesUsers';
import type { WritingWebApi } from '../../sales/administration/types';
import { integrationApplicationId } from '../../sandbox/dataverse/cronus/users';
import { rawRows } from './accounts';
import { startAdministrationWorld, type AdministrationWorld } from './administrationWorld';
import { startCronus, type Cronus } from './cronus';

let world: AdministrationWorld;
let cronus: Cronus;
let company: Company;
let coupling: Coupling;
let admin: WritingWebApi;

beforeAll(async () => {
  world = await startAdministrationWorld();
  const authorization = `Bearer ${world.dataverse.tokenFor(integrationApplicationId)}`;
  cronus = await startCronus({ dataverse: { url: world.origin, headers: { authorization } } });
  company = cronus.company();
  coupling = companyCoupling(company);
  admin = world.webApiOf('Ada Admin');
});
afterAll(() => Promise.all([world.close(), cronus.server.close()]));

describe('salespeople', () => {
  it('are proposed to users, coupled one after the other, and then are coupled', async () => {
    const [before, users] = await Promise.all([salespeople(company), salesUsers(admin).then(usersToCouple)]);
    expect(before.map(({ code }) => code)).toContain('JO');
    const open = proposeSalespeople(before, users).filter(({ by }) => by !== 'coupled');
    const progress: string[] = [];
    const pairings = open.map(({ code, userId }) => ({ code, userId, insteadOf: null }));
    const result = await coupleInPlace(coupling, systemClock, pairings, {
      onProgress: ({ done, total }) => progress.push(`${done}/${total ?? ''}`),
    });
    expect(result).toMatchObject({ failed: [], left: [] });
    expect(result.done).toHaveLength(open.length);
    expect(progress).toHaveLength(open.length);
    const after = await salespeople(company);
    expect(after.filter(({ coupledTo }) => coupledTo !== null)).toHaveLength(
      before.filter(({ coupledTo }) => coupledTo !== null).length + open.length,
    );
  });

  it('one that is coupled already is refused, and the others are coupled all the same', async () => {
    const people = await salespeople(company);
    const taken = people.find(({ coupledTo }) => coupledTo !== null)!;
    const users = usersToCouple(await salesUsers(admin));
    const free = users.find(({ id }) => !people.some(({ coupledTo }) => coupledTo === id))!;
    const result = await coupleInPlace(
      coupling,
      systemClock,
      [
        { code: taken.code, userId: free.id, insteadOf: null },
        { code: taken.code, userId: taken.coupledTo ?? '', insteadOf: null },
      ],
      {},
    );
    expect(result.failed).toMatchObject([{ error: { code: 'coupledMeanwhile' } }]);
    expect(result.done).toHaveLength(1);
  });
});

describe('the full synchronization', () => {
  it('is reviewed, started, followed, and in the list of jobs afterwards', async () => {
    const before = await fullSynchReview(company);
    const currency = before.find(({ mapping }) => mapping === 'CURRENCY')!;
    expect(currency).toMatchObject({ direction: 'toSales', waitsFor: [] });
    expect(before.find(({ mapping }) => mapping === 'CUSTOMER')?.waitsFor).toContain('CURRENCY');
    expect(await startFullSynch(company, 'CURRENCY')).toMatchObject({
      kind: 'done',
      jobId: expect.any(String) as string,
    });
    await cronus.server.jobs.idle();
    const after = await fullSynchReview(company);
    expect(after.find(({ mapping }) => mapping === 'CURRENCY')?.state).toBe('finished');
    expect(after.find(({ mapping }) => mapping === 'CUSTOMER')?.waitsFor).not.toContain('CURRENCY');
    const { jobs, total } = await jobHistory(company, { mapping: 'CURRENCY', skip: 0, count: 1 });
    expect(jobs).toMatchObject([{ mapping: 'CURRENCY', finishedAt: expect.any(Number) as number }]);
    expect(total).toBeGreaterThanOrEqual(1);
    expect((await jobHistory(company, { mapping: 'CURRENCY', skip: total, count: 1 })).jobs).toEqual([]);
  });

  it('of a mapping that does not exist is refused', async () => {
    const outcome = await startFullSynch(company, 'NOTHING');
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'businessCentralFailed' } });
  });

  it('whose answer got lost is unknown, and goes out once', async () => {
    let sent = 0;
    const lost = cronus.company(
      {},
      {
        send: () => {
          sent += 1;
          return Promise.reject(new BusinessCentralError('unreachable'));
        },
      },
    );
    expect(await startFullSynch(lost, 'CURRENCY')).toMatchObject({ kind: 'unknown' });
    expect(sent).toBe(1);
  });

  it('the latest jobs come first, with the sentences of what failed', async () => {
    const { jobs } = await jobHistory(company, { mapping: null, skip: 0, count: 50 });
    const starts = jobs.map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    const failed = jobs.filter(({ counts }) => counts.failed > 0);
    expect(failed.every(({ errors }) => errors.length > 0)).toBe(true);
  });
});

describe('mappings', () => {
  it('with direction, filters and what they depend on', async () => {
    const mappings = await mappingOverviews(company);
    const names = (await rawRows(cronus, 'IntegrationTableMappings')).map(({ Name: name }) => name);
    expect(mappings.map(({ name }) => name)).toEqual(names);
    expect(mappings.find(({ name }) => name === 'CUSTOMER')).toMatchObject({
      direction: 'bidirectional',
      recordFilter: 'VERSION(1) SORTING(Field1) WHERE(Field39=1(0))',
      lastToSales: null,
    });
  });

  it('of a Business Central that does not show filters', async () => {
    cronus.server.removeField('IntegrationTableMappings', 'TableFilterValue');
    const [first] = await mappingOverviews(cronus.company());
    expect(first).toMatchObject({ recordFilter: null });
  });
});

describe('what is coupled and what is not', () => {
  it('is counted kind by kind, in dependency order', async () => {
    const ids = (await couplableRows(admin, 'customer')).map(({ id }) => id);
    const rows = new Map([['customer' as const, ids]]);
    const counts = await coupledCounts(company, rows);
    expect(counts[0]?.kind).toBe('salesperson');
    const customer = counts.find(({ kind }) => kind === 'customer')!;
    const all = (await rawRows(cronus, 'CustomerList')).length;
    expect(customer.recordsNotCoupled).toBeGreaterThan(0);
    expect(customer.recordsNotCoupled).toBeLessThan(all);
    expect(customer.coupled).toBeGreaterThan(0);
    expect(customer.rowsNotCoupled).not.toBeNull();
    expect(counts.find(({ kind }) => kind === 'item')?.rowsNotCoupled).toBeNull();
  });

  it('a dry run couples nothing; then what it found is coupled, and found no more', async () => {
    const rows = await couplableRows(admin, 'customer');
    const dry = () => findMatches(company, 'customer', rows, ['name', 'email']);
    const proposal = await dry();
    expect(proposal.matches).toContainEqual(
      expect.objectContaining({ recordNo: '76000', rowName: 'Fincher Architects', by: 'name' }),
    );
    expect(await dry()).toEqual(proposal);
    const result = await coupleMatches(coupling, proposal.matches);
    expect(result).toMatchObject({ failed: [], left: [] });
    expect((await dry()).matches).toEqual([]);
  });
});

describe('skipped records', () => {
  it('say why, and are taken up again one after the other', async () => {
    const { records: skipped, total } = await skippedRecords(company);
    expect(total).toBe(skipped.length);
    const raw = (await rawRows(cronus, 'CRMIntegrationRecords')).filter(({ Skipped: is }) => is === true);
    expect(skipped).toHaveLength(raw.length);
    expect(new Set(skipped.map(({ key }) => key)).size).toBe(skipped.length);
    expect(skipped.every(({ message }) => message !== '')).toBe(true);
    const result = await retrySkipped(coupling, skipped);
    expect(result.done.length + result.failed.length).toBe(skipped.length);
    expect(result.done.length).toBeGreaterThan(0);
    await cronus.server.jobs.idle();
  });

  it('of which there are more than are looked through are counted all the same', async () => {
    const busy = await startCronus({ bulkCustomers: 1_100, bulkSkipped: 1_050 });
    try {
      const raw = (await rawRows(busy, 'CRMIntegrationRecords')).filter(({ Skipped: is }) => is === true);
      const { records, total } = await skippedRecords(busy.company());
      expect(records).toHaveLength(1_000);
      expect(total).toBe(raw.length);
      expect(total).toBeGreaterThan(1_050);
    } finally {
      await busy.server.close();
    }
  });
});
