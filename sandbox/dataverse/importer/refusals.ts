/**
 * Why an import is refused. Where a real import is known to refuse in these words, the reason says it in them; the
 * sources are in README.md beside this folder.
 */
export type RefusalCode =
  // The archive
  | 'invalidArchive'
  | 'missingPart'
  | 'invalidPartName'
  | 'undeclaredContentType'
  | 'invalidXml'
  // The solution as a whole
  | 'invalidManifest'
  | 'packageVersion'
  | 'lowerVersion'
  | 'managedConflict'
  | 'publisherChanged'
  | 'missingDependency'
  | 'unknownLanguage'
  | 'unsupportedComponent'
  // Root components
  | 'undeclaredComponent'
  | 'missingComponent'
  | 'duplicateComponent'
  | 'invalidGuid'
  // Tables
  | 'invalidTable'
  | 'invalidColumn'
  | 'missingRelationship'
  // Security
  | 'unknownPrivilege'
  | 'privilegeDepth'
  | 'roleNameTaken'
  | 'columnNotSecured'
  // Controls
  | 'controlName'
  | 'controlManifest'
  | 'controlFileMissing'
  | 'fileTooLarge'
  // Forms and views
  | 'unknownColumn'
  | 'undeclaredProperty'
  | 'requiredProperty'
  | 'unmatchedControlDescription'
  // Apps, commands and web resources
  | 'invalidWebResource'
  | 'invalidRibbon'
  | 'invalidSiteMap'
  | 'invalidApp';

export interface Refusal {
  readonly code: RefusalCode;
  /** The part of the solution at fault: a file of the zip, a component. */
  readonly part: string;
  readonly reason: string;
}

/** The solution is not imported; nothing has changed. */
export class ImportRefused extends Error {
  public override readonly name = 'ImportRefused';

  /** @param refusals everything that was found, at least one */
  public constructor(public readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ part, reason }) => `${part}: ${reason}`).join('\n'));
  }
}

/** Collects refusals, so that an administrator sees all of them at once. */
export class Refusals {
  private readonly found: Refusal[] = [];

  public add(code: RefusalCode, part: string, reason: string): void {
    this.found.push({ code, part, reason });
  }

  /** @throws ImportRefused when there is any */
  public throwIfAny(): void {
    if (this.found.length > 0) {
      throw new ImportRefused(this.found);
    }
  }
}
