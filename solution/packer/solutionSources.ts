import type { FileTree } from './fileTree';
import type { XmlElement } from './xml';
import { at, childElements, parseXml, textOf } from './xml';

/** One XML file of the sources. */
export interface SourceFile {
  readonly path: string;
  readonly root: XmlElement;
}

/** A form, with the kind that its folder names (`main`, `quick`, `quickCreate`, `card`). */
export interface FormSource extends SourceFile {
  readonly type: string;
}

/** A table: `Entities/<SchemaName>/`. */
export interface TableSource {
  readonly schemaName: string;
  readonly logicalName: string;
  readonly entity: SourceFile;
  readonly forms: readonly FormSource[];
  readonly views: readonly SourceFile[];
  /** `RibbonDiff.xml`: the commands that the solution adds to the table's forms. */
  readonly ribbon: SourceFile | undefined;
}

/** A web resource: its description, and its content where that lies among the sources and is not built. */
export interface WebResourceSource extends SourceFile {
  /** Such as `bcs_/icons/setup.svg`; a slash in it is a folder of the sources. */
  readonly name: string;
  readonly content: Uint8Array | undefined;
}

/** What `solution/src` holds: the layout of SolutionPackager and `pac solution unpack` (docs: solution/README.md). */
export interface SolutionSources {
  /** `Other/Solution.xml`: identity, publisher, root components. */
  readonly manifest: SourceFile;
  /** `Other/Customizations.xml`: the empty frame in the order of an export, and the languages. */
  readonly frame: SourceFile;
  readonly tables: readonly TableSource[];
  readonly roles: readonly SourceFile[];
  readonly columnSecurityProfiles: SourceFile | undefined;
  /** `Other/Relationships.xml`: the names. */
  readonly relationshipIndex: SourceFile | undefined;
  /** `Other/Relationships/<ReferencedEntity>.xml`: the bodies. */
  readonly relationships: readonly SourceFile[];
  /** `OptionSets/*.xml`: global choices. */
  readonly optionSets: readonly SourceFile[];
  /** `Controls/<prefix_Namespace.Constructor>/ControlManifest.xml.data.xml`. */
  readonly controls: readonly SourceFile[];
  /** `WebResources/<name>.data.xml`, beside `WebResources/<name>` unless the build makes it. */
  readonly webResources: readonly WebResourceSource[];
  /** `AppModuleSiteMaps/<name>/AppModuleSiteMap.xml`. */
  readonly siteMaps: readonly SourceFile[];
  /** `AppModules/<name>/AppModule.xml`. */
  readonly apps: readonly SourceFile[];
  /** Files that belong to no part known here; packing would silently lose them. */
  readonly unknownPaths: readonly string[];
}

const entityPath = /^Entities\/([^/]+)\/Entity\.xml$/;
const formPath = /^Entities\/([^/]+)\/FormXml\/(main|quick|quickCreate|card)\/\{[^/]+\}\.xml$/;
const viewPath = /^Entities\/([^/]+)\/SavedQueries\/\{[^/]+\}\.xml$/;
const ribbonPath = /^Entities\/([^/]+)\/RibbonDiff\.xml$/;
const rolePath = /^Roles\/[^/]+\.xml$/;
const relationshipPath = /^Other\/Relationships\/[^/]+\.xml$/;
const optionSetPath = /^OptionSets\/[^/]+\.xml$/;
const controlPath = /^Controls\/[^/]+\/ControlManifest\.xml\.data\.xml$/;
const webResourcePath = /^WebResources\/(.+)\.data\.xml$/;
const siteMapPath = /^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap\.xml$/;
const appPath = /^AppModules\/[^/]+\/AppModule\.xml$/;
const manifestPath = /^Other\/Solution\.xml$/;
const framePath = /^Other\/Customizations\.xml$/;
const columnSecurityPath = /^Other\/FieldSecurityProfiles\.xml$/;
const relationshipIndexPath = /^Other\/Relationships\.xml$/;

/**
 * Sorts the files of `solution/src` into the parts of a solution.
 * @throws Error where a file is not well-formed XML, or one of the two files that every solution has is absent
 */
export function solutionSources(files: FileTree): SolutionSources {
  const known = new Set<string>();
  const matching = (pattern: RegExp): SourceFile[] =>
    [...files]
      .filter(([path]) => pattern.test(path))
      .map(([path, bytes]) => {
        known.add(path);
        return { path, root: parseXml(new TextDecoder().decode(bytes), path) };
      });
  const required = (pattern: RegExp, path: string): SourceFile => {
    const file = matching(pattern)[0];
    if (file === undefined) {
      throw new Error(`${path} is missing`);
    }
    return file;
  };
  const folderOf = (file: SourceFile, pattern: RegExp, group: number) =>
    pattern.exec(file.path)?.[group] ?? '';

  const forms = matching(formPath);
  const views = matching(viewPath);
  const ribbons = matching(ribbonPath);
  const tables = matching(entityPath).map((entity): TableSource => {
    const folder = folderOf(entity, entityPath, 1);
    const schemaName = textOf(at(entity.root, 'Name'));
    return {
      schemaName,
      logicalName: schemaName.toLowerCase(),
      entity,
      forms: forms
        .filter((form) => folderOf(form, formPath, 1) === folder)
        .map((form) => ({ ...form, type: folderOf(form, formPath, 2) })),
      views: views.filter((view) => folderOf(view, viewPath, 1) === folder),
      ribbon: ribbons.find((ribbon) => folderOf(ribbon, ribbonPath, 1) === folder),
    };
  });
  const webResources = matching(webResourcePath).map((file): WebResourceSource => {
    const name = folderOf(file, webResourcePath, 1);
    const content = files.get(`WebResources/${name}`);
    if (content !== undefined) {
      known.add(`WebResources/${name}`);
    }
    return { ...file, name, content };
  });
  const sources = {
    manifest: required(manifestPath, 'Other/Solution.xml'),
    frame: required(framePath, 'Other/Customizations.xml'),
    tables,
    roles: matching(rolePath),
    columnSecurityProfiles: matching(columnSecurityPath)[0],
    relationshipIndex: matching(relationshipIndexPath)[0],
    relationships: matching(relationshipPath),
    optionSets: matching(optionSetPath),
    controls: matching(controlPath),
    webResources,
    siteMaps: matching(siteMapPath),
    apps: matching(appPath),
  };
  return { ...sources, unknownPaths: [...files.keys()].filter((path) => !known.has(path)) };
}

/** The `<attribute>` elements of a table that this solution brings. */
export function columnsOf(table: TableSource): XmlElement[] {
  return childElements(at(table.entity.root, 'EntityInfo', 'entity', 'attributes'), 'attribute');
}

/** True: the solution brings the table itself, not only forms and views of a table that is there already. */
export function isOwnTable(table: TableSource): boolean {
  return at(table.entity.root, 'EntityInfo', 'entity', 'EntitySetName') !== undefined;
}

/** `<CustomizationPrefix>` of the publisher. */
export function publisherPrefix(sources: SolutionSources): string {
  return textOf(at(sources.manifest.root, 'SolutionManifest', 'Publisher', 'CustomizationPrefix'));
}

/** Languages that every label must have, as Windows locale ids. */
export function languagesOf(sources: SolutionSources): string[] {
  return childElements(at(sources.frame.root, 'Languages'), 'Language').map(textOf);
}
