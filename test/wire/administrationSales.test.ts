import {
  createConnection,
  hasKey,
  listConnections,
  reactivateConnection,
  readConnectionRow,
  saveConnection,
  storedKey,
} from '../../sales/administration/connections';
import { madeTicket } from '../../sales/administration/madeTicket';
import { recordsByOwner } from '../../sales/administration/recordsByOwner';
import { changeGrant, heldAccess } from '../../sales/administration/roleAssignments';
import { recordsOfOwner } from '../../sales/administration/recordsOfOwner';
import { rowsToMatch } from '../../sales/administration/rowsToMatch';
import { isSalesOrderIntegrationOn } from '../../sales/administration/salesOrderIntegration';
import { salesUsers, usersToCouple } from '../../sales/administration/salesUsers';
import type { Grant, WritingWebApi } from '../../sales/administration/types';
import { userAccess } from '../../sales/administration/userAccess';
import { organizationId } from '../../sandbox/dataverse/organization';
import { recordId } from '../../sandbox/identity';
import { startAdministrationWorld, type AdministrationWorld } from './administrationWorld';

let world: AdministrationWorld;
let admin: WritingWebApi;

beforeAll(async () => {
  world = await startAdministrationWorld();
  admin = world.webApiOf('Ada Admin');
});
afterAll(() => world.close());

const entries = { name: 'Second', company: 'Fabrikam', gatewayUrl: 'https://g.example' };

describe('connections', () => {
  it('are listed with all but the key, and made, changed and taken into use again', async () => {
    const made = await createConnection(admin, {
      ...entries,
      webServiceAccessKey: 'sEcret',
      matchBy: 'number',
    });
    expect(made).toMatchObject({
      ...entries,
      matchBy: 'number',
      isDefault: false,
      isActive: true,
      odataUrl: '',
    });
    expect(JSON.stringify(await listConnections(admin))).not.toContain('sEcret');
    const saved = await saveConnection(admin, made, { company: 'Contoso', gatewayUrl: '' });
    expect(saved).toMatchObject({ kind: 'saved', connection: { company: 'Contoso', gatewayUrl: '' } });
    await admin.updateRecord('bcs_connection', made.id, { statecode: 1, statuscode: 2 });
    expect((await listConnections(admin)).at(-1)).toMatchObject({ id: made.id, isActive: false });
    await reactivateConnection(admin, made.id);
    expect(await readConnectionRow(admin, made.id)).toMatchObject({ isActive: true });
  });

  it('whether there is a key is known without reading it, and the key itself only for a check', async () => {
    const made = await createConnection(admin, entries);
    expect(await hasKey(admin, made.id)).toBe(false);
    const { connection } = await saveConnection(admin, made, { webServiceAccessKey: 'sEcret' });
    expect(await hasKey(admin, connection.id)).toBe(true);
    expect(await storedKey(admin, connection.id)).toBe('sEcret');
    await expect(storedKey(world.webApiOf('Aino Virtanen'), connection.id)).rejects.toMatchObject({
      code: 'keyUnreadable',
    });
  });

  it('what another administrator has changed since is not overwritten', async () => {
    const made = await createConnection(admin, entries);
    const outcome = await saveConnection(
      admin,
      { ...made, modifiedAt: made.modifiedAt - 1000 },
      { company: 'X' },
    );
    expect(outcome).toMatchObject({ kind: 'changedMeanwhile', connection: { company: 'Fabrikam' } });
    expect((await readConnectionRow(admin, made.id)).company).toBe('Fabrikam');
  });

  it('who may not see them is told so', async () => {
    await expect(listConnections(world.webApiOf('Paolo Rossi'))).rejects.toMatchObject({
      code: 'notPermitted',
    });
    const made = await createConnection(admin, entries);
    const change = saveConnection(world.webApiOf('Nils Berg'), made, { company: 'X' });
    await expect(change).rejects.toMatchObject({ code: 'notPermitted' });
  });
});

