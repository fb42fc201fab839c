import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import {
  controlName,
  onlyRefusal,
  refusalsFor,
  replacing,
  roleId,
  validSolution,
  viewId,
  without,
  zipped,
} from './solutionFixture';
import type { SolutionParts } from './solutionFixture';

const inCustomizations = (from: string, to: string, parts: SolutionParts = validSolution): SolutionParts =>
  replacing(parts, 'customizations.xml', from, to);

describe('a security role', () => {
  it.each([
    ['prvReadSalesOrder', 'the schema name in place of the stem'],
    ['prvReadQuoteDetail', 'a line table'],
    ['prvReadSalesOrderDetail', 'a line table'],
    ['prvReadUoM', 'a unit'],
    ['prvReadUoMSchedule', 'a unit group'],
    ['prvReadPriceLevel', 'a price list'],
    ['prvReadtst_Gadget', 'the wrong case'],
    ['prvAssigntst_gadget', 'assigning what the organization owns'],
    ['prvReadNothing', 'no table'],
  ])('is refused with %s (%s)', (privilege) => {
    const refusal = onlyRefusal(inCustomizations('prvReadOrder', privilege), 'unknownPrivilege');
    expect(refusal.part).toBe('customizations.xml, role "Gadget Reader"');
    expect(refusal.reason).toBe(`There is no privilege ${privilege}.`);
  });

  it.each(['prvReadOrder', 'prvAppendToQuote', 'prvReadUser', 'prvReadEntity', 'prvReadTransactionCurrency'])(
    'is taken with %s',
    (privilege) => {
      expect(
        refusalsFor(inCustomizations('prvReadOrder" level="Basic', `${privilege}" level="Global`)),
      ).toEqual([]);
    },
  );

  it('is refused with a depth that does not exist', () => {
    const parts = inCustomizations('level="Basic"', 'level="Organization"');
    expect(onlyRefusal(parts, 'privilegeDepth').reason).toContain('"Organization"');
  });

  it('is refused with own rows of a table that the organization owns', () => {
    const parts = inCustomizations('prvReadtst_gadget" level="Global"', 'prvReadtst_gadget" level="Basic"');
    expect(onlyRefusal(parts, 'privilegeDepth').reason).toContain('prvReadtst_gadget');
  });

  it('is refused under the name of a role with another id', () => {
    const refusal = onlyRefusal(
      inCustomizations('name="Gadget Reader"', 'name="Salesperson"'),
      'roleNameTaken',
    );
    expect(refusal.reason).toContain('another id');
  });

  it('is refused without a GUID', () => {
    const broken = inCustomizations(`id="{${roleId}}" name`, 'id="{not-a-guid}" name');
    expect(refusalsFor(broken).map(({ code }) => code)).toEqual(['invalidGuid', 'missingComponent']);
  });
});

describe('a column security profile', () => {
  it('is refused for a column that is not secured', () => {
    const parts = inCustomizations('<IsSecured>1</IsSecured>', '<IsSecured>0</IsSecured>');
    expect(onlyRefusal(parts, 'columnNotSecured').reason).toContain('tst_gadget.tst_secret');
  });

  it('is refused for a column that does not exist', () => {
    const parts = inCustomizations('<AttributeName>tst_secret<', '<AttributeName>tst_secrets<');
    expect(onlyRefusal(parts, 'unknownColumn').reason).toContain('tst_gadget.tst_secrets');
  });
});

describe('a table', () => {
  it('is refused without the publisher prefix when nobody has it', () => {
    const customizations = (validSolution['customizations.xml'] as string).replaceAll(
      'tst_gadget',
      'new_gadget',
    );
    const codes = refusalsFor({ ...validSolution, 'customizations.xml': customizations }).map(
      ({ code }) => code,
    );
    expect(codes).toContain('missingDependency');
  });

  it('is refused without a column for its name', () => {
    const parts = inCustomizations('PrimaryName|ValidForForm', 'ValidForForm');
    expect(refusalsFor(parts).map(({ code }) => code)).toContain('invalidTable');
  });

  it('is refused with a lookup without its relationship', () => {
    const parts = inCustomizations(
      '<ReferencingAttributeName>tst_Maker<',
      '<ReferencingAttributeName>tst_Other<',
    );
    const refusal = onlyRefusal(parts, 'missingRelationship');
    expect(refusal.reason).toContain(
      'tst_maker of entity tst_gadget are missing their associated relationship',
    );
  });

  it('is refused with a lookup to a table that does not exist', () => {
    const parts = inCustomizations('<ReferencedEntityName>Account<', '<ReferencedEntityName>Factory<');
    expect(onlyRefusal(parts, 'missingDependency').reason).toContain('factory');
  });

  it('is refused with a column whose names differ', () => {
    const parts = inCustomizations('<LogicalName>tst_weight<', '<LogicalName>tst_mass<');
    expect(onlyRefusal(parts, 'invalidColumn').part).toContain('tst_weight');
  });
});

