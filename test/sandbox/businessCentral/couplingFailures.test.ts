import { recordId } from '../../../sandbox/identity';
import { integrationUserId } from '../../../sandbox/dataverse/cronus/users';
import { referTo } from '../../../sandbox/dataverse/cronus/seedRows';
import type { Row } from './caller';
import { startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const account = (key: string): string => recordId('account', key);
const send = 1;
const get = 2;

function synchronize(key: string, direction: number, tableId = 18): Promise<Row> {
  return world.job('Synchronize', { tableId, crmId: account(key), direction });
}

describe('a failure', () => {
  test('is kept with the coupling, and repeated sets it aside until somebody synchronizes it', async () => {
    world.change('account', '10000', { ownerid: referTo('systemuser', 'Aino Virtanen') });
    const first = await synchronize('10000', get);
    expect(first).toMatchObject({ Failed: 1, Modified: 0 });
    const [message] = await world.errors(first);
    expect(message).toMatch(/^The owner of the row must be coupled to a Salesperson\/Purchaser record/);
    expect(await world.coupling('account', '10000', 18)).toMatchObject({
      Last_Synch_Result: 'Failure',
      Last_Error: message,
      Skipped: false,
    });

    await synchronize('10000', get);
    expect(await world.coupling('account', '10000', 18)).toMatchObject({ Skipped: true });

    const systemId = await world.systemId(18, '10000');
    const skipped = await world.job('Couple', {
      tableId: 18,
      systemId,
      crmId: account('10000'),
      synchAction: get,
    });
    expect(skipped).toMatchObject({ Skipped: 1, Failed: 0 });

    world.change('account', '10000', { ownerid: referTo('systemuser', 'Jim Olive') });
    expect(await synchronize('10000', get)).toMatchObject({ Skipped: 0, Failed: 0 });
    expect(await world.coupling('account', '10000', 18)).toMatchObject({
      Last_Synch_Result: 'Success',
      Last_Error: '',
      Skipped: false,
    });
  });

  test('is there from the start for the coupling that was set aside', async () => {
    expect(await world.coupling('account', '76040', 18)).toMatchObject({
      Skipped: true,
      Last_Synch_Result: 'Failure',
      Last_Error: expect.stringMatching(/^The owner of the row must be coupled/) as string,
    });
  });

  test.each([
    [
      'the owner is a team',
      { ownerid: referTo('team', 'Nordic Sales'), owningteam: referTo('team', 'Nordic Sales') },
      /owned by a team/,
    ],
    [
      'the currency is not coupled',
      { transactioncurrencyid: referTo('transactioncurrency', 'SEK') },
      /^Currency SEK in Dataverse must be coupled to a Currency record/,
    ],
    ['a code does not fit', { address1_country: 'United Kingdom' }, /^The value UNITED KINGDOM is too long/],
  ])('says that %s', async (_what, changes, message) => {
    world.change('account', '10000', changes);
    const [error] = await world.errors(await synchronize('10000', get));
    expect(error).toMatch(message);
  });

  test('says that the row was deleted', async () => {
    world.dataverse.rows.delete('account', account('10000'));
    const [error] = await world.errors(await synchronize('10000', send));
    expect(error).toMatch(/^The Account row .* was not found in Dataverse/);
  });

  test('is Dataverse’s own sentence where the integration user may not write', async () => {
    world.dataverse.users.removeRole(integrationUserId, 'Business Central Dataverse Integration');
    world.dataverse.users.assignRole(integrationUserId, 'System Customizer');
    world.change('account', '10000', { name: 'Other' });
    const [error] = await world.errors(await synchronize('10000', send));
    expect(error).toContain('ReadAccess right(s)');
  });

  test('leaves no row of a job where Dataverse cannot be reached', async () => {
    world.caller.businessCentral.connectDataverse({ url: 'http://localhost:9', headers: {} });
    const id = await world.value('Synchronize', { tableId: 18, crmId: account('10000'), direction: send });
    await world.caller.businessCentral.jobs.idle();
    expect(await world.caller.rows('IntegrationSynchJobs', `$filter=Job_Queue_Entry_ID eq ${id}`)).toEqual(
      [],
    );
    expect(await world.coupling('account', '10000', 18)).toMatchObject({ Last_Synch_CRM_Result: 'Success' });
  });
});
