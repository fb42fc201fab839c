import { recordId } from '../../../sandbox/identity';
import { integrationUserId } from '../../../sandbox/dataverse/cronus/users';
import type { Row } from './caller';
import { noJob, startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const account = (key: string): string => recordId('account', key);
const send = 1;

describe('a full synchronization', () => {
  test('goes over all couplings of a mapping, and is not started twice', async () => {
    world.change('systemuser', 'Jim Olive', { internalemailaddress: 'jim@cronus.example' });
    const id = await world.value('StartFullSynch', { mappingName: 'SALESPEOPLE' });
    expect(await world.refusal('StartFullSynch', { mappingName: 'SALESPEOPLE' })).toBe(
      'The full synchronization of SALESPEOPLE is already under way.',
    );
    await world.caller.businessCentral.jobs.idle();
    expect(await world.one('IntegrationSynchJobs', `Job_Queue_Entry_ID eq ${id}`)).toMatchObject({
      Modified: 2,
      Unchanged: 0,
      Failed: 0,
    });
    expect(await world.one('CRMFullSynchReview', "Name eq 'SALESPEOPLE'")).toMatchObject({
      Job_Queue_Entry_Status: 'Finished',
      From_Int_Table_Job_Status: 'Success',
      To_Int_Table_Job_Status: ' ',
    });
    expect(await world.one('SalespersonsPurchasers', "Code eq 'JO'")).toMatchObject({
      E_Mail: 'jim@cronus.example',
    });
  });

  test('does not get back what the integration user has changed', async () => {
    world.change('contact', '10000/Robert Townes', {
      firstname: 'Bob',
      modifiedby: { table: 'systemuser', id: integrationUserId },
    });
    await world.value('StartFullSynch', { mappingName: 'CONTACT' });
    await world.caller.businessCentral.jobs.idle();
    expect(await world.one('ContactList', "No eq 'CT000002'")).toMatchObject({ Name: 'Robert Townes' });
  });

  test('of a mapping that does not exist is refused', async () => {
    expect(await world.refusal('StartFullSynch', { mappingName: 'NOBODY' })).toContain("Name='NOBODY'");
  });
});

test('a job waits, has a row while it runs, and ends', async () => {
  const slow = await startCouplingWorld({ jobMilliseconds: 300 });
  try {
    const crmId = account('10000');
    const id = await slow.value('Synchronize', { tableId: 18, crmId, direction: send });
    const rowsNow = (): Promise<readonly Row[]> =>
      slow.caller.rows('IntegrationSynchJobs', `$filter=Job_Queue_Entry_ID eq ${id}`);
    expect(await rowsNow()).toEqual([]);
    let running: readonly Row[] = [];
    while (running.length === 0) {
      running = await rowsNow();
    }
    expect(running).toMatchObject([{ Finish_Date_Time: '0001-01-01T00:00:00Z', Modified: 0, CRM_ID: crmId }]);
    await slow.caller.businessCentral.jobs.idle();
    const [ended] = await rowsNow();
    expect(ended?.['CRM_ID']).toBe(noJob);
    expect(String(ended?.['Finish_Date_Time']) > String(ended?.['Start_Date_Time'])).toBe(true);
  } finally {
    await slow.close();
  }
});
