import type { Metadata } from '../metadata/metadata';
import type { ComponentKey, Control, Customizations, InstalledSolution } from '../customizations';
import { checkApps } from './components/apps';
import { checkProfiles } from './components/columnSecurityProfiles';
import { checkForms } from './components/formControls';
import { checkRibbons } from './components/ribbons';
import { checkRoles, installedRole } from './components/roles';
import { checkSiteMaps } from './components/siteMaps';
import { checkColumnTypes, checkLookups } from './components/tables';
import { checkViews } from './components/views';
import { checkTableIcons } from './components/webResources';
import { readSolution } from './readSolution';
import type { SolutionSource } from './readSolution';
import { Refusals } from './refusals';
import { checkDuplicates, checkRootComponents, componentTypes } from './rootComponents';
import type { Payload } from './rootComponents';
import { checkDependencies, checkInstalledSolution, compareVersions } from './solutionManifest';

/** solutioncomponent.componenttype of a column. */
const columnType = 2;

/** What an import did with a component. */
export interface ImportedComponent {
  /** Kind of component, such as "table" or "custom control". */
  readonly type: string;
  /** Name, or id where the kind is known by its id. */
  readonly name: string;
  /** `kept`: the control was there in this version or a higher one, and its files stay, as in a real import. */
  readonly action: 'created' | 'updated' | 'kept';
}

export interface ImportResult {
  readonly solution: InstalledSolution;
  /** Version that was installed before; null: the solution is new. */
  readonly previousVersion: string | null;
  readonly components: readonly ImportedComponent[];
  /** The same with their types, and columns. */
  readonly brought: readonly ComponentKey[];
  readonly warnings: readonly string[];
}

/**
 * Imports a packed solution, as `ImportSolution` with publishing does.
 * @param zip the bytes of the file
 * @param installed what the organization has; it is not changed
 * @returns what it has afterwards, and what was done
 * @throws ImportRefused with everything that a real import would refuse
 */
export function importSolution(
  zip: Uint8Array,
  installed: Customizations,
): { readonly customizations: Customizations; readonly result: ImportResult } {
  const refusals = new Refusals();
  const source = readSolution(zip, installed, refusals);
  if (source) {
    check(source, installed, refusals);
  }
  refusals.throwIfAny();
  if (!source) {
    throw new Error('A solution that cannot be read must have been refused.');
  }
  const controls = controlsAfter(source, installed);
  return {
    customizations: customizationsAfter(source, installed, controls),
    result: resultOf(source, installed, controls),
  };
}

function payloadsOf(source: SolutionSource): readonly Payload[] {
  const { tables, relationships, forms, views, roles, profiles, controls } = source;
  return [
    ...tables,
    ...relationships,
    ...forms,
    ...views,
    ...roles,
    ...profiles,
    ...controls,
    ...source.webResources,
    ...source.siteMaps,
    ...source.apps,
  ].map(({ payload }) => payload);
}

/** Holds the solution against itself and against the organization. */
function check(source: SolutionSource, installed: Customizations, refusals: Refusals): void {
  const payloads = payloadsOf(source);
  const metadata = metadataAfter(source, installed);
  checkInstalledSolution(source.manifest, installed, refusals);
  checkDependencies(source.manifest, installed, refusals);
  checkDuplicates(payloads, refusals);
  checkRootComponents(source.manifest.rootComponents, payloads, refusals);
  checkLookups(source.tables, metadata, refusals);
  checkColumnTypes(source.tables, installed.metadata, refusals);
  checkRoles(source.roles, metadata, installed.roles, refusals);
  checkProfiles(source.profiles, metadata, refusals);
  checkViews(source.views, metadata, refusals);
  checkForms(
    source.forms,
    { metadata, controls: controlsAfter(source, installed), views: viewsAfter(source, installed) },
    refusals,
  );
  const webResources = webResourcesAfter(source, installed);
  const siteMaps = siteMapsAfter(source, installed);
  checkTableIcons(source.tables, webResources, refusals);
  checkRibbons(source.ribbons, webResources, refusals);
  checkSiteMaps(source.siteMaps, { metadata, webResources }, refusals);
  checkApps(
    source.apps,
    { metadata, webResources, siteMaps, roles: rolesAfter(source, installed) },
    refusals,
  );
}

function metadataAfter(source: SolutionSource, installed: Customizations): Metadata {
  return installed.metadata.with(source.tables.map(({ table }) => table).filter((table) => table !== null));
}

/**
 * The controls after the import. Only a higher version replaces the one that is there, in silence: Microsoft Learn,
 * "Common issues and workarounds" of code components (bump the version on every change).
 */
function controlsAfter(source: SolutionSource, installed: Customizations): ReadonlyMap<string, Control> {
  const controls = new Map(installed.controls);
  for (const { control } of source.controls) {
    const before = control && controls.get(control.name);
    if (control && (!before || compareVersions(control.version, before.version) > 0)) {
      controls.set(control.name, control);
    }
  }
  return controls;
}

