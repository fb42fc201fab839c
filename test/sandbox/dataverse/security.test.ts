import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { replacing, validSolution, zipped } from './solutionFixture';
import { allAnnotations, testOrganization } from './testOrganization';
import type { Answer, Client, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let ada: Client;
let sara: Client;

const saraId = recordId('systemuser', 'Sara Andersson');
const gadget = recordId('test', 'gadget');
const refusal = ({ status, error }: Answer): string => `${status} ${error.code ?? ''} ${error.message ?? ''}`;

beforeAll(async () => {
  organization = await testOrganization();
  ada = organization.as('Ada Admin');
  sara = organization.as('Sara Andersson');
});

afterEach(() => {
  organization.dataverse.users.removeFromColumnSecurityProfile(saraId, 'Gadget Secrets');
  organization.reset();
});

beforeEach(async () => {
  await ada.post('tst_gadgets', { tst_gadgetid: gadget, tst_name: 'Dial', tst_secret: 'hidden' });
});

/** Imports the test solution's role anew, with these privileges in it. */
function giveRole(privileges: Readonly<Record<string, string>>): void {
  const elements = Object.entries(privileges).map(
    ([name, level]) => `<RolePrivilege name="${name}" level="${level}" />`,
  );
  organization.dataverse.importSolution(
    zipped(
      replacing(
        validSolution,
        'customizations.xml',
        '<RolePrivilege name="prvReadtst_gadget" level="Global" /><RolePrivilege name="prvReadOrder" level="Basic" />',
        elements.join(''),
      ),
    ),
  );
  organization.dataverse.users.assignRole(saraId, 'Gadget Reader');
}

describe('a privilege', () => {
  it('that is missing is named in the sentence of Dataverse', async () => {
    expect(refusal(await sara.get('tst_gadgets'))).toMatch(
      new RegExp(
        `^403 0x80040220 Principal user \\(Id=${saraId}, type=8, roleCount=1, privilegeCount=\\d+, accessMode=0, ` +
          'MetadataCachePrivilegesCount=\\d+, businessUnitId=[0-9a-f-]{36}\\), is missing prvReadtst_gadget privilege ' +
          `\\(Id=[0-9a-f-]{36}\\) on OTC=10000 for entity 'tst_gadget' \\(LocalizedName='Gadget'\\)\\. ` +
          `context\\.Caller=${saraId}\\. Consider adding missed privilege to one of the principal \\(user/team\\) roles\\.$`,
      ),
    );
  });

  it('comes with an imported role, and goes with it, while the user is signed in', async () => {
    organization.dataverse.users.assignRole(saraId, 'Gadget Reader');
    expect((await sara.get('tst_gadgets')).rows).toHaveLength(1);
    organization.dataverse.users.removeRole(saraId, 'Gadget Reader');
    expect((await sara.get('tst_gadgets')).status).toBe(403);
  });

  it.each([
    ['POST', 'prvCreatetst_gadget', () => sara.post('tst_gadgets', { tst_name: 'X' })],
    ['PATCH', 'prvWritetst_gadget', () => sara.patch(`tst_gadgets(${gadget})`, { tst_name: 'X' })],
    ['DELETE', 'prvDeletetst_gadget', () => sara.delete(`tst_gadgets(${gadget})`)],
  ])('is needed for %s: %s', async (_method, privilege, ask) => {
    organization.dataverse.users.assignRole(saraId, 'Gadget Reader');
    expect(refusal(await ask())).toContain(`is missing ${privilege} privilege`);
    giveRole({ prvReadtst_gadget: 'Global', [privilege]: 'Global' });
    expect((await ask()).status).toBe(204);
  });

  it('is needed on both sides to set a lookup', async () => {
    const bind = () =>
      sara.post('tst_gadgets', { 'tst_Maker@odata.bind': `/accounts(${recordId('account', '10000')})` });
    giveRole({ prvCreatetst_gadget: 'Global' });
    expect(refusal(await bind())).toContain('prvAppendtst_gadget');
    giveRole({ prvCreatetst_gadget: 'Global', prvAppendtst_gadget: 'Global' });
    expect((await bind()).status).toBe(204);
  });

  it('on lines is that on their document, on units that on products', async () => {
    organization.dataverse.users.removeRole(saraId, 'Salesperson');
    giveRole({ prvReadQuote: 'Global', prvReadEntity: 'Global' });
    expect((await sara.get('quotedetails?$top=1')).rows).toHaveLength(1);
    expect(refusal(await sara.get('uoms'))).toContain('is missing prvReadProduct privilege');
    expect(refusal(await sara.get('salesorderdetails'))).toContain('is missing prvReadOrder privilege');
  });

  it('is needed to expand what a lookup points at', async () => {
    organization.dataverse.users.removeRole(saraId, 'Salesperson');
    giveRole({ prvReadQuote: 'Global' });
    expect(refusal(await sara.get('quotedetails?$expand=productid&$top=1'))).toContain('prvReadProduct');
  });

  it('to read metadata is prvReadEntity', async () => {
    organization.dataverse.users.removeRole(saraId, 'Salesperson');
    expect(refusal(await sara.get("EntityDefinitions(LogicalName='quote')"))).toMatch(
      /^403 0x80040220 SecLib::CheckPrivilege failed\. User: .*, PrivilegeName: prvReadEntity/,
    );
  });
});

describe('the depth of a privilege', () => {
  const sarasQuote = recordId('quote', 'QUO-01002');
  const jimsQuote = recordId('quote', '1001');

  beforeEach(() => {
    organization.dataverse.users.removeRole(saraId, 'Salesperson');
  });

  it('Basic reaches own rows, and the lines of own documents', async () => {
    giveRole({ prvReadQuote: 'Basic' });
    const { rows } = await sara.get('quotes?$select=_ownerid_value');
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row._ownerid_value))).toEqual(new Set([saraId]));
    expect(refusal(await sara.get(`quotes(${jimsQuote})`))).toBe(
      `403 0x80040220 Principal with id ${saraId} does not have ReadAccess right(s) for record with id ${jimsQuote} ` +
        `of entity quote. context.Caller=${saraId}`,
    );
    const lines = (quote: string) => sara.get(`quotedetails?$filter=_quoteid_value eq ${quote}`);
    expect((await lines(sarasQuote)).rows).toHaveLength(6);
    expect((await lines(jimsQuote)).rows).toHaveLength(0);
  });

  it.each(['Local', 'Deep', 'Global'])('%s reaches the rows of the only business unit', async (depth) => {
    giveRole({ prvReadQuote: depth });
    expect((await sara.get(`quotes(${jimsQuote})`)).status).toBe(200);
  });

  it('of several roles is the widest', async () => {
    giveRole({ prvReadQuote: 'Basic' });
    organization.dataverse.users.assignRole(saraId, 'Salesperson');
    expect((await sara.get(`quotes(${jimsQuote})`)).status).toBe(200);
  });

  it('counts for writing too, and for giving a row away', async () => {
    giveRole({ prvReadQuote: 'Global', prvWriteQuote: 'Basic' });
    expect((await sara.patch(`quotes(${jimsQuote})`, { name: 'X' })).status).toBe(403);
    expect((await sara.patch(`quotes(${sarasQuote})`, { name: 'X' })).status).toBe(204);
    const away = { 'ownerid@odata.bind': `/systemusers(${recordId('systemuser', 'Jim Olive')})` };
    expect(refusal(await sara.patch(`quotes(${sarasQuote})`, away))).toContain('prvAssignQuote');
    giveRole({ prvReadQuote: 'Global', prvWriteQuote: 'Basic', prvAssignQuote: 'Basic' });
    expect((await sara.patch(`quotes(${sarasQuote})`, away)).status).toBe(204);
    expect((await sara.patch(`quotes(${sarasQuote})`, { name: 'Y' })).status).toBe(403);
  });
});

