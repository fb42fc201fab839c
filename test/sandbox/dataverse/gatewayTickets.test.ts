import { createHash, randomBytes } from 'node:crypto';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { rolesOfTheSolution } from '../../../gateway/admission/roles';
import { gatewayApplicationId } from '../../../sandbox/dataverse/cronus/users';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { packSolution } from '../../../solution/packer/packSolution';
import { goodInput } from '../../package/solutionFixtures';
import { startTokenIssuer } from './tokenIssuer';
import type { TokenIssuer } from './tokenIssuer';
import { today } from './testOrganization';
import type { Json } from './testOrganization';

let dataverse: Dataverse;
let server: FastifyInstance;
let issuer: TokenIssuer;
let gateway: Readonly<Record<string, string>>;

const idOf = (userName: string): string => recordId('systemuser', userName);
const cookieOf = (userName: string) => ({ cookie: `sandboxUser=${idOf(userName)}` });
const hash = (): string => createHash('sha256').update(randomBytes(32)).digest('hex');

beforeAll(async () => {
  dataverse = createDataverse({ today });
  dataverse.importSolution(packSolution(goodInput).unmanaged);
  dataverse.seedCronus({ connection: { gatewayUrl: 'http://localhost:8081', webClientUrl: '' } });
  server = fastify();
  await server.register(dataverse.routes);
  issuer = await startTokenIssuer();
  dataverse.trust(issuer.trusted);
  gateway = { authorization: `Bearer ${await issuer.token(gatewayApplicationId)}` };
});

afterAll(() => issuer.close());

