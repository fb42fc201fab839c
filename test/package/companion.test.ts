import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { couplingCodeunit, couplingProcedures, readableServices } from '../../gateway/relay/services';
import { alObjects, nameNumber, propertiesOf, textsOf, withoutComments, type AlObject } from './alSources';
import { fieldsAskedOf } from './companionContract';

const companion = join(__dirname, '../../companion');
const product = alObjects(join(companion, 'src'));
const tests = alObjects(join(companion, 'test/src'));
const page = readFileSync(join(__dirname, '../../docs/companion.md'), 'utf8');

interface App {
  readonly id: string;
  /** The least version of the Base Application. */
  readonly application: string;
  readonly idRanges: readonly { readonly from: number; readonly to: number }[];
  readonly features: readonly string[];
  readonly dependencies: readonly { readonly id: string }[];
}

const app = (file: string): App => JSON.parse(readFileSync(join(companion, file), 'utf8')) as App;

function named(name: string): AlObject {
  const found = product.find((object) => object.name === name);
  if (found === undefined) {
    throw new Error(`There is no object ${name}.`);
  }
  return found;
}

/** What the services are published as, read from the codeunit that publishes them. */
const published = new Map(
  [
    ...named('BCS Web Services').text.matchAll(/Publish(?:Page|Query|Codeunit)\('(\w+)', \w+::"([^"]+)"\)/g),
  ].map((match) => [match[1] ?? '', named(match[2] ?? '')]),
);

const fieldsOf = (service: string): readonly string[] => {
  const object = published.get(service);
  return object === undefined ? [] : propertiesOf(object);
};

describe('objects', () => {
  test.each([
    ['the app', 'app.json', product],
    ['its tests', 'test/app.json', tests],
  ])('%s: numbers are in the declared range and used once', (_, manifest, objects) => {
    const ranges = app(manifest).idRanges;
    const outside = objects.filter(({ id }) => !ranges.some(({ from, to }) => id >= from && id <= to));
    expect(outside.map(({ file }) => file)).toEqual([]);
    const keys = objects.map(({ kind, id }) => `${kind} ${id}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('names are as short as Business Central wants them, and carry the prefix', () => {
    const most = (kind: string): number => (kind === 'permissionset' ? 20 : 30);
    for (const { kind, name } of [...product, ...tests]) {
      expect([name, name.length <= most(kind), name.startsWith('BCS ')]).toEqual([name, true, true]);
    }
  });

  test('files are named by what is in them', () => {
    const suffix: Readonly<Record<string, string>> = {
      codeunit: 'Codeunit',
      page: 'Page',
      pageextension: 'PageExt',
      permissionset: 'PermissionSet',
      query: 'Query',
      tableextension: 'TableExt',
    };
    for (const { kind, file } of [...product, ...tests]) {
      expect(file.endsWith(`.${suffix[kind] ?? kind}.al`) ? '' : file).toBe('');
    }
  });

  test('braces are closed', () => {
    for (const { file, text } of [...product, ...tests]) {
      const code = withoutComments(text).replace(/'(?:[^'\n]|'')*'/g, "''");
      expect([file, code.split('{').length]).toEqual([file, code.split('}').length]);
    }
  });

  test('blocks are closed', () => {
    for (const { file, text } of [...product, ...tests]) {
      const code = withoutComments(text).replace(/'(?:[^'\n]|'')*'|"[^"\n]*"/g, '');
      const opened = code.match(/\b(begin|case)\b/g) ?? [];
      expect([file, opened.length]).toEqual([file, (code.match(/\bend\b/g) ?? []).length]);
      expect([file, code.split('(').length]).toEqual([file, code.split(')').length]);
    }
  });

  test('the tests depend on the app, which lets them see what is internal', () => {
    const manifest = readFileSync(join(companion, 'app.json'), 'utf8');
    expect(app('test/app.json').dependencies.map(({ id }) => id)).toContain(app('app.json').id);
    expect(manifest).toContain(app('test/app.json').id);
  });
});

describe('services', () => {
  test('every service that the controls may read is published', () => {
    expect(Object.keys(readableServices).filter((service) => !published.has(service))).toEqual([]);
  });

  test.each(fieldsAskedOf)('%s has every field that is asked of it', (service, fields) => {
    expect(fields.filter((field) => !fieldsOf(service).includes(field))).toEqual([]);
  });

  test('pages change nothing', () => {
    for (const { kind, name, text } of product.filter(({ kind }) => kind === 'page')) {
      for (const property of ['Editable', 'InsertAllowed', 'ModifyAllowed', 'DeleteAllowed']) {
        expect([kind, name, property, text.includes(`    ${property} = false;`)]).toEqual([
          kind,
          name,
          property,
          true,
        ]);
      }
    }
  });

  test('Microsoft’s own pages, where they are published, can be asked for a job and for its errors', () => {
    expect(propertiesOf(named('BCS Integr. Synch. Job List'))).toEqual(['Job_Queue_Entry_ID', 'CRM_ID']);
    expect(propertiesOf(named('BCS Integr. Synch. Error List'))).toEqual(['Integration_Synch_Job_ID']);
    expect(propertiesOf(named('BCS Integr. Table Mapping List'))).toEqual([
      'Table_ID',
      'Integration_Table_ID',
    ]);
  });

  test('the page names every service', () => {
    expect([...published.keys()].filter((service) => !page.includes(`\`${service}\``))).toEqual([]);
  });
});

