import { integrationApplicationId } from '../../../sandbox/dataverse/cronus/users';
import type { Row } from './caller';
import { noJob, startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const review = (): Promise<readonly Row[]> => world.caller.rows('CRMFullSynchReview', '');
const idle = (): Promise<void> => world.caller.businessCentral.jobs.idle();

async function linesBy(field: string): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries((await review()).map((line) => [String(line['Name']), line[field]]));
}

const jobIds = async (): Promise<readonly unknown[]> =>
  (await world.caller.rows('IntegrationSynchJobs', '')).map((job) => job['ID']);

/** When each mapping's first job began and its last one ended, but for jobs of an earlier time. */
async function spans(
  earlier: readonly unknown[],
): Promise<ReadonlyMap<unknown, { readonly began: string; readonly ended: string }>> {
  const found = new Map<unknown, { readonly began: string; readonly ended: string }>();
  for (const job of await world.caller.rows('IntegrationSynchJobs', '')) {
    if (earlier.includes(job['ID'])) {
      continue;
    }
    const [began, ended] = [String(job['Start_Date_Time']), String(job['Finish_Date_Time'])];
    const known = found.get(job['Integration_Table_Mapping_Name']) ?? { began, ended };
    found.set(job['Integration_Table_Mapping_Name'], {
      began: began < known.began ? began : known.began,
      ended: ended > known.ended ? ended : known.ended,
    });
  }
  return found;
}

describe('starting all', () => {
  test('leads to every mapping, each after those it waits for, with nobody watching', async () => {
    const earlier = await jobIds();
    await world.value('StartAllFullSynch', { withoutCoupling: '' });
    await idle();
    expect(Object.values(await linesBy('Job_Queue_Entry_Status'))).toEqual(
      (await review()).map(() => 'Finished'),
    );
    const jobs = await spans(earlier);
    for (const { Name: name, Dependency_Filter: filter } of await review()) {
      const parents = String(filter)
        .split('|')
        .filter((parent) => jobs.has(parent));
      const early = parents.filter((parent) => jobs.get(parent)!.ended > jobs.get(name)!.began);
      expect({ name, early }).toEqual({ name, early: [] });
    }
    expect(jobs.size).toBe((await review()).length);
  });

  test('couples by match where that was advised, and synchronizes as they are those that are named', async () => {
    await world.value('StartAllFullSynch', { withoutCoupling: 'customer|CURRENCY' });
    await idle();
    const kinds = async (name: string) => {
      const jobs = await world.caller.rows(
        'IntegrationSynchJobs',
        `$filter=Integration_Table_Mapping_Name eq '${name}'`,
      );
      return [...new Set(jobs.map((job) => job['Type']))];
    };
    expect(await kinds('CUSTOMER')).toEqual(['Synchronization']);
    expect(await kinds('CURRENCY')).toEqual(['Synchronization']);
    expect(await kinds('ITEM-PRODUCT')).toEqual(['Coupling']);
    const job = await world.one('IntegrationSynchJobs', "Integration_Table_Mapping_Name eq 'ITEM-PRODUCT'");
    expect(job).toMatchObject({ Coupled: 0, Failed: 1 });
    expect(await world.errors(job)).toEqual([
      'No field of the mapping ITEM-PRODUCT is marked for matching, so nothing could be coupled.',
    ]);
  });

  test('keeps to that while somebody looks on, which makes the advice anew', async () => {
    const letEnd = world.caller.businessCentral.jobs.hold();
    const earlier = await jobIds();
    await world.value('StartAllFullSynch', { withoutCoupling: 'CUSTOMER' });
    expect(await linesBy('Initial_Synchronization_Recommendation')).toMatchObject({
      CUSTOMER: 'Full Synchronization',
      VENDOR: 'Couple Records',
    });
    letEnd();
    await idle();
    const jobs = (await world.caller.rows('IntegrationSynchJobs', '')).filter(
      (job) => !earlier.includes(job['ID']),
    );
    const typeOf = (name: string) =>
      jobs.find((job) => job['Integration_Table_Mapping_Name'] === name)?.['Type'];
    expect([typeOf('CUSTOMER'), typeOf('VENDOR')]).toEqual(['Synchronization', 'Coupling']);
  });

  test('says of single records that fail that their direction failed, and goes on', async () => {
    await world.value('StartAllFullSynch', { withoutCoupling: 'CUSTOMER' });
    await idle();
    expect(await world.one('CRMFullSynchReview', "Name eq 'CUSTOMER'")).toMatchObject({
      Job_Queue_Entry_Status: 'Finished',
      From_Int_Table_Job_Status: 'Error',
    });
    expect(await linesBy('Job_Queue_Entry_Status')).toMatchObject({ CONTACT: 'Finished' });
  });

  test('starts all anew where all have finished', async () => {
    await world.value('StartAllFullSynch', { withoutCoupling: '' });
    await idle();
    const earlier = await jobIds();
    expect(await world.value('StartAllFullSynch', { withoutCoupling: '' })).not.toBe(noJob);
    await idle();
    expect((await spans(earlier)).size).toBe((await review()).length);
  });

  test('starts nothing a second time while it is under way', async () => {
    const slow = await startCouplingWorld({ jobMilliseconds: 300 });
    try {
      expect(await slow.value('StartAllFullSynch', { withoutCoupling: '' })).not.toBe(noJob);
      expect(await slow.value('StartAllFullSynch', { withoutCoupling: '' })).toBe(noJob);
    } finally {
      await slow.close();
    }
  });
});

test('one mapping that has finished leads to those that were never started, as in Business Central', async () => {
  await review();
  await world.value('StartFullSynch', { mappingName: 'SALESPEOPLE' });
  await idle();
  expect(await linesBy('Job_Queue_Entry_Status')).toMatchObject({
    SALESPEOPLE: 'Finished',
    CURRENCY: 'Finished',
    CUSTOMER: 'Finished',
  });
});

describe('what failed', () => {
  /** Connects Business Central to Dataverse, or to nothing. */
  const connect = (url: string): void =>
    world.caller.businessCentral.connectDataverse({
      url,
      headers: { authorization: `Bearer ${world.dataverse.tokenFor(integrationApplicationId)}` },
    });

  test('holds up what waits for it, and is made anew with the next start', async () => {
    await review();
    connect('http://localhost:9');
    await world.value('StartFullSynch', { mappingName: 'SALESPEOPLE' });
    await idle();
    expect(await world.refusal('StartAllFullSynch', { withoutCoupling: '' })).toContain('Dataverse failed');
    connect(world.dataverseUrl);
    expect(await linesBy('Job_Queue_Entry_Status')).toMatchObject({ SALESPEOPLE: 'Error', CUSTOMER: ' ' });
    await world.value('StartAllFullSynch', { withoutCoupling: '' });
    await idle();
    expect(await linesBy('Job_Queue_Entry_Status')).toMatchObject({
      SALESPEOPLE: 'Finished',
      CUSTOMER: 'Finished',
    });
  });
});