describe('a control', () => {
  it('is refused with another prefix than the publisher has', () => {
    const renamed = Object.fromEntries(
      Object.entries(validSolution).map(([path, content]) => [
        path.replace('tst_Test', 'abc_Test'),
        typeof content === 'string' ? content.replaceAll('tst_Test', 'abc_Test') : content,
      ]),
    );
    const reasons = refusalsFor(renamed).filter(({ code }) => code === 'controlName');
    expect(reasons[0]?.reason).toContain('publisher prefix of the control does not match');
  });

  it('is refused when FileName and Name differ', () => {
    const parts = inCustomizations(`/Controls/${controlName}/Control`, '/Controls/Test.Gauge/Control');
    expect(onlyRefusal(parts, 'controlName').reason).toContain(
      `/Controls/${controlName}/ControlManifest.xml`,
    );
  });

  it('is refused when its folder has another name', () => {
    const moved = Object.fromEntries(
      Object.entries(validSolution).map(([path, content]) => [
        path.replace(controlName, 'tst_Test.Meter'),
        content,
      ]),
    );
    const codes = refusalsFor(moved).map(({ code, part }) => `${code} ${part}`);
    expect(codes).toContain(`missingPart Controls/${controlName}/ControlManifest.xml`);
    expect(codes).toContain('controlName Controls/tst_Test.Meter');
  });

  it('is refused when its manifest names another constructor', () => {
    const manifest = `Controls/${controlName}/ControlManifest.xml`;
    const parts = replacing(validSolution, manifest, 'constructor="Gauge"', 'constructor="Meter"');
    expect(onlyRefusal(parts, 'controlName').reason).toContain('tst_Test.Meter');
  });

  it('is refused when a file that its manifest names is missing', () => {
    const part = `Controls/${controlName}/css/gauge.css`;
    expect(onlyRefusal(without(validSolution, part), 'controlFileMissing').part).toBe(part);
  });
});

describe('a form', () => {
  it('is refused with a property that the manifest does not declare', () => {
    const parts = inCustomizations('<amount>quantity</amount>', '<sum>quantity</sum>');
    const refusal = onlyRefusal(parts, 'undeclaredProperty');
    expect(refusal.part).toBe('customizations.xml, table quotedetail, form "Gauged line"');
    expect(refusal.reason).toContain('Property sum is not declared in the control manifest');
  });

  it('is refused without a required property', () => {
    const parts = inCustomizations('<anchor>quotedetailname</anchor>', '');
    expect(onlyRefusal(parts, 'requiredProperty').reason).toContain('Property anchor is required');
  });

  it('is refused with a property that is bound to no column', () => {
    const parts = inCustomizations('<amount>quantity</amount>', '<amount>quantities</amount>');
    expect(onlyRefusal(parts, 'unknownColumn').reason).toContain('non-existent attribute quantities');
  });

  it('is refused with a control that nobody has', () => {
    const parts = inCustomizations(
      `formFactor="2" name="${controlName}"`,
      'formFactor="2" name="tst_Test.Dial"',
    );
    expect(onlyRefusal(parts, 'missingDependency').reason).toContain('tst_Test.Dial');
  });

  it('is refused with a column that the table does not have', () => {
    const parts = inCustomizations('datafieldname="quantity"', 'datafieldname="tst_quantity"');
    expect(onlyRefusal(parts, 'unknownColumn').reason).toContain('no column tst_quantity');
  });

  it('is refused with the description of a control that is not on it', () => {
    const other = '{bbbbbbbb-0000-4000-8000-00000000000f}';
    const parts = inCustomizations(
      'forControl="{bbbbbbbb-0000-4000-8000-000000000001}"',
      `forControl="${other}"`,
    );
    expect(onlyRefusal(parts, 'unmatchedControlDescription').reason).toContain(other);
  });

  it('is refused with ids that are there twice', () => {
    const parts = inCustomizations(
      'cell id="{aaaaaaaa-0000-4000-8000-000000000004}"',
      'cell id="{aaaaaaaa-0000-4000-8000-000000000003}"',
    );
    expect(onlyRefusal(parts, 'duplicateComponent').reason).toContain('twice');
  });

  it('is refused with an id that is no GUID', () => {
    const parts = inCustomizations('tab id="{aaaaaaaa-0000-4000-8000-000000000001}"', 'tab id="{first}"');
    expect(onlyRefusal(parts, 'invalidGuid').reason).toContain('{first}');
  });

  it('is refused when another form has its id', () => {
    const form = /<systemform>.*<\/systemform>/.exec(validSolution['customizations.xml'] as string)![0];
    const parts = inCustomizations('</systemform></forms>', `</systemform>${form}</forms>`);
    expect(onlyRefusal(parts, 'duplicateComponent').reason).toContain('another form');
  });

  it('is refused with a subgrid over a view that does not exist', () => {
    const subgrid = (view: string): SolutionParts =>
      inCustomizations(
        '<control id="quantity" datafieldname="quantity" classid="{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}" />',
        '<control id="lines" indicationOfSubgrid="true"><parameters><TargetEntityType>quotedetail</TargetEntityType>' +
          `<ViewId>{${view}}</ViewId><RelationshipName>quote_details</RelationshipName></parameters></control>`,
      );
    expect(refusalsFor(subgrid(viewId))).toEqual([]);
    const refusal = onlyRefusal(subgrid('55555555-5555-4555-8555-555555555555'), 'missingDependency');
    expect(refusal.reason).toContain('Missing dependency lookup type = PrimaryKeyLookup');
  });
});