function viewsAfter(source: SolutionSource, installed: Customizations): Customizations['views'] {
  return new Map([...installed.views, ...source.views.map(({ view }) => [view.id, view] as const)]);
}

function webResourcesAfter(
  source: SolutionSource,
  installed: Customizations,
): Customizations['webResources'] {
  return new Map([
    ...installed.webResources,
    ...source.webResources.map(({ webResource }) => [webResource.name, webResource] as const),
  ]);
}

function siteMapsAfter(source: SolutionSource, installed: Customizations): Customizations['siteMaps'] {
  return new Map([
    ...installed.siteMaps,
    ...source.siteMaps.map(({ siteMap }) => [siteMap.uniqueName, siteMap] as const),
  ]);
}

function rolesAfter(source: SolutionSource, installed: Customizations): Customizations['roles'] {
  return new Map([
    ...installed.roles,
    ...source.roles.map((role) => [role.id, installedRole(role)] as const),
  ]);
}

function broughtBy(source: SolutionSource): readonly ComponentKey[] {
  return [
    ...payloadsOf(source).map(({ type, key }) => ({ type, key })),
    ...source.tables.flatMap(({ logicalName, columns }) =>
      columns.map((column) => ({ type: columnType, key: `${logicalName}.${column}` })),
    ),
  ];
}

/** An update leaves what an earlier version brought and this one does not: only an upgrade or an uninstallation takes components away. */
function solutionAfter(source: SolutionSource, installed: Customizations): InstalledSolution {
  const { solution } = source.manifest;
  const brought = broughtBy(source);
  const before = installed.solutions.get(solution.uniqueName)?.components ?? [];
  const gone = before.filter(({ type, key }) => !brought.some((one) => one.type === type && one.key === key));
  return { ...solution, components: [...gone, ...brought] };
}

function customizationsAfter(
  source: SolutionSource,
  installed: Customizations,
  controls: ReadonlyMap<string, Control>,
): Customizations {
  const solution = solutionAfter(source, installed);
  return {
    metadata: metadataAfter(source, installed),
    solutions: new Map([...installed.solutions, [solution.uniqueName, solution]]),
    controls,
    webResources: webResourcesAfter(source, installed),
    siteMaps: siteMapsAfter(source, installed),
    apps: new Map([...installed.apps, ...source.apps.map(({ app }) => [app.uniqueName, app] as const)]),
    tableIcons: new Map([
      ...installed.tableIcons,
      ...source.tables
        .filter(({ icon }) => icon !== '')
        .map(({ logicalName, icon }) => [logicalName, icon] as const),
    ]),
    forms: new Map([...installed.forms, ...source.forms.map(({ form }) => [form.id, form] as const)]),
    views: viewsAfter(source, installed),
    ribbons: new Map([
      ...installed.ribbons,
      ...source.ribbons.map(({ ribbon }) => [ribbon.table, ribbon] as const),
    ]),
    roles: rolesAfter(source, installed),
    profiles: new Map([
      ...installed.profiles,
      ...source.profiles.map(({ profile }) => [profile.id, profile] as const),
    ]),
  };
}

function resultOf(
  source: SolutionSource,
  installed: Customizations,
  controls: ReadonlyMap<string, Control>,
): ImportResult {
  const kept = source.controls.filter(({ control }) => control && controls.get(control.name) !== control);
  const existing = (payload: Payload): boolean => isInstalled(payload, installed);
  return {
    solution: solutionAfter(source, installed),
    brought: broughtBy(source),
    previousVersion: installed.solutions.get(source.manifest.solution.uniqueName)?.version ?? null,
    components: payloadsOf(source).map((payload) => ({
      type: componentTypes[payload.type],
      name: payload.key,
      action: kept.some((control) => control.payload === payload)
        ? 'kept'
        : existing(payload)
          ? 'updated'
          : 'created',
    })),
    warnings: [
      ...kept.map(
        ({ control }) =>
          `${control?.name ?? ''} is installed in version ${control?.version ?? ''} or higher: its old files stay.`,
      ),
      ...(source.ignoredLanguages.length === 0
        ? []
        : [
            'Translated labels for the following languages could not be imported because they have not been enabled ' +
              `for this organization: ${source.ignoredLanguages.join(', ')}`,
          ]),
    ],
  };
}

function isInstalled({ type, key }: Payload, installed: Customizations): boolean {
  switch (type) {
    case 1:
      return installed.metadata.find(key) !== undefined;
    case 10:
      return installed.metadata.tables.some((table) =>
        installed.metadata.collectionsOf(table).some(({ name }) => name === key),
      );
    case 20:
      return installed.roles.has(key);
    case 26:
      return installed.views.has(key);
    case 60:
      return installed.forms.has(key);
    case 61:
      return installed.webResources.has(key);
    case 62:
      return installed.siteMaps.has(key);
    case 66:
      return installed.controls.has(key);
    case 70:
      return installed.profiles.has(key);
    case 80:
      return installed.apps.has(key);
  }
}
