import { recordId } from '../../identity';
import { DataverseError, errorCodes, rowNotFound } from '../dataverseError';
import { labelIn } from '../metadata/column';
import type { PrivilegeVerb, Table } from '../metadata/table';
import { rootBusinessUnitId } from '../organization';
import type { Organization } from '../organization';
import { referenceOf, textOf } from '../rows/row';
import type { Row } from '../rows/row';
import type { RowStore } from '../rows/rowStore';
import type { Caller } from './caller';
import { existingPrivileges, privilegedTable, privilegeName, reaches } from './privileges';
import type { PrivilegeDepth } from './privileges';
import type { Role } from './role';

/** Decides who may do what with which row. */
export class Access {
  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
  ) {}

  /** How far a caller's privilege on a table reaches; null: the caller does not hold it. */
  public depth(caller: Caller, verb: PrivilegeVerb, table: Table): PrivilegeDepth | null {
    const owner = privilegedTable(this.organization.metadata, table);
    const depths = caller.roles.map((role) => depthIn(role, verb, owner)).filter((depth) => depth !== null);
    return depths.reduce<PrivilegeDepth | null>(
      (widest, depth) => (widest !== null && reaches(widest, depth) ? widest : depth),
      null,
    );
  }

  /** @throws DataverseError 403 0x80040220 naming the privilege when the caller does not hold it at all */
  public requirePrivilege(caller: Caller, verb: PrivilegeVerb, table: Table): void {
    if (this.depth(caller, verb, table) === null) {
      throw this.missingPrivilege(caller, verb, table);
    }
  }

  /** @throws DataverseError 403 when the caller's privilege is missing or does not reach this row */
  public require(caller: Caller, verb: PrivilegeVerb, table: Table, row: Row): void {
    this.requirePrivilege(caller, verb, table);
    if (!this.allows(caller, verb, table, row)) {
      const id = textOf(row, table.primaryId) ?? '';
      throw new DataverseError(
        403,
        errorCodes.privilegeDenied,
        `Principal with id ${caller.userId} does not have ${verb}Access right(s) for record with id ${id} of entity ` +
          `${table.logicalName}. context.Caller=${caller.userId}`,
      );
    }
  }

  /** True when the caller's privilege reaches the row: its own, its business unit's, anybody's. */
  public allows(caller: Caller, verb: PrivilegeVerb, table: Table, row: Row): boolean {
    const depth = this.depth(caller, verb, table);
    if (depth === null) {
      return false;
    }
    // There is one business unit, so whatever reaches beyond the own rows reaches all.
    return depth !== 'Basic' || this.isOwn(caller, table, row);
  }

  private isOwn(caller: Caller, table: Table, row: Row): boolean {
    if (table.privileges.kind === 'through') {
      const parent = this.parentOf(table.privileges.table, table.privileges.parentColumn, row);
      return parent === null || this.isOwn(caller, this.organization.table(table.privileges.table), parent);
    }
    return table.ownership === 'UserOwned'
      ? referenceOf(row, 'ownerid')?.id === caller.userId
      : textOf(row, table.primaryId) === caller.userId;
  }

  private parentOf(parentTable: string, parentColumn: string | null, row: Row): Row | null {
    const parent = parentColumn === null ? null : referenceOf(row, parentColumn);
    if (parent === null) {
      return null;
    }
    const found = this.rows.get(parentTable, parent.id);
    if (!found) {
      throw rowNotFound(parentTable, parent.id);
    }
    return found;
  }

  /** @throws DataverseError 403 when the caller lacks a privilege of the platform, such as prvReadEntity */
  public requirePlatformPrivilege(caller: Caller, name: string): void {
    if (!caller.roles.some((role) => role.grows === 'everything' || role.privileges.has(name))) {
      // Recorded: coe-starter-kit issue 4266.
      throw new DataverseError(
        403,
        errorCodes.privilegeDenied,
        `SecLib::CheckPrivilege failed. User: ${caller.userId}, PrivilegeName: ${name}, ` +
          `PrivilegeId: ${recordId('privilege', name)}, Required Depth: Basic, BusinessUnitId: ${rootBusinessUnitId}, ` +
          `MetadataCache Privileges Count: ${existingPrivileges(this.organization.metadata).size}, ` +
          `User Privileges Count: ${privilegeCount(caller)}`,
      );
    }
  }

  /** Dataverse's sentence for a privilege that is in none of the caller's roles (recorded: coe-starter-kit issue 6827). */
  private missingPrivilege(caller: Caller, verb: PrivilegeVerb, table: Table): DataverseError {
    const owner = privilegedTable(this.organization.metadata, table);
    const name = owner.privileges.kind === 'own' ? privilegeName(verb, owner.privileges.stem) : '';
    const existing = existingPrivileges(this.organization.metadata).size;
    return new DataverseError(
      403,
      errorCodes.privilegeDenied,
      `Principal user (Id=${caller.userId}, type=8, roleCount=${caller.roles.length}, privilegeCount=${privilegeCount(caller)}, ` +
        `accessMode=0, MetadataCachePrivilegesCount=${existing}, businessUnitId=${rootBusinessUnitId}), ` +
        `is missing ${name} privilege (Id=${recordId('privilege', name)}) on OTC=${owner.objectTypeCode} for entity ` +
        `'${owner.logicalName}' (LocalizedName='${labelIn(owner.labels, 1033)}'). context.Caller=${caller.userId}. ` +
        'Consider adding missed privilege to one of the principal (user/team) roles.',
    );
  }
}

function privilegeCount(caller: Caller): number {
  return new Set(caller.roles.flatMap((role) => [...role.privileges.keys()])).size;
}

function depthIn(role: Role, verb: PrivilegeVerb, table: Table): PrivilegeDepth | null {
  if (role.grows === 'everything' || (role.grows === 'customTables' && table.custom)) {
    return 'Global';
  }
  const { privileges } = table;
  return privileges.kind === 'own'
    ? (role.privileges.get(privilegeName(verb, privileges.stem)) ?? null)
    : null;
}
