import type { Labels } from './metadata/column';
import type { XmlElement } from './importer/xml';
import type { Metadata } from './metadata/metadata';
import type { ColumnSecurityProfile, Role } from './security/role';

/** A form of a table. */
export interface Form {
  /** GUID in lower case without braces. */
  readonly id: string;
  readonly table: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  /** systemform.type: 2 main, 6 quick view, 7 quick create, 11 card. */
  readonly type: number;
  readonly active: boolean;
  readonly presentation: number;
  readonly isDefault: boolean;
  /** The `<form>` element as text. */
  readonly formXml: string;
}

/** A public view of a table. */
export interface View {
  readonly id: string;
  readonly table: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly fetchXml: string;
  readonly layoutXml: string;
}

/** A property of a control's manifest. */
export interface ControlProperty {
  readonly name: string;
  readonly usage: 'bound' | 'input' | 'output';
  readonly required: boolean;
  /** The types that a column may have; one, or those of its type group. */
  readonly types: readonly string[];
}

/** A code component. */
export interface Control {
  /** `<prefix>_<namespace>.<constructor>`. */
  readonly name: string;
  readonly version: string;
  readonly manifestXml: string;
  readonly properties: readonly ControlProperty[];
  /** Names of the data sets that the manifest declares. */
  readonly dataSets: readonly string[];
  /** Files of the control by their path inside its folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface WebResource {
  /** GUID in lower case without braces. */
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** webresource.webresourcetype: 1 html, 2 css, 3 script, 5 png, 11 svg … */
  readonly type: number;
  readonly content: Uint8Array;
}

/** The navigation of an app. */
export interface SiteMap {
  readonly uniqueName: string;
  readonly names: Labels;
  /** The `<SiteMap>` element as text. */
  readonly siteMapXml: string;
  /** Tables that its entries open or ask privileges on. */
  readonly tables: readonly string[];
  /** Web resources that its entries open or show as icons. */
  readonly webResources: readonly string[];
}

/** A model-driven app. */
export interface App {
  readonly uniqueName: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  /** Id of the web resource that is its icon. */
  readonly iconId: string;
  /** Unique name of its site map. */
  readonly siteMap: string;
  readonly tables: readonly string[];
  /** Ids of the roles whose holders may open it. */
  readonly roles: readonly string[];
}

/** The commands that a solution adds to the forms of a table. */
export interface Ribbon {
  readonly table: string;
  readonly actions: readonly {
    /** Group of commands that the buttons stand in, such as `Mscrm.Form.account.MainTab.Save.Controls._children`. */
    readonly location: string;
    readonly sequence: number;
    /** Attributes of each `<Button>`; labels are still `$LocLabels:<id>`. */
    readonly buttons: readonly ReadonlyMap<string, string>[];
  }[];
  /** The `<CommandDefinition>` elements. */
  readonly commands: readonly XmlElement[];
  /** The `<EnableRule>` definitions. */
  readonly rules: readonly XmlElement[];
  /** Texts by the id that `$LocLabels:` names. */
  readonly labels: ReadonlyMap<string, Labels>;
  /** Scripts and pictures that the commands name. */
  readonly webResources: readonly string[];
}

/** A component as solutions count it: its type and the name or id that it is known by. */
export interface ComponentKey {
  /** solutioncomponent.componenttype. */
  readonly type: number;
  readonly key: string;
}

export interface InstalledSolution {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly publisher: string;
  readonly publisherPrefix: string;
  /** Everything that its imports have brought, columns (type 2, `table.column`) included. */
  readonly components: readonly ComponentKey[];
}

/**
 * Everything that an import can change. Immutable: an import makes the next one out of it and puts it in place as a
 * whole, so that it applies wholly or not at all.
 */
export interface Customizations {
  readonly metadata: Metadata;
  readonly solutions: ReadonlyMap<string, InstalledSolution>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly webResources: ReadonlyMap<string, WebResource>;
  readonly siteMaps: ReadonlyMap<string, SiteMap>;
  readonly apps: ReadonlyMap<string, App>;
  /** Web resource that is the icon of a table, by table. */
  readonly tableIcons: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly views: ReadonlyMap<string, View>;
  /** By table. */
  readonly ribbons: ReadonlyMap<string, Ribbon>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly profiles: ReadonlyMap<string, ColumnSecurityProfile>;
}
