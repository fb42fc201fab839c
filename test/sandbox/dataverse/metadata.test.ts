import { testOrganization } from './testOrganization';
import type { Client, Json } from './testOrganization';

let sara: Client;
let paolo: Client;

beforeAll(async () => {
  const organization = await testOrganization();
  sara = organization.as('Sara Andersson');
  paolo = organization.as('Paolo Rossi');
});

async function attribute(table: string, column: string, client = sara): Promise<Json> {
  const { body } = await client.get(
    `EntityDefinitions(LogicalName='${table}')?$expand=Attributes($filter=LogicalName eq '${column}')`,
  );
  return (body.Attributes as readonly Json[])[0]!;
}

describe('EntityDefinitions', () => {
  it('describe a table', async () => {
    const { body } = await sara.get("EntityDefinitions(LogicalName='salesorder')");
    expect(body).toMatchObject({
      LogicalName: 'salesorder',
      SchemaName: 'SalesOrder',
      EntitySetName: 'salesorders',
      ObjectTypeCode: 1088,
      PrimaryIdAttribute: 'salesorderid',
      PrimaryNameAttribute: 'name',
      OwnershipType: 'UserOwned',
      IsCustomEntity: false,
    });
    expect((body.Privileges as readonly Json[]).map(({ Name }) => Name)).toContain('prvReadOrder');
  });

  it('give lines the privileges of their document', async () => {
    const { body } = await sara.get("EntityDefinitions(LogicalName='quotedetail')?$select=Privileges");
    expect((body.Privileges as readonly Json[]).map(({ Name }) => Name)).toContain('prvWriteQuote');
  });

  it.each([
    ['quotedetail', 'quantity', { AttributeType: 'Decimal', Precision: 5 }],
    ['quotedetail', 'requestdeliveryby', { AttributeType: 'DateTime', Format: 'DateOnly' }],
    ['quotedetail', 'productid', { AttributeType: 'Lookup', Targets: ['product'] }],
    ['quotedetail', 'extendedamount', { AttributeType: 'Money', Precision: 2, IsValidForUpdate: false }],
    ['quote', 'customerid', { AttributeType: 'Customer', Targets: ['account', 'contact'] }],
    [
      'quote',
      'name',
      { AttributeType: 'String', MaxLength: 300, RequiredLevel: { Value: 'ApplicationRequired' } },
    ],
    ['account', 'emailaddress1', { AttributeType: 'String', Format: 'Email' }],
    ['tst_gadget', 'tst_secret', { AttributeType: 'String', IsSecured: true }],
  ])('describe %s.%s', async (table, column, expected) => {
    expect(await attribute(table, column)).toMatchObject({ ...expected, LogicalName: column });
  });

  it('label columns and options in all languages, the user’s own apart', async () => {
    const kind = await attribute('tst_gadget', 'tst_kind', paolo);
    expect(kind).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.PicklistAttributeMetadata',
      DisplayName: { UserLocalizedLabel: { Label: 'Kind (it)', LanguageCode: 1040 } },
      OptionSet: {
        Options: [
          { Value: 582400000, Label: { UserLocalizedLabel: { Label: 'Small (it)' } } },
          { Value: 582400001, Label: { UserLocalizedLabel: { Label: 'Large (it)' } } },
        ],
      },
    });
    const name = await attribute('quote', 'name', paolo);
    expect(name.DisplayName).toMatchObject({ UserLocalizedLabel: { Label: 'Name', LanguageCode: 1033 } });
  });

  it('tell the navigation property of every lookup', async () => {
    const { body } = await sara.get(
      "EntityDefinitions(LogicalName='quote')?$select=LogicalName&$expand=ManyToOneRelationships,OneToManyRelationships($select=SchemaName)",
    );
    expect(body.ManyToOneRelationships).toContainEqual(
      expect.objectContaining({
        SchemaName: 'quote_customer_accounts',
        ReferencingAttribute: 'customerid',
        ReferencedEntity: 'account',
        ReferencingEntityNavigationPropertyName: 'customerid_account',
      }),
    );
    expect(body.OneToManyRelationships).toContainEqual(
      expect.objectContaining({ SchemaName: 'quote_details' }),
    );
  });

  it('list tables, one type of columns, and filter by equality', async () => {
    const byName = await sara.get("EntityDefinitions?$select=EntitySetName&$filter=LogicalName eq 'uom'");
    expect(byName.rows).toMatchObject([{ EntitySetName: 'uoms' }]);
    const money = await sara.get(
      "EntityDefinitions(LogicalName='product')/Attributes/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName",
    );
    expect(money.rows.map(({ LogicalName }) => LogicalName)).toEqual([
      'price',
      'standardcost',
      'currentcost',
      'price_base',
      'standardcost_base',
      'currentcost_base',
    ]);
  });

  it('are refused for a table that does not exist', async () => {
    const { status, error } = await sara.get("EntityDefinitions(LogicalName='nosuch')");
    expect(`${status} ${error.code ?? ''}`).toBe('404 0x80040217');
  });
});

describe('what is installed', () => {
  it('can be read as rows: forms, views, controls, roles, profiles, solutions', async () => {
    const forms = await sara.get(
      "systemforms?$select=name,formxml&$filter=objecttypecode eq 'quotedetail' and type eq 2&$orderby=isdefault",
    );
    expect(forms.rows.map(({ name }) => name)).toEqual(['Gauged line', 'Quote Product']);
    expect(forms.rows[0]!.formxml).toMatch(/^<form>.*<controlDescriptions>.*<\/form>$/);
    const views = await sara.get(
      "savedqueries?$select=name,fetchxml,layoutxml&$filter=returnedtypecode eq 'quotedetail'",
    );
    expect(views.rows.map(({ name }) => name)).toEqual(['Quote Products', 'Lines']);
    const controls = await sara.get('customcontrols?$select=name,version,compatibledatatypes');
    expect(controls.rows).toMatchObject([
      { name: 'tst_Test.Gauge', version: '1.0.0', compatibledatatypes: 'SingleLine.Text,Decimal,Whole.None' },
    ]);
    const roles = await sara.get("roles?$select=name&$filter=name eq 'Gadget Reader'");
    expect(roles.rows).toHaveLength(1);
    const admin = (await sara.get('solutions')).status;
    expect(admin).toBe(403);
  });

  it('is named in the language of the user', async () => {
    const forms = await paolo.get("systemforms?$select=name&$filter=contains(name,'Gauged')");
    expect(forms.rows).toMatchObject([{ name: 'Gauged line (it)' }]);
    const views = await paolo.get("savedqueries?$select=name&$filter=name eq 'Lines'");
    expect(views.rows).toMatchObject([{ name: 'Lines (it)' }]);
  });

  it('is listed in the service document', async () => {
    const { rows } = await sara.get('');
    expect(rows).toContainEqual({ name: 'tst_gadgets', kind: 'EntitySet', url: 'tst_gadgets' });
  });
});
