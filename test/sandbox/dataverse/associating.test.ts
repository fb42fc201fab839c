import { textOf } from '../../../sandbox/dataverse/rows/row';
import { recordId } from '../../../sandbox/identity';
import { replacing, validSolution, zipped } from './solutionFixture';
import { testOrganization } from './testOrganization';
import type { Client, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let ada: Client;
let sara: Client;

const root = 'http://localhost/api/data/v9.2';
const saraId = recordId('systemuser', 'Sara Andersson');
const paoloId = recordId('systemuser', 'Paolo Rossi');

function idOf(table: 'role' | 'fieldsecurityprofile', name: string): string {
  const row = [...organization.dataverse.rows.all(table)].find((each) => textOf(each, 'name') === name);
  return textOf(row ?? {}, `${table}id`) ?? '';
}

const rolesOf = async (userId: string): Promise<unknown[]> =>
  (await ada.get(`systemusers(${userId})/systemuserroles_association?$select=name`)).rows.map(
    ({ name }) => name,
  );

beforeAll(async () => {
  organization = await testOrganization();
  ada = organization.as('Ada Admin');
  sara = organization.as('Sara Andersson');
});

afterEach(() => {
  organization.dataverse.users.removeRole(paoloId, 'Gadget Reader');
  organization.dataverse.users.removeFromColumnSecurityProfile(paoloId, 'Gadget Secrets');
  organization.reset();
});

describe('a role', () => {
  const path = `systemusers(${paoloId})/systemuserroles_association`;

  it('is given by the address of its row, again without a word, and taken by its key', async () => {
    const gadgetReader = { '@odata.id': `${root}/roles(${idOf('role', 'Gadget Reader')})` };
    expect((await ada.post(`${path}/$ref`, gadgetReader)).status).toBe(204);
    expect((await ada.post(`${path}/$ref`, gadgetReader)).status).toBe(204);
    expect(await rolesOf(paoloId)).toEqual(['Salesperson', 'Gadget Reader']);
    expect((await organization.as('Paolo Rossi').get('tst_gadgets')).status).toBe(200);
    expect((await ada.delete(`${path}(${idOf('role', 'Gadget Reader')})/$ref`)).status).toBe(204);
    expect(await rolesOf(paoloId)).toEqual(['Salesperson']);
    expect((await organization.as('Paolo Rossi').get('tst_gadgets')).status).toBe(403);
  });

  it('is taken by its address in $id too', async () => {
    organization.dataverse.users.assignRole(paoloId, 'Gadget Reader');
    const address = encodeURIComponent(`${root}/roles(${idOf('role', 'Gadget Reader')})`);
    expect((await ada.delete(`${root}/${path}/$ref?$id=${address}`)).status).toBe(204);
    expect(await rolesOf(paoloId)).toEqual(['Salesperson']);
  });

  it('is given by nobody without prvAssignRole', async () => {
    const answer = await sara.post(`${path}/$ref`, {
      '@odata.id': `${root}/roles(${idOf('role', 'Gadget Reader')})`,
    });
    expect(`${answer.status} ${answer.error.message}`).toMatch(/^403 .*PrivilegeName: prvAssignRole/);
    expect(await rolesOf(paoloId)).toEqual(['Salesperson']);
  });

  it('that reaches farther than the giver’s own is not given', async () => {
    organization.dataverse.importSolution(
      zipped(
        replacing(
          validSolution,
          'customizations.xml',
          '<RolePrivilege name="prvReadOrder" level="Basic" />',
          '<RolePrivilege name="prvAssignRole" level="Global" />',
        ),
      ),
    );
    organization.dataverse.users.assignRole(saraId, 'Gadget Reader');
    const give = (name: string) =>
      sara.post(`${path}/$ref`, { '@odata.id': `${root}/roles(${idOf('role', name)})` });
    expect((await give('System Administrator')).status).toBe(403);
    expect((await give('Gadget Reader')).status).toBe(204);
    organization.dataverse.users.removeRole(saraId, 'Gadget Reader');
  });

  it.each([
    ['a relative address', { '@odata.id': 'roles(x)' }],
    ['a row of another table', { '@odata.id': `${root}/systemusers(${saraId})` }],
    ['no address', {}],
  ])('is not given by %s', async (_, body) => {
    expect((await ada.post(`${path}/$ref`, body)).status).toBe(400);
  });

  it('that is not there, or goes to nobody, is not found', async () => {
    const nowhere = recordId('role', 'nowhere');
    expect((await ada.post(`${path}/$ref`, { '@odata.id': `${root}/roles(${nowhere})` })).status).toBe(404);
    const toNobody = `systemusers(${nowhere})/systemuserroles_association/$ref`;
    const reader = { '@odata.id': `${root}/roles(${idOf('role', 'Gadget Reader')})` };
    expect((await ada.post(toNobody, reader)).status).toBe(404);
  });
});

describe('a column security profile', () => {
  const path = `systemusers(${paoloId})/systemuserprofiles_association`;

  it('is given once, and taken', async () => {
    const id = idOf('fieldsecurityprofile', 'Gadget Secrets');
    const body = { '@odata.id': `${root}/fieldsecurityprofiles(${id})` };
    expect((await ada.post(`${path}/$ref`, body)).status).toBe(204);
    const again = await ada.post(`${path}/$ref`, body);
    expect([again.status, again.error.message]).toEqual([412, 'Cannot insert duplicate key.']);
    expect((await ada.get(`${path}?$select=name`)).rows.map(({ name }) => name)).toEqual(['Gadget Secrets']);
    expect((await ada.delete(`${path}(${id})/$ref`)).status).toBe(204);
    expect((await ada.get(path)).rows).toEqual([]);
  });

  it('is given by nobody without the privileges for it', async () => {
    const id = idOf('fieldsecurityprofile', 'Gadget Secrets');
    const answer = await sara.post(`${path}/$ref`, { '@odata.id': `${root}/fieldsecurityprofiles(${id})` });
    expect(answer.status).toBe(403);
  });
});

describe('a relationship that is none', () => {
  it('is not found', async () => {
    const answer = await ada.post(`systemusers(${paoloId})/nothing/$ref`, {});
    expect(answer.status).toBe(404);
  });
});
