import { DataverseError, errorCodes } from '../dataverseError';
import type { ManyToManyNavigation } from '../metadata/manyToMany';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import type { Associations } from '../rows/associations';
import {
  isRoleAssignment,
  requireAssociationPrivileges,
  requireNoElevation,
} from '../security/associationPrivileges';
import type { Caller } from '../security/caller';
import type { OrganizationService } from './organizationService';

/** Joins and parts rows of many-to-many relationships for a caller (Dataverse's Associate and Disassociate messages). */
export class Associating {
  public constructor(
    private readonly organization: Organization,
    private readonly associations: Associations,
    private readonly service: OrganizationService,
  ) {}

  /**
   * Joins two rows. A role that somebody holds already is given again without a word; other rows are joined once.
   * @param table of the row `id`, from which the relationship is seen
   * @throws DataverseError 403, 404, 412
   */
  public associate(
    caller: Caller,
    table: Table,
    id: string,
    navigation: ManyToManyNavigation,
    otherId: string,
  ): void {
    this.require(caller, table, id, navigation, otherId);
    const role = this.organization.customizations.roles.get(
      navigation.table.logicalName === 'role' ? otherId : id,
    );
    if (isRoleAssignment(navigation)) {
      if (role) {
        requireNoElevation(caller, role);
      }
    } else if (this.associations.of(navigation.relationship, id).includes(otherId)) {
      throw new DataverseError(412, errorCodes.duplicateRow, 'Cannot insert duplicate key.');
    }
    this.associations.add(navigation.relationship, ...pairOf(table, id, navigation, otherId));
  }

  /** Parts two rows; nothing happens where they are not joined. @throws DataverseError 403, 404 */
  public disassociate(
    caller: Caller,
    table: Table,
    id: string,
    navigation: ManyToManyNavigation,
    otherId: string,
  ): void {
    this.require(caller, table, id, navigation, otherId);
    this.associations.remove(navigation.relationship, ...pairOf(table, id, navigation, otherId));
  }

  private require(
    caller: Caller,
    table: Table,
    id: string,
    navigation: ManyToManyNavigation,
    otherId: string,
  ): void {
    this.service.retrieve(caller, table, id);
    this.service.retrieve(caller, navigation.table, otherId);
    requireAssociationPrivileges(this.service.access, caller, table, navigation);
  }
}

/** The two ids in the order of the relationship's tables. */
function pairOf(
  table: Table,
  id: string,
  { relationship }: ManyToManyNavigation,
  otherId: string,
): [one: string, other: string] {
  return relationship.tables[0] === table.logicalName ? [id, otherId] : [otherId, id];
}