describe('who holds what', () => {
  const access = async (usesGateway = true) => {
    const [users, held] = await Promise.all([salesUsers(admin), heldAccess(admin)]);
    const all = userAccess(users, held, usesGateway);
    return (name: string) => all.find(({ user }) => user.name === name)!;
  };

  it('own roles, the profile, administrators, and what is wrong', async () => {
    const of = await access();
    expect(of('Sara Andersson').own).toEqual(['integrationUser', 'productAvailabilityUser', 'credentials']);
    expect(of('Sara Andersson').warnings).toEqual(['keyReadableInVain']);
    expect(of('Paolo Rossi')).toMatchObject({ own: [], warnings: ['noRole'] });
    expect(of('Aino Virtanen')).toMatchObject({ own: ['productAvailabilityUser'], warnings: [] });
    expect(of('Ada Admin').isSystemAdministrator).toBe(true);
  });

  it('without a gateway who cannot read the key is told apart from who can', async () => {
    const of = await access(false);
    expect(of('Aino Virtanen').warnings).toEqual(['keyUnreadable']);
    expect(of('Sara Andersson').warnings).toEqual([]);
  });

  it('through teams', async () => {
    world.dataverse.users.assignTeamRole(recordId('team', 'CRONUS'), 'Integration User');
    const of = await access();
    expect(of('Paolo Rossi')).toMatchObject({
      own: [],
      throughTeams: [{ grant: 'integrationUser', team: 'CRONUS' }],
      warnings: [],
    });
    world.dataverse.users.removeTeamRole(recordId('team', 'CRONUS'), 'Integration User');
  });

  it('the account that Business Central uses had better not be an administrator', async () => {
    world.dataverse.users.assignRole(
      recordId('systemuser', 'Business Central Integration'),
      'System Administrator',
    );
    world.dataverse.users.assignRole(recordId('systemuser', 'Business Central Integration'), 'Salesperson');
    expect((await access())('Business Central Integration').warnings).toEqual([
      'integrationUserIsAdministrator',
      'integrationUserHasSalesRole',
    ]);
  });

  it('a role is given as its copy in the user’s business unit, and every copy is taken away', async () => {
    const done: string[] = [];
    const associations = {
      associate: (...[, relationship, related]: Parameters<typeof note>) => note('+', relationship, related),
      disassociate: (...[, relationship, related]: Parameters<typeof note>) =>
        note('-', relationship, related),
    } as never;
    function note(
      kind: unknown,
      relationship: string,
      related: { table: string; id: string },
    ): Promise<void> {
      done.push(`${String(kind)} ${relationship} ${related.table} ${related.id}`);
      return Promise.resolve();
    }
    const users = await salesUsers(admin);
    const user = (name: string) => users.find((each) => each.name === name)!;
    await changeGrant(admin, associations, user('Paolo Rossi'), 'integrationUser', true);
    await changeGrant(admin, associations, user('Sara Andersson'), 'integrationUser', false);
    await changeGrant(admin, associations, user('Aino Virtanen'), 'integrationUser', false);
    await changeGrant(admin, associations, user('Paolo Rossi'), 'credentials', true);
    expect(done).toEqual([
      '+ systemuserroles_association role 8e5c7a22-534b-426c-b2d2-9c6e180128e8',
      '- systemuserroles_association role 8e5c7a22-534b-426c-b2d2-9c6e180128e8',
      '+ systemuserprofiles_association fieldsecurityprofile 3f5e9f45-273c-4d5a-ba97-868da8b6e775',
    ]);
  });

  it('every grant is one that can be given', async () => {
    const grants: Grant[] = [
      'integrationAdministrator',
      'integrationUser',
      'productAvailabilityUser',
      'credentials',
    ];
    const nothing = { associate: () => Promise.resolve(), disassociate: () => Promise.resolve() };
    const [user] = await salesUsers(admin);
    await Promise.all(grants.map((grant) => changeGrant(admin, nothing, user!, grant, true)));
  });
});

describe('what is matched and counted', () => {
  it('products and accounts with their numbers, and who owns how much', async () => {
    const [products, accounts, owned] = await Promise.all([
      rowsToMatch(admin, 'product'),
      rowsToMatch(admin, 'account'),
      recordsByOwner(admin),
    ]);
    expect(products.find(({ number }) => number === '1896-S')?.id).toBe(recordId('product', '1896-S'));
    expect(accounts.length).toBeGreaterThan(5);
    const counted = [...owned.values()].reduce((sum, each) => sum + each.accounts, 0);
    expect(counted).toBe(accounts.length);
  });

  it('which rows an owner has are those that are counted', async () => {
    const owned = await recordsByOwner(admin);
    const [owner, { accounts, opportunities }] = [...owned].find(([, each]) => each.opportunities > 0)!;
    const records = await recordsOfOwner(admin, owner);
    const of = (table: string) => records.filter((record) => record.table === table);
    expect([of('account').length, of('opportunity').length]).toEqual([accounts, opportunities]);
    expect(records.every(({ id, name }) => id !== '' && name !== '')).toBe(true);
    expect(await recordsOfOwner(admin, recordId('systemuser', 'nobody'))).toEqual([]);
  });

  it('people can be coupled with salespeople, and programs cannot', async () => {
    const people = usersToCouple(await salesUsers(admin)).map(({ name }) => name);
    expect(people).toContain('Jim Olive');
    expect(people).not.toContain('Business Central Integration');
  });

  it('a ticket for the check, and whoever gets none', async () => {
    expect((await madeTicket(admin)).ok).toBe(true);
    expect(await madeTicket(world.webApiOf('Paolo Rossi'))).toEqual({
      ok: false,
      code: 'ticketNotPermitted',
    });
  });

  it('whether orders are integrated, which is not known where Sales does not say', async () => {
    expect(await isSalesOrderIntegrationOn(admin)).toBe(true);
    const { rows } = world.dataverse;
    const organization = { ...rows.get('organization', organizationId) };
    rows.put('organization', organizationId, { ...organization, issopintegrationenabled: false });
    expect(await isSalesOrderIntegrationOn(admin)).toBe(false);
    const unknown = {
      ...admin,
      retrieveMultipleRecords: () => Promise.reject(Object.assign(new Error(), { errorCode: 0x80040220 })),
    };
    expect(await isSalesOrderIntegrationOn(unknown)).toBeNull();
  });
});
