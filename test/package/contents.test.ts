import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { couplableTables } from '../../businessCentral/coupling/pairs';
import { coupleRecordSection } from '../../commands/showCoupleRecord';
import type { TableSource } from '../../solution/packer/solutionSources';
import { columnsOf, languagesOf, solutionSources } from '../../solution/packer/solutionSources';
import type { XmlElement } from '../../solution/packer/xml';
import { allElements, at, attributeOf, childElements, parseXml, textOf } from '../../solution/packer/xml';
import { controls, languages } from '../../tools/strings';
import { realSources } from './solutionFixtures';

const root = join(__dirname, '../..');
const sources = solutionSources(realSources);

function table(logicalName: string): TableSource {
  return sources.tables.find((one) => one.logicalName === logicalName)!;
}

function column(name: string): XmlElement {
  return columnsOf(table('bcs_connection')).find((one) => attributeOf(one, 'PhysicalName') === name)!;
}

function valueOf(name: string, property: string): string {
  return textOf(at(column(name), property));
}

describe('the table bcs_connection', () => {
  test('has the columns of the design, each of its type', () => {
    const own = columnsOf(table('bcs_connection'))
      .filter((one) => textOf(at(one, 'IsCustomField')) === '1')
      .map((one) => [attributeOf(one, 'PhysicalName'), textOf(at(one, 'Type'))]);
    expect(Object.fromEntries(own)).toEqual({
      bcs_name: 'nvarchar',
      bcs_odataurl: 'nvarchar',
      bcs_company: 'nvarchar',
      bcs_username: 'nvarchar',
      bcs_webserviceaccesskey: 'nvarchar',
      bcs_webclienturl: 'nvarchar',
      bcs_gatewayurl: 'nvarchar',
      bcs_matchby: 'picklist',
      bcs_isdefault: 'bit',
      bcs_services: 'ntext',
    });
    expect(valueOf('bcs_name', 'DisplayMask')).toContain('PrimaryName');
  });

  test('is owned by the organization, in the word that an import knows', () => {
    const entity = at(table('bcs_connection').entity.root, 'EntityInfo', 'entity');
    expect(textOf(at(entity, 'OwnershipTypeMask'))).toBe('OrgOwned');
    expect(textOf(at(entity, 'EntitySetName'))).toBe('bcs_connections');
    expect(columnsOf(table('bcs_connection')).map((one) => attributeOf(one, 'PhysicalName'))).not.toContain(
      'OwnerId',
    );
  });

  test('secures the key, and the key alone; it is neither audited nor searchable', () => {
    const secured = columnsOf(table('bcs_connection')).filter((one) => textOf(at(one, 'IsSecured')) === '1');
    expect(secured.map((one) => attributeOf(one, 'PhysicalName'))).toEqual(['bcs_webserviceaccesskey']);
    expect(valueOf('bcs_webserviceaccesskey', 'IsAuditEnabled')).toBe('0');
    expect(valueOf('bcs_webserviceaccesskey', 'DisplayMask')).toBe('ValidForForm');
  });

  test('matches by coupling unless told otherwise', () => {
    const options = allElements(column('bcs_matchby')).filter(({ name }) => name === 'option');
    expect(options.map((option) => attributeOf(option, 'value'))).toEqual(['582400000', '582400001']);
    expect(valueOf('bcs_matchby', 'AppDefaultValue')).toBe('582400000');
    expect(valueOf('bcs_isdefault', 'AppDefaultValue')).toBe('0');
  });

  test('shows every column of its own on its form', () => {
    const fields = allElements(table('bcs_connection').forms[0]!.root).map((one) =>
      attributeOf(one, 'datafieldname'),
    );
    const own = columnsOf(table('bcs_connection'))
      .filter((one) => textOf(at(one, 'IsCustomField')) === '1')
      .map((one) => attributeOf(one, 'PhysicalName'));
    expect(own.filter((name) => !fields.includes(name))).toEqual([]);
  });

  test('has the six views that every table has', () => {
    const types = table('bcs_connection').views.map(({ root: view }) =>
      textOf(at(view, 'savedquery', 'querytype')),
    );
    expect(types.sort()).toEqual(['0', '0', '1', '2', '4', '64']);
  });
});