describe('a view', () => {
  it.each([
    ['its query', '<attribute name="quantity" />', '<attribute name="amount" />'],
    ['its order', 'order attribute="lineitemnumber"', 'order attribute="amount"'],
    ['its grid', 'cell name="quantity"', 'cell name="amount"'],
  ])('is refused with an unknown column in %s', (_where, from, to) => {
    expect(onlyRefusal(inCustomizations(from, to), 'unknownColumn').reason).toContain('no column amount');
  });
});

describe('an imported table', () => {
  it('has its columns with their types, and the columns that the platform adds', () => {
    const dataverse = createDataverse();
    dataverse.importSolution(zipped(validSolution));
    const table = dataverse.organization.table('tst_gadget');
    expect(table).toMatchObject({
      entitySet: 'tst_gadgets',
      ownership: 'OrganizationOwned',
      primaryId: 'tst_gadgetid',
      primaryName: 'tst_name',
      privileges: { kind: 'own', stem: 'tst_gadget' },
    });
    expect(table.columns.get('tst_weight')).toMatchObject({ type: 'Decimal', precision: 3, max: 1000 });
    expect(table.columns.get('tst_made')).toMatchObject({ type: 'DateTime', behavior: 'DateOnly' });
    expect(table.columns.get('tst_secret')).toMatchObject({ secured: true, maxLength: 100 });
    expect(table.columns.get('tst_maker')).toMatchObject({
      targets: [
        { table: 'account', relationship: 'tst_gadget_Maker', navigation: 'tst_Maker', onDelete: 'Restrict' },
      ],
    });
    expect(table.columns.has('createdon')).toBe(true);
  });

  it('keeps the columns that a later version no longer brings', () => {
    const dataverse = createDataverse();
    dataverse.importSolution(zipped(validSolution));
    const weight = /<attribute PhysicalName="tst_weight">.*?<\/attribute>/.exec(
      validSolution['customizations.xml'] as string,
    )![0];
    dataverse.importSolution(zipped(inCustomizations(weight, '')));
    expect(dataverse.organization.table('tst_gadget').columns.has('tst_weight')).toBe(true);
    expect(dataverse.organization.table('tst_gadget').objectTypeCode).toBe(10_000);
  });

  it('does not let the type of a column change', () => {
    const dataverse = createDataverse();
    dataverse.importSolution(zipped(validSolution));
    const parts = inCustomizations('<Type>decimal</Type>', '<Type>int</Type>');
    expect(onlyRefusal(parts, 'invalidColumn', dataverse).reason).toContain(
      'tst_weight is there as Decimal and cannot become Integer',
    );
  });
});