describe('actions', () => {
  const signatures = [
    ...(published.get(couplingCodeunit)?.text ?? '').matchAll(/^ {4}procedure (\w+)\((.*)\): (\w+)$/gm),
  ].map((match) => `${match[1]}(${match[2]}): ${match[3]}`);

  test('have the parameters of the contract, and there are no others', () => {
    expect(signatures).toEqual([
      'Couple(tableId: Integer; systemId: Guid; crmId: Guid; synchAction: Integer): Text',
      'Uncouple(tableId: Integer; crmId: Guid): Text',
      'CreateFromSales(entityName: Text; crmId: Guid): Text',
      'Synchronize(tableId: Integer; crmId: Guid; direction: Integer): Text',
      'StartFullSynch(mappingName: Code[20]): Text',
      'StartAllFullSynch(withoutCoupling: Text): Text',
      'SystemIdOf(tableId: Integer; recordNo: Text): Text',
    ]);
    expect(signatures.map((signature) => signature.split('(')[0])).toEqual([...couplingProcedures]);
  });

  test('each refuses without a connection before it does anything else', () => {
    const bodies = (published.get(couplingCodeunit)?.text ?? '').split(/^ {4}begin$/m).slice(1);
    expect(bodies.map((body) => body.trim().split('\n')[0])).toEqual(
      couplingProcedures.map(() => 'CouplingRules.CheckConnected();'),
    );
  });
});

describe('what is open to extensions', () => {
  const code = product.map(({ text }) => withoutComments(text)).join('\n');

  test('no procedure is called that is internal, for on-premises only, or asks the user', () => {
    // Base Application, codeunits 5330 "CRM Integration Management" and 7204 "CDS Setup Defaults", table 5331
    // "CRM Integration Record".
    const closed = [
      'CreateNewRecords',
      'CreateNewRecordsFromSelectedCRMRecords',
      'CreateUncoupleJobQueueEntry',
      'CreateCoupleJobQueueEntry',
      'CheckOrEnableCRMConnection',
      'DefineCoupling',
      'MatchBasedCoupling',
      'UpdateMultipleNow',
      'UpdateOneNow',
      'ShowCRMEntityFromRecordID',
      'OpenCoupledNavRecordPage',
      'GetTableID',
      'IsSameFailureRepeatedTwice',
      'RepairTableIdByLocalRecord',
      'RepairTableIdByCRMRecord',
    ];
    expect(closed.filter((procedure) => code.includes(`.${procedure}(`))).toEqual([]);
  });

  test('no procedure is called that was closed in a version which the app still takes', () => {
    // The first version in whose source the procedure was seen open: both EnqueueSyncJob of codeunit 5330 are local, or for
    // on-premises only, in 24.3 (StefanMaron/MSDyn365BC.Code.History, 4f5c65e; asked for in microsoft/ALAppExtensions#26174),
    // and open in 26.1.30803 (tscottjendev/MSDyn365BC.Sandbox.Code.History, 21fe3c8). 25.0 to 26.0 could not be seen.
    const openSince: Readonly<Record<string, string>> = {
      EnqueueSyncJob: '26.1.0.0',
      RemoveCoupling: '26.1.0.0',
      EnqueueFullSyncJob: '26.1.0.0',
      GetIntegrationTableMapping: '26.1.0.0',
    };
    const called = [...code.matchAll(/CRMIntegrationManagement\.(\w+)\(/g)].map((match) => match[1] ?? '');
    const enquiries = ['IsCDSIntegrationEnabled', 'IsCRMIntegrationEnabled'];
    expect([...new Set(called)].sort()).toEqual([...Object.keys(openSince), ...enquiries].sort());
    const parts = (version: string) => version.split('.').map(Number);
    for (const version of Object.values(openSince)) {
      const [major = 0, minor = 0] = parts(app('app.json').application);
      const [openMajor = 0, openMinor = 0] = parts(version);
      expect(major > openMajor || (major === openMajor && minor >= openMinor)).toBe(true);
    }
  });

  test('nothing opens a dialog, which a web service cannot show', () => {
    expect(code.match(/\b(Message|Confirm|StrMenu|RunModal|Hyperlink)\(/g)).toBeNull();
  });

  test('the uncoupling of a whole table is never called', () => {
    expect(code.match(/RemoveCoupling\(([^)]*)\)/g)).toEqual([
      'RemoveCoupling(IntegrationTableMapping."Table ID", IntegrationTableMapping."Integration Table ID", CrmId)',
    ]);
  });
});

describe('texts', () => {
  const texts = product.flatMap(textsOf);

  test('the numbers of names are those of the AL compiler', () => {
    expect([nameNumber('Caption'), nameNumber('ToolTip')]).toEqual([2879900210, 1295455071]);
  });

  test.each(['it-IT', 'sv-SE', 'fi-FI'])('%s: every text is translated, and nothing else', (language) => {
    const file = join(companion, `Translations/Business Central for Sales.${language}.xlf`);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(file, 'utf8')) as {
      xliff: {
        file: {
          '@_target-language': string;
          body: {
            group: {
              'trans-unit': readonly {
                '@_id': string;
                source: string;
                target: { '#text': string; '@_state': string };
              }[];
            };
          };
        };
      };
    };
    const units = parsed.xliff.file.body.group['trans-unit'];
    expect(parsed.xliff.file['@_target-language']).toBe(language);
    expect(units.map((unit) => [unit['@_id'], unit.source]).sort()).toEqual(
      texts.map(({ id, text }) => [id, text]).sort(),
    );
    const placeholders = (text: string): readonly string[] => text.match(/%\d/g) ?? [];
    for (const { source, target } of units) {
      expect(target['@_state']).toBe('translated');
      expect(placeholders(target['#text'])).toEqual(placeholders(source));
    }
  });

  test('texts are translated by the compiler', () => {
    expect(app('app.json').features).toEqual(expect.arrayContaining(['TranslationFile', 'NoImplicitWith']));
  });
});