describe('a secured column', () => {
  beforeEach(() => {
    giveRole({
      prvReadtst_gadget: 'Global',
      prvWritetst_gadget: 'Global',
      prvCreatetst_gadget: 'Global',
    });
  });

  const secretOf = async (client: Client): Promise<unknown> =>
    (await client.get(`tst_gadgets(${gadget})`, allAnnotations)).body.tst_secret;

  it('reads as nothing without its profile, just as an empty one', async () => {
    expect(await secretOf(sara)).toBeNull();
    const row = await sara.get(`tst_gadgets(${gadget})?$select=tst_name,tst_secret`, allAnnotations);
    const empty = recordId('test', 'empty');
    await ada.post('tst_gadgets', { tst_gadgetid: empty, tst_name: 'Dial' });
    const emptyRow = await sara.get(`tst_gadgets(${empty})?$select=tst_name,tst_secret`, allAnnotations);
    const { '@odata.etag': etag, tst_gadgetid: id, ...seen } = row.body;
    expect(emptyRow.body).toMatchObject(seen);
    expect([etag, id]).toHaveLength(2);
  });

  it('is read by who is in the profile, and by administrators', async () => {
    organization.dataverse.users.addToColumnSecurityProfile(saraId, 'Gadget Secrets');
    expect(await secretOf(sara)).toBe('hidden');
    expect(await secretOf(ada)).toBe('hidden');
    organization.dataverse.users.removeFromColumnSecurityProfile(saraId, 'Gadget Secrets');
    expect(await secretOf(sara)).toBeNull();
  });

  it('cannot be found out by filtering or sorting', async () => {
    expect((await sara.get("tst_gadgets?$filter=tst_secret eq 'hidden'")).rows).toHaveLength(0);
    expect((await sara.get("tst_gadgets?$filter=startswith(tst_secret,'h')")).rows).toHaveLength(0);
    expect((await ada.get("tst_gadgets?$filter=startswith(tst_secret,'h')")).rows).toHaveLength(1);
  });

  it('is not written without its profile', async () => {
    const message = (action: string): string =>
      `Caller user with Id ${saraId} does not have ${action} permissions to a Secret secured field on entity Gadget. ` +
      'The requested operation could not be completed.';
    expect(refusal(await sara.patch(`tst_gadgets(${gadget})`, { tst_secret: 'x' }))).toBe(
      `403 0x8004f507 ${message('update')}`,
    );
    expect(refusal(await sara.post('tst_gadgets', { tst_secret: 'x' }))).toBe(
      `403 0x8004f502 ${message('create')}`,
    );
    expect(await secretOf(ada)).toBe('hidden');
    organization.dataverse.users.addToColumnSecurityProfile(saraId, 'Gadget Secrets');
    expect((await sara.patch(`tst_gadgets(${gadget})`, { tst_secret: 'x' })).status).toBe(204);
  });

  it('stays as it is when another column is written by who cannot read it', async () => {
    await sara.patch(`tst_gadgets(${gadget})`, { tst_name: 'Meter' });
    expect(await secretOf(ada)).toBe('hidden');
  });

  it('says in the metadata, to everybody, that it is secured', async () => {
    const { body } = await sara.get(
      "EntityDefinitions(LogicalName='tst_gadget')?$expand=Attributes($select=LogicalName,IsSecured;$filter=IsSecured eq true)",
    );
    expect(body.Attributes).toEqual([
      expect.objectContaining({ LogicalName: 'tst_secret', IsSecured: true }),
    ]);
  });
});

describe('standard roles', () => {
  it('let a System Customizer see the rows of custom tables, and of the others only the own ones', async () => {
    const paolo = recordId('systemuser', 'Paolo Rossi');
    organization.dataverse.users.removeRole(paolo, 'Salesperson');
    organization.dataverse.users.assignRole(paolo, 'System Customizer');
    const client = organization.as('Paolo Rossi');
    expect((await client.get('tst_gadgets')).rows).toHaveLength(1);
    expect((await client.get('quotes')).rows).toHaveLength(0);
  });

  it('are there before anything is imported, and unknown ones are not', () => {
    const { users } = createDataverse();
    expect(() => users.assignRole(saraId, 'Integration User')).toThrow('no security role "Integration User"');
    expect(() => users.assignRole(saraId, 'Salesperson')).not.toThrow();
  });
});