describe('the table bcs_gatewayticket', () => {
  const ticket = table('bcs_gatewayticket');
  const entity = at(ticket.entity.root, 'EntityInfo', 'entity');

  test('holds a hash that names the row, and nothing else of its own', () => {
    const own = columnsOf(ticket).filter((one) => textOf(at(one, 'IsCustomField')) === '1');
    expect(own.map((one) => attributeOf(one, 'PhysicalName'))).toEqual(['bcs_valuehash']);
    expect(textOf(at(own[0], 'DisplayMask'))).toContain('PrimaryName');
    // SHA-256 in hexadecimal digits
    expect(textOf(at(own[0], 'MaxLength'))).toBe('64');
  });

  test('has no owners, so that whoever makes a row need not be able to read it', () => {
    expect(textOf(at(entity, 'OwnershipTypeMask'))).toBe('OrgOwned');
    expect(textOf(at(entity, 'EntitySetName'))).toBe('bcs_gatewaytickets');
  });

  test('is neither audited nor searchable, and has no form', () => {
    const switches = allElements(ticket.entity.root)
      .filter(({ name }) => ['IsAuditEnabled', 'IsSearchable', 'SyncToExternalSearchIndex'].includes(name))
      .map(textOf);
    expect(new Set(switches)).toEqual(new Set(['0']));
    expect(ticket.forms).toEqual([]);
  });

  test('is made with each of the roles, and read and deleted with one', () => {
    const holdersOf = (privilege: string) =>
      sources.roles
        .filter(({ root: role }) =>
          childElements(at(role, 'RolePrivileges')).some((one) => attributeOf(one, 'name') === privilege),
        )
        .map(({ root: role }) => attributeOf(role, 'name'));
    expect(holdersOf('prvCreatebcs_gatewayticket')).toHaveLength(3);
    expect(holdersOf('prvReadbcs_gatewayticket')).toEqual(['Integration Administrator']);
    expect(holdersOf('prvDeletebcs_gatewayticket')).toEqual(['Integration Administrator']);
    expect(holdersOf('prvWritebcs_gatewayticket')).toEqual([]);
  });
});

describe('the forms of the Sales tables', () => {
  const availability = 'ProductAvailability';
  const statistics = 'CustomerStatistics';
  const line = {
    product: 'productid',
    unit: 'uomid',
    quantity: 'quantity',
    requestedDelivery: 'requestdeliveryby',
  };
  const couple = 'CoupleRecord';
  const saved = { modifiedOn: 'modifiedon' };
  const document = { requestedDelivery: 'requestdeliveryby', total: 'totalamount' };

  test.each([
    ['quotedetail', availability, { anchor: 'quotedetailname', ...line }],
    ['salesorderdetail', availability, { anchor: 'salesorderdetailname', ...line }],
    ['quote', availability, { anchor: 'quotenumber', ...document }],
    ['salesorder', availability, { anchor: 'ordernumber', ...document }],
    ['account', statistics, { anchor: 'accountnumber', number: 'accountnumber' }],
    ['quote', statistics, { anchor: 'name', modifiedOn: 'modifiedon', total: 'totalamount' }],
    ['salesorder', statistics, { anchor: 'name', modifiedOn: 'modifiedon', total: 'totalamount' }],
    ['account', couple, { anchor: 'name', ...saved, number: 'accountnumber' }],
    ['contact', couple, { anchor: 'jobtitle', ...saved }],
    ['product', couple, { anchor: 'name', ...saved, number: 'productnumber' }],
    ['systemuser', couple, { anchor: 'title', ...saved }],
    ['transactioncurrency', couple, { anchor: 'currencyname', ...saved, number: 'isocurrencycode' }],
    ['uomschedule', couple, { anchor: 'name', ...saved, number: 'baseuomname' }],
    ['pricelevel', couple, { anchor: 'name', ...saved, number: 'name' }],
    ['salesorder', couple, { anchor: 'billto_name', ...saved, number: 'ordernumber' }],
    ['opportunity', couple, { anchor: 'name', ...saved }],
    ['invoice', couple, { anchor: 'name', ...saved, number: 'invoicenumber' }],
  ])('%s carries %s, bound to %o on phone, tablet and web', (name, control, bindings) => {
    const form = at(table(name).forms[0]!.root, 'systemform', 'form');
    const fullName = `bcs_BusinessCentralForSales.${control}`;
    const isOfControl = (one: XmlElement) => attributeOf(one, 'name') === fullName;
    const [description, ...others] = childElements(at(form, 'controlDescriptions')).filter((one) =>
      childElements(one).some(isOfControl),
    );
    expect(others).toEqual([]);
    const custom = childElements(description, 'customControl').slice(1);
    expect(custom.map((one) => attributeOf(one, 'formFactor'))).toEqual(['0', '1', '2']);
    for (const one of custom) {
      expect(attributeOf(one, 'name')).toBe(fullName);
      const given = childElements(at(one, 'parameters')).map((parameter) => [
        parameter.name,
        textOf(parameter),
      ]);
      expect(Object.fromEntries(given)).toEqual(bindings);
    }
    const host = allElements(form!).find(
      (one) => attributeOf(one, 'uniqueid') === attributeOf(description, 'forControl'),
    );
    expect(attributeOf(host, 'datafieldname')).toBe(bindings.anchor);
  });

  test.each([
    ['account', ['name', 'accountnumber', 'transactioncurrencyid', 'creditlimit']],
    ['contact', ['firstname', 'lastname', 'jobtitle', 'parentcustomerid']],
    ['product', ['name', 'productnumber', 'producttypecode', 'defaultuomscheduleid', 'defaultuomid']],
    ['systemuser', ['firstname', 'lastname', 'title', 'internalemailaddress']],
    ['transactioncurrency', ['currencyname', 'isocurrencycode', 'exchangerate']],
    ['uomschedule', ['name', 'baseuomname']],
    ['pricelevel', ['name', 'transactioncurrencyid']],
    ['opportunity', ['name', 'parentaccountid', 'estimatedvalue']],
    ['invoice', ['name', 'invoicenumber', 'customerid', 'totalamount']],
    ['quote', ['name', 'customerid', 'totalamount']],
    ['salesorder', ['name', 'customerid', 'totalamount']],
  ])('%s still has the fields %o, also where one carries a control', (name, columns) => {
    const fields = allElements(table(name).forms[0]!.root)
      .filter((one) => one.name === 'control' && attributeOf(one, 'uniqueid') === '')
      .filter((one) => !attributeOf(one, 'id').startsWith('header_'))
      .map((one) => attributeOf(one, 'datafieldname'));
    expect(columns.filter((column) => !fields.includes(column))).toEqual([]);
  });

  test('have CoupleRecord in a section by which the command on the form finds it', () => {
    const sections = couplableTables.map((name) => {
      const form = table(name).forms[0]!.root;
      const section = allElements(form).find(
        (one) => one.name === 'section' && attributeOf(one, 'name') === coupleRecordSection,
      );
      const control = section && allElements(section).find((one) => one.name === 'control');
      const description = allElements(form).find(
        (one) => attributeOf(one, 'forControl') === attributeOf(control, 'uniqueid'),
      );
      return description && attributeOf(childElements(description, 'customControl')[1], 'name');
    });
    expect(new Set(sections)).toEqual(new Set(['bcs_BusinessCentralForSales.CoupleRecord']));
  });

  test.each([
    ['quote', 'quotedetail', 'quote_details'],
    ['salesorder', 'salesorderdetail', 'order_details'],
  ])('%s shows its lines in a view that the solution brings', (name, lineTable, relationship) => {
    const form = table(name).forms[0]!.root;
    const grid = allElements(form).find((one) => attributeOf(one, 'indicationOfSubgrid') === 'true');
    const parameter = (key: string) => textOf(at(grid, 'parameters', key));
    expect(parameter('TargetEntityType')).toBe(lineTable);
    expect(parameter('RelationshipName')).toBe(relationship);
    expect(table(lineTable).views.map(({ path }) => path)).toEqual([
      expect.stringContaining(parameter('ViewId')),
    ]);
  });

  test('are new forms, whole ones: no changes to forms that are there already', () => {
    const forms = sources.tables.flatMap(({ forms: own }) => own.map((form) => form.root));
    const attributes = forms.flatMap(allElements).flatMap((one) => [...one.attributes.keys()]);
    expect(attributes.filter((name) => ['solutionaction', 'ordinalvalue'].includes(name))).toEqual([]);
  });
});

