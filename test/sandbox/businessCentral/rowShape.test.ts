import { XMLParser } from 'fast-xml-parser';
import { cronusPath, cronusService, startCaller, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

interface EntityType {
  readonly '@_Name': string;
  readonly Key: { readonly PropertyRef: readonly { readonly '@_Name': string }[] };
  readonly Property: readonly { readonly '@_Name': string; readonly '@_Type': string }[];
}

async function metadata(): Promise<readonly EntityType[]> {
  const reply = await caller.ask('/$metadata');
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/xml']);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) =>
      ['EntityType', 'Property', 'PropertyRef', 'NavigationProperty', 'EntitySet'].includes(name),
  });
  const document = parser.parse(reply.text) as {
    'edmx:Edmx': {
      'edmx:DataServices': { Schema: { '@_Namespace': string; EntityType: readonly EntityType[] } };
    };
  };
  const schema = document['edmx:Edmx']['edmx:DataServices'].Schema;
  expect(schema['@_Namespace']).toBe('NAV');
  return schema.EntityType;
}

const services = [
  'ProductItemAvailability',
  'ItemCard',
  'SalesLines',
  'PurchaseLines',
  'ItemUnitsOfMeasure',
  'ItemSubstitutions',
  'LocationList',
  'ItemStockByLocation',
  'CustomerStatistics',
  'CustomerCard',
  'CustomerLedgerEntries',
  'CustomerList',
  'GeneralLedgerSetup',
  'CRMIntegrationRecords',
];

const examples: Readonly<Record<string, RegExp>> = {
  'Edm.Date': /^"\d{4}-\d{2}-\d{2}"$/,
  'Edm.DateTimeOffset': /^"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"$/,
  'Edm.Guid': /^"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/,
  'Edm.String': /^"/,
  'Edm.Boolean': /^(true|false)$/,
  'Edm.Int32': /^-?\d+$/,
  'Edm.Decimal': /^-?\d+(\.\d+)?$/,
};

test.each(services)('$metadata declares exactly what %s serves, each with its type', async (service) => {
  const type = (await metadata()).find((candidate) => candidate['@_Name'] === service)!;
  const rows = await caller.rows(service, '$top=50');
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const served = Object.entries(row).filter(([name]) => !name.startsWith('@'));
    expect(served.map(([name]) => name)).toEqual(type.Property.map((property) => property['@_Name']));
    for (const [name, value] of served) {
      const declared = type.Property.find((property) => property['@_Name'] === name)!['@_Type'];
      expect(`${name}: ${JSON.stringify(value)}`.slice(name.length + 2)).toMatch(examples[declared]!);
    }
  }
  expect(type.Property.map((property) => property['@_Name'])).toEqual(
    expect.arrayContaining(type.Key.PropertyRef.map((key) => key['@_Name'])),
  );
});

test('$metadata follows what is published and what a version lacks', async () => {
  const older = await startCaller({ publishedServices: ['ItemCard'] });
  older.businessCentral.removeField('ItemCard', 'Safety_Stock_Quantity');
  older.businessCentral.removeField('ItemCard', 'No');
  const { text } = await older.ask('/$metadata');
  expect(text).not.toContain('Safety_Stock_Quantity');
  expect(text).not.toContain('NAV.SalesLines');
  expect(text).toContain('Name="No"');
  const refusal = await older.refusal(cronusService('ItemCard', '$select=No,Safety_Stock_Quantity'));
  expect(refusal).toMatchObject({
    status: 400,
    message: "Could not find a property named 'Safety_Stock_Quantity' on type 'NAV.ItemCard'.",
  });
  expect((await older.ask(cronusService("ItemCard('1896-S')"))).text).not.toContain('Safety_Stock_Quantity');
  await older.businessCentral.close();
});

test('the Item Card looks as a recorded one does', async () => {
  const [desk] = await caller.rows('ItemCard', "$filter=No eq '1896-S'");
  expect(desk).toMatchObject({
    No: '1896-S',
    Description: 'ATHENS Desk',
    Type: 'Inventory',
    Blocked: false,
    Base_Unit_of_Measure: 'PCS',
    Search_Description: 'ATHENS DESK',
    Inventory: 500,
    Unit_Price: 649.4,
    Last_Phys_Invt_Date: '0001-01-01',
    Reordering_Policy: ' ',
    Lead_Time_Calculation: '',
    Location_Filter: '',
  });
  expect(Object.keys(desk ?? {}).length).toBeGreaterThan(120);
});

test('whole decimals come without a decimal point', async () => {
  const { text } = await caller.ask(cronusService("ItemCard('1896-S')", '$select=Inventory'));
  expect(text).toContain('"Inventory":500}');
});

test('the context is absolute and names company and service', async () => {
  const { text, headers } = await caller.ask(`${cronusPath}/LocationList`);
  expect((JSON.parse(text) as Record<string, unknown>)['@odata.context']).toBe(
    `${caller.businessCentral.odataUrl}/$metadata#Company('CRONUS%20International%20Ltd.')/LocationList`,
  );
  expect(headers['content-type']).toBe('application/json; odata.metadata=minimal');
  expect(headers['odata-version']).toBe('4.0');
});

test('etags have the form of real ones, differ between records and stay the same without a change', async () => {
  const read = async (): Promise<readonly string[]> =>
    (await caller.rows('LocationList')).map((row) => String(row['@odata.etag']));
  const etags = await read();
  for (const etag of etags) {
    expect(etag).toMatch(/^W\/"JzE5O/);
    expect(Buffer.from(etag.slice(3, -1), 'base64').toString()).toMatch(/^'19;\d{19}1;00;'$/);
  }
  expect(new Set(etags).size).toBe(etags.length);
  expect(await read()).toEqual(etags);
});

test('the rows of a query have no etag', async () => {
  const rows = await caller.rows('ItemStockByLocation', "$filter=Item_No eq '1936-S'");
  expect(rows).toEqual([
    { Item_No: '1936-S', Variant_Code: '', Location_Code: '', Quantity: 10 },
    { Item_No: '1936-S', Variant_Code: '', Location_Code: 'EAST', Quantity: 25 },
    { Item_No: '1936-S', Variant_Code: '', Location_Code: 'MAIN', Quantity: 5 },
    { Item_No: '1936-S', Variant_Code: '', Location_Code: 'WEST', Quantity: 20 },
  ]);
});
