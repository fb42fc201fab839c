import type { ReadingWebApi } from '../dataverseReader';

/** What is used of `Xrm.WebApi` to read and write rows (Microsoft Learn, "Xrm.WebApi"). */
export type WritingWebApi = ReadingWebApi &
  Pick<ComponentFramework.WebApi, 'createRecord' | 'updateRecord' | 'deleteRecord'>;

/** A row by its table and id. */
export interface RowReference {
  readonly table: string;
  /** GUID in lower case without braces. */
  readonly id: string;
}

/**
 * Joins and parts rows of a many-to-many relationship: `Xrm.WebApi.online.execute` with the requests Associate and
 * Disassociate (Microsoft Learn, "Associate and disassociate rows with the client API"). Rejects as `Xrm.WebApi` does.
 */
export interface Associations {
  /** @param relationship schema name, such as `systemuserroles_association` */
  associate(target: RowReference, relationship: string, related: RowReference): Promise<void>;
  disassociate(target: RowReference, relationship: string, related: RowReference): Promise<void>;
}

/** A row of `bcs_connection` as an administrator sees it. The key is never read. */
export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly odataUrl: string;
  readonly company: string;
  readonly userName: string;
  readonly webClientUrl: string;
  readonly gatewayUrl: string;
  readonly matchBy: 'coupling' | 'number';
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** JSON of `bcs_services`; empty: none. */
  readonly services: string;
  /** Milliseconds since 1970, to notice that another administrator has changed it meanwhile. */
  readonly modifiedAt: number;
}

/** What an administrator may enter; what is left out stays as it is, an empty text empties the column. */
export type ConnectionEntries = Partial<
  Pick<
    ConnectionRow,
    | 'name'
    | 'odataUrl'
    | 'company'
    | 'userName'
    | 'webClientUrl'
    | 'gatewayUrl'
    | 'matchBy'
    | 'isDefault'
    | 'services'
  > & {
    /** Write-only. */
    readonly webServiceAccessKey: string;
  }
>;

/** What came of saving. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly connection: ConnectionRow }
  /** Somebody else has changed the row since it was read; nothing was written. */
  | { readonly kind: 'changedMeanwhile'; readonly connection: ConnectionRow };

/** A user of Sales. */
export interface SalesUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly businessUnitId: string;
  readonly isEnabled: boolean;
  readonly isLicensed: boolean;
  /** Signs in as a program (columns `applicationid`, `isintegrationuser`). */
  readonly isApplication: boolean;
}

/** What lets a user use the product: its roles, and the profile that lets the key be read; text keys `grant_<grant>`. */
export const grants = [
  'integrationAdministrator',
  'integrationUser',
  'productAvailabilityUser',
  'credentials',
] as const;

export type Grant = (typeof grants)[number];

/** What is to be said about a user's access; text keys `accessWarning_<warning>`. */
export const accessWarnings = [
  /** None of the roles, nor System Administrator or Customizer: the controls show nothing. */
  'noRole',
  /** Without a gateway, a role and no column security profile: the key cannot be read. */
  'keyUnreadable',
  /** The profile and no role, or a gateway in use: the key could be read for nothing. */
  'keyReadableInVain',
  /** The account that Business Central uses holds System Administrator. */
  'integrationUserIsAdministrator',
  /** The account that Business Central uses can sign in as a salesperson. */
  'integrationUserHasSalesRole',
] as const;

export type AccessWarning = (typeof accessWarnings)[number];

/** A user with what is granted to them. */
export interface UserAccess {
  readonly user: SalesUser;
  readonly own: readonly Grant[];
  /** Through teams, with the names of these teams. */
  readonly throughTeams: readonly { readonly grant: Grant; readonly team: string }[];
  /** System Administrator or System Customizer: sees all without our roles. */
  readonly isSystemAdministrator: boolean;
  readonly warnings: readonly AccessWarning[];
}