test('labels and controls come in the same languages', () => {
  expect(languagesOf(sources).sort()).toEqual([...languages].map(String).sort());
});

test.each(controls)('%s is built with the version of package.json, and registered', (control) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const path = `${control}/ControlManifest.Input.xml`;
  const manifest = parseXml(readFileSync(join(root, path), 'utf8'), path);
  expect(attributeOf(at(manifest, 'control'), 'version')).toBe(version);
  expect(sources.controls.map(({ root: registration }) => textOf(at(registration, 'Name')))).toContain(
    `bcs_BusinessCentralForSales.${control}`,
  );
});

describe('the command Business Central', () => {
  test.each(['account', 'contact', 'opportunity', 'product', 'quote', 'salesorder'])(
    'is on forms of %s, and there for every record that is saved, active or not',
    (name) => {
      const ribbon = table(name).ribbon!.root;
      const id = `bcs.${name}.Form.OpenInBusinessCentral`;
      const [rule, ...others] = childElements(at(ribbon, 'RuleDefinitions', 'EnableRules'));
      const state = at(rule, 'FormStateRule');
      const [action] = allElements(ribbon).filter((one) => one.name === 'JavaScriptFunction');
      expect(attributeOf(at(ribbon, 'CustomActions', 'CustomAction'), 'Location')).toBe(
        `Mscrm.Form.${name}.MainTab.Save.Controls._children`,
      );
      expect(attributeOf(at(ribbon, 'CommandDefinitions', 'CommandDefinition'), 'Id')).toBe(`${id}.Command`);
      expect(others).toEqual([]);
      // "Existing" is true only where the user may change the record; an invoiced order is to be opened, too.
      expect([attributeOf(state, 'State'), attributeOf(state, 'InvertResult')]).toEqual(['Create', 'true']);
      expect(attributeOf(action, 'FunctionName')).toBe('BusinessCentralForSales.openInBusinessCentral');
      expect(attributeOf(at(action, 'CrmParameter'), 'Value')).toBe('PrimaryControl');
    },
  );
});
