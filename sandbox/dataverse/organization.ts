import { recordId } from '../identity';
import type { Customizations } from './customizations';
import type { CollectionNavigation, Metadata } from './metadata/metadata';
import type { Table } from './metadata/table';

/** Languages of the organization, the base language first: what is enabled under "Languages". */
export const enabledLanguages = [1033, 1040, 1053, 1035] as const;
export const baseLanguage = 1033;

/** Ids that the organization itself has. */
export const organizationId = recordId('organization', 'CRONUS');
export const rootBusinessUnitId = recordId('businessunit', 'CRONUS');

/** Largest web resource or control file in bytes: 5,120 KB (Microsoft Learn, "Web resource size limitations"). */
export const maxUploadFileSize = 5120 * 1024;

/** Highest SolutionPackageVersion that the organization takes. */
export const packageVersion = '9.2';

/** The organization: what is installed in it, and its clock. */
export class Organization {
  public constructor(
    public customizations: Customizations,
    /** The clock of the organization. */
    public readonly now: () => Date,
  ) {}

  public get metadata(): Metadata {
    return this.customizations.metadata;
  }

  public table(logicalName: string): Table {
    return this.metadata.table(logicalName);
  }

  public collectionsOf(table: Table): readonly CollectionNavigation[] {
    return this.metadata.collectionsOf(table);
  }
}
