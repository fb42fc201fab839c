import type { Metadata } from '../metadata/metadata';
import type { Customizations } from '../customizations';
import { readArchive } from './archive';
import type { Parts } from './archive';
import { readRelationships } from './components/columns';
import type { RelationshipSource } from './components/columns';
import { readApps } from './components/apps';
import type { AppSource } from './components/apps';
import { readProfiles } from './components/columnSecurityProfiles';
import type { ProfileSource } from './components/columnSecurityProfiles';
import { readControls } from './components/controls';
import type { ControlSource } from './components/controls';
import { readForms } from './components/forms';
import type { FormSource } from './components/forms';
import { readRibbon } from './components/ribbons';
import type { RibbonSource } from './components/ribbons';
import { readRoles } from './components/roles';
import type { RoleSource } from './components/roles';
import { readSiteMaps } from './components/siteMaps';
import type { SiteMapSource } from './components/siteMaps';
import { readTables } from './components/tables';
import type { TableSource } from './components/tables';
import { readViews } from './components/views';
import type { ViewSource } from './components/views';
import { readWebResources } from './components/webResources';
import type { WebResourceSource } from './components/webResources';
import { checkContentTypes } from './contentTypes';
import { sectionsOf } from './sections';
import { checkLanguages } from './languages';
import type { Refusals } from './refusals';
import { readManifest } from './solutionManifest';
import type { SolutionManifest } from './solutionManifest';
import { parseXml, XmlSyntaxError } from './xml';
import type { XmlElement } from './xml';

/** A solution as its zip holds it. */
export interface SolutionSource {
  readonly manifest: SolutionManifest;
  readonly tables: readonly TableSource[];
  readonly relationships: readonly RelationshipSource[];
  readonly forms: readonly FormSource[];
  readonly views: readonly ViewSource[];
  readonly ribbons: readonly RibbonSource[];
  readonly roles: readonly RoleSource[];
  readonly profiles: readonly ProfileSource[];
  readonly controls: readonly ControlSource[];
  readonly webResources: readonly WebResourceSource[];
  readonly siteMaps: readonly SiteMapSource[];
  readonly apps: readonly AppSource[];
  /** Known languages whose labels are passed over, because the organization has not enabled them. */
  readonly ignoredLanguages: readonly number[];
}

/**
 * Reads a solution and refuses what is wrong with it in itself.
 * @returns null when so much is wrong that there is nothing to go on with
 */
export function readSolution(
  zip: Uint8Array,
  installed: Customizations,
  refusals: Refusals,
): SolutionSource | null {
  const parts = readArchive(zip, refusals);
  if (!parts) {
    return null;
  }
  const types = parsedPart(parts, '[Content_Types].xml', refusals);
  if (types) {
    checkContentTypes(types, parts, refusals);
  }
  const manifestXml = parsedPart(parts, 'solution.xml', refusals);
  const customizationsXml = parsedPart(parts, 'customizations.xml', refusals);
  const manifest = manifestXml ? readManifest(manifestXml, refusals) : null;
  return manifestXml && customizationsXml && manifest
    ? {
        manifest,
        ...readComponents(parts, customizationsXml, manifest, installed.metadata, refusals),
        ignoredLanguages: checkLanguages(manifestXml, customizationsXml, refusals),
      }
    : null;
}

function readComponents(
  parts: Parts,
  root: XmlElement,
  { solution }: SolutionManifest,
  metadata: Metadata,
  refusals: Refusals,
): Omit<SolutionSource, 'manifest' | 'ignoredLanguages'> {
  const sections = sectionsOf(root, refusals);
  const prefix = solution.publisherPrefix;
  const relationships = readRelationships(sections('EntityRelationships'));
  const tables = readTables(sections('Entities'), relationships, metadata, prefix, refusals);
  return {
    tables,
    relationships,
    forms: tables.flatMap((table) => readForms(table, refusals)),
    views: tables.flatMap((table) => readViews(table, refusals)),
    ribbons: tables.map((table) => readRibbon(table, refusals)).filter((ribbon) => ribbon !== null),
    roles: readRoles(sections('Roles'), refusals),
    profiles: readProfiles(sections('FieldSecurityProfiles'), refusals),
    controls: readControls(sections('CustomControls'), parts, prefix, refusals),
    webResources: readWebResources(sections('WebResources'), parts, prefix, refusals),
    siteMaps: readSiteMaps(sections('AppModuleSiteMaps'), refusals),
    apps: readApps(sections('AppModules'), prefix, refusals),
  };
}

/** Parses a part that is XML. @returns null when it is not there or not well-formed */
function parsedPart(parts: Parts, name: string, refusals: Refusals): XmlElement | null {
  const bytes = parts.get(name);
  const text = bytes ? utf8In(bytes) : null;
  if (text === null) {
    if (bytes) {
      refusals.add('invalidXml', name, 'The part is not UTF-8.');
    }
    return null;
  }
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlSyntaxError) {
      refusals.add('invalidXml', name, error.message);
      return null;
    }
    throw error;
  }
}

/** Null for bytes that are no UTF-8. */
function utf8In(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
