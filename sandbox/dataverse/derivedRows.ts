import { recordId } from '../identity';
import { labelIn } from './metadata/column';
import { baseLanguage, rootBusinessUnitId } from './organization';
import type { Customizations } from './customizations';
import { textOf } from './rows/row';
import type { Row } from './rows/row';
import type { DerivedRows } from './rows/rowStore';
import { systemAdministrator, systemCustomizer } from './security/standardRoles';

/** Row versions of rows that follow from an import: they do not count on. */
const derivedVersion = 1;

function keyed(idColumn: string, rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(
    rows.map((row) => [textOf(row, idColumn) ?? '', { ...row, versionnumber: derivedVersion }] as const),
  );
}

/** The rows of tables that show what is installed: forms, views, controls, roles, apps and so on. */
export function derivedRowsOf(customizations: () => Customizations): DerivedRows {
  const makers: Readonly<Record<string, (installed: Customizations) => ReadonlyMap<string, Row>>> = {
    systemform: formRows,
    savedquery: viewRows,
    customcontrol: controlRows,
    role: roleRows,
    roletemplate: roleTemplateRows,
    fieldsecurityprofile: profileRows,
    solution: solutionRows,
    webresource: webResourceRows,
    sitemap: siteMapRows,
    appmodule: appRows,
  };
  const made = new Map<string, { from: Customizations; rows: ReadonlyMap<string, Row> }>();
  return (table) => {
    const make = makers[table];
    if (!make) {
      return undefined;
    }
    const from = customizations();
    const known = made.get(table);
    if (known?.from === from) {
      return known.rows;
    }
    const rows = make(from);
    made.set(table, { from, rows });
    return rows;
  };
}

function formRows({ forms }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'formid',
    [...forms.values()].map((form) => ({
      formid: form.id,
      name: labelIn(form.names, baseLanguage),
      objecttypecode: form.table,
      type: form.type,
      formxml: form.formXml,
      description: labelIn(form.descriptions, baseLanguage) || null,
      isdefault: form.isDefault,
      formactivationstate: form.active ? 1 : 0,
      formpresentation: form.presentation,
    })),
  );
}

function viewRows({ views }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'savedqueryid',
    [...views.values()].map((view) => ({
      savedqueryid: view.id,
      name: labelIn(view.names, baseLanguage),
      returnedtypecode: view.table,
      querytype: view.queryType,
      isdefault: view.isDefault,
      fetchxml: view.fetchXml,
      layoutxml: view.layoutXml,
      description: labelIn(view.descriptions, baseLanguage) || null,
      statecode: 0,
      statuscode: 1,
    })),
  );
}

function controlRows({ controls }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'customcontrolid',
    [...controls.values()].map((control) => ({
      customcontrolid: recordId('customcontrol', control.name),
      name: control.name,
      version: control.version,
      compatibledatatypes: [...new Set(control.properties.flatMap((property) => property.types))].join(','),
      manifest: control.manifestXml,
      clientjson: JSON.stringify({ Properties: control.properties, DataSets: control.dataSets }),
    })),
  );
}

/** A standard role has the id of its template here (standardRoles.ts). */
const templates = new Set([systemAdministrator.id, systemCustomizer.id]);

function roleRows({ roles }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'roleid',
    [...roles.values()].map((role) => ({
      roleid: role.id,
      name: role.name,
      businessunitid: { table: 'businessunit', id: rootBusinessUnitId },
      parentrootroleid: { table: 'role', id: role.id },
      roletemplateid: templates.has(role.id) ? { table: 'roletemplate', id: role.id } : null,
    })),
  );
}

function roleTemplateRows({ roles }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'roletemplateid',
    [...roles.values()]
      .filter((role) => templates.has(role.id))
      .map((role) => ({ roletemplateid: role.id, name: role.name })),
  );
}

function profileRows({ profiles }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'fieldsecurityprofileid',
    [...profiles.values()].map((profile) => ({
      fieldsecurityprofileid: profile.id,
      name: profile.name,
      description: profile.description || null,
    })),
  );
}

function webResourceRows({ webResources }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'webresourceid',
    [...webResources.values()].map((webResource) => ({
      webresourceid: webResource.id,
      name: webResource.name,
      displayname: webResource.displayName || null,
      webresourcetype: webResource.type,
      content: Buffer.from(webResource.content).toString('base64'),
    })),
  );
}

function siteMapRows({ siteMaps }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'sitemapid',
    [...siteMaps.values()].map((siteMap) => ({
      sitemapid: recordId('sitemap', siteMap.uniqueName),
      sitemapname: labelIn(siteMap.names, baseLanguage),
      sitemapnameunique: siteMap.uniqueName,
      sitemapxml: siteMap.siteMapXml,
      isappaware: true,
    })),
  );
}

/** Id of an app; solutions do not carry one. */
export function appId(uniqueName: string): string {
  return recordId('appmodule', uniqueName);
}

function appRows({ apps }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'appmoduleid',
    [...apps.values()].map((app) => ({
      appmoduleid: appId(app.uniqueName),
      name: labelIn(app.names, baseLanguage),
      uniquename: app.uniqueName,
      description: labelIn(app.descriptions, baseLanguage) || null,
      webresourceid: app.iconId,
      clienttype: 4,
      statecode: 0,
      statuscode: 1,
    })),
  );
}

/** Id of an installed solution; packages do not carry one. */
export function solutionId(uniqueName: string): string {
  return recordId('solution', uniqueName);
}

function solutionRows({ solutions }: Customizations): ReadonlyMap<string, Row> {
  return keyed(
    'solutionid',
    [...solutions.values()].map((solution) => ({
      solutionid: solutionId(solution.uniqueName),
      uniquename: solution.uniqueName,
      friendlyname: solution.displayName,
      version: solution.version,
      ismanaged: solution.managed,
    })),
  );
}
