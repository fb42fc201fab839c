import type { Labels } from './metadata/column';
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
  readonly name: string;
  readonly type: number;
  readonly content: Uint8Array;
}

export interface InstalledSolution {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly publisher: string;
  readonly publisherPrefix: string;
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
  readonly forms: ReadonlyMap<string, Form>;
  readonly views: ReadonlyMap<string, View>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly profiles: ReadonlyMap<string, ColumnSecurityProfile>;
}