async function ask(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  headers: Readonly<Record<string, string>>,
  payload?: object,
) {
  const answer = await server.inject({
    method,
    url: `/api/data/v9.2/${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body === '' ? {} : answer.json<Json>(),
  };
}

/** Makes a ticket as a control does. @returns where it is, relative to the Web API */
async function ticketOf(userName: string, valueHash = hash()): Promise<string> {
  const answer = await ask('POST', 'bcs_gatewaytickets', cookieOf(userName), { bcs_valuehash: valueHash });
  expect(answer.status).toBe(204);
  return String(answer.headers['odata-entityid']).split('/v9.2/')[1]!;
}

describe('a gateway ticket', () => {
  const columns =
    '$select=bcs_valuehash,createdon,modifiedon,_createdby_value,_modifiedby_value,_createdonbehalfby_value';

  it.each(['Sara Andersson', 'Aino Virtanen', 'Jim Olive'])(
    'is made by %s, with one of the roles',
    async (name) => {
      const valueHash = hash();
      const row = await ask('GET', `${await ticketOf(name, valueHash)}?${columns}`, gateway);
      expect(row.body).toMatchObject({
        bcs_valuehash: valueHash,
        _createdby_value: idOf(name),
        _modifiedby_value: idOf(name),
        _createdonbehalfby_value: null,
      });
      expect(row.body['modifiedon']).toBe(row.body['createdon']);
    },
  );

  it('is not made by Paolo, who has none of the roles', async () => {
    const answer = await ask('POST', 'bcs_gatewaytickets', cookieOf('Paolo Rossi'), {
      bcs_valuehash: hash(),
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      error: { message: expect.stringContaining('prvCreatebcs_gatewayticket') as string },
    });
  });

  it('is nobody’s to read, change or delete who sells, not even its maker’s', async () => {
    const ticket = await ticketOf('Jim Olive');
    for (const name of ['Jim Olive', 'Sara Andersson']) {
      expect((await ask('GET', ticket, cookieOf(name))).status).toBe(403);
      expect((await ask('GET', 'bcs_gatewaytickets', cookieOf(name))).status).toBe(403);
      expect((await ask('PATCH', ticket, cookieOf(name), { bcs_valuehash: hash() })).status).toBe(403);
      expect((await ask('DELETE', ticket, cookieOf(name))).status).toBe(403);
    }
  });

  it('says who made it and when, whatever its maker says', async () => {
    const answer = await ask('POST', 'bcs_gatewaytickets', cookieOf('Sara Andersson'), {
      bcs_valuehash: hash(),
      createdon: '2030-01-01T00:00:00Z',
      'createdby@odata.bind': `/systemusers(${idOf('Jim Olive')})`,
    });
    expect(answer.status).toBe(204);
    const ticket = String(answer.headers['odata-entityid']).split('/v9.2/')[1]!;
    const { body } = await ask('GET', `${ticket}?${columns}`, gateway);
    expect(body['_createdby_value']).toBe(idOf('Sara Andersson'));
    expect(String(body['createdon']).slice(0, 10)).toBe(today);
  });

  it('takes no more than a hash', async () => {
    const answer = await ask('POST', 'bcs_gatewaytickets', cookieOf('Sara Andersson'), {
      bcs_valuehash: `${hash()}0`,
    });
    expect(answer.status).toBe(400);
  });

  it('is used up by the delete that succeeds', async () => {
    const ticket = await ticketOf('Sara Andersson');
    expect((await ask('DELETE', ticket, gateway)).status).toBe(204);
    expect((await ask('DELETE', ticket, gateway)).status).toBe(404);
    expect((await ask('GET', ticket, gateway)).status).toBe(404);
  });

  it('is dated by the clock that the answer’s Date header shows', async () => {
    const { headers, body } = await ask('GET', await ticketOf('Sara Andersson'), gateway);
    const age = Date.parse(String(headers['date'])) - Date.parse(String(body['createdon']));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
  });
});

describe('what the gateway asks about a user', () => {
  const roleColumns = '$select=roleid,_parentrootroleid_value';
  const teamId = recordId('team', 'Field sales');

  const ownRolesOf = async (name: string) => {
    const query = `$select=isdisabled&$expand=systemuserroles_association(${roleColumns})`;
    return ask('GET', `systemusers(${idOf(name)})?${query}`, { ...gateway, 'if-none-match': 'null' });
  };
  const teamsOf = async (name: string) => {
    const query = `$select=teamid&$expand=teamroles_association(${roleColumns})`;
    return ask('GET', `systemusers(${idOf(name)})/teammembership_association?${query}`, gateway);
  };

  it('is the user’s state and roles, by the ids of the solution', async () => {
    const { status, body } = await ownRolesOf('Jim Olive');
    expect(status).toBe(200);
    const { id } = rolesOfTheSolution['Integration User'];
    expect(body).toMatchObject({
      isdisabled: false,
      systemuserroles_association: expect.arrayContaining([
        expect.objectContaining({ roleid: id, _parentrootroleid_value: id }),
      ]) as unknown,
    });
  });

  it('is the roles of the user’s teams', async () => {
    dataverse.rows.put('team', teamId, { teamid: teamId, name: 'Field sales' });
    dataverse.users.addToTeam(idOf('Paolo Rossi'), teamId);
    dataverse.users.assignTeamRole(teamId, 'Product Availability User');
    const { body } = await teamsOf('Paolo Rossi');
    const { id } = rolesOfTheSolution['Product Availability User'];
    expect(body['value']).toMatchObject([
      { teamroles_association: [] },
      { teamid: teamId, teamroles_association: [{ roleid: id, _parentrootroleid_value: id }] },
    ]);
    // The role works, too, and ends with the membership.
    await ticketOf('Paolo Rossi');
    dataverse.users.removeFromTeam(idOf('Paolo Rossi'), teamId);
    const refused = await ask('POST', 'bcs_gatewaytickets', cookieOf('Paolo Rossi'), {
      bcs_valuehash: hash(),
    });
    expect(refused.status).toBe(403);
  });

  it('of somebody who is not there is not found', async () => {
    expect((await ownRolesOf('Nobody')).status).toBe(404);
    expect((await teamsOf('Nobody')).status).toBe(404);
  });

  it('takes both of the roles: who they are with the one, their tickets with the other', async () => {
    const paolo = idOf('Paolo Rossi');
    const { users } = dataverse;
    users.removeRole(paolo, 'Salesperson');
    const ticket = await ticketOf('Sara Andersson');
    const asked = async () => [
      (await ask('GET', ticket, cookieOf('Paolo Rossi'))).status,
      (await ask('GET', `systemusers(${paolo})?$expand=systemuserroles_association`, cookieOf('Paolo Rossi')))
        .status,
      (await ask('GET', `systemusers(${paolo})/teammembership_association`, cookieOf('Paolo Rossi'))).status,
    ];
    users.assignRole(paolo, 'Integration Administrator');
    expect(await asked()).toEqual([200, 403, 403]);
    users.assignRole(paolo, 'Integration User');
    expect(await asked()).toEqual([200, 200, 200]);
    users.removeRole(paolo, 'Integration Administrator');
    expect(await asked()).toEqual([403, 200, 200]);
    users.removeRole(paolo, 'Integration User');
    users.assignRole(paolo, 'Salesperson');
  });
});

describe('a many-to-many relationship', () => {
  it('is read from its other side, and filtered over', async () => {
    const { id } = rolesOfTheSolution['Integration User'];
    const members = await ask('GET', `roles(${id})/systemuserroles_association?$select=fullname`, gateway);
    const names = (members.body['value'] as readonly Json[]).map(({ fullname }) => fullname);
    expect(names.sort()).toEqual([
      'Ada Admin',
      'Business Central Gateway',
      'Ivo Novak',
      'Jim Olive',
      'Sara Andersson',
    ]);
    const filter = `systemuserroles_association/any(r:r/roleid eq ${id})`;
    const found = await ask(
      'GET',
      `systemusers?$select=fullname&$filter=${encodeURIComponent(filter)}`,
      gateway,
    );
    expect(found.body['value']).toHaveLength(names.length);
  });

  it.each([
    ['systemusers?$expand=teammembership_association($expand=teamroles_association)'],
    ['bcs_gatewaytickets?$expand=createdby($expand=systemuserroles_association)'],
  ])('is not expanded inside another: %s', async (path) => {
    const answer = await ask('GET', path, gateway);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: { message: expect.stringContaining('not supported') as string },
    });
  });

  it('that a table does not have is an unknown property', async () => {
    expect((await ask('GET', 'teams?$expand=systemuserroles_association', gateway)).status).toBe(400);
  });
});
