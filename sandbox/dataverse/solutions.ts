import type { Customizations } from './customizations';
import { appId } from './derivedRows';
import { importSolution } from './importer/importSolution';
import type { ImportResult } from './importer/importSolution';
import type { Removal } from './importer/removal';
import { uninstallSolution, withoutObsoleteComponents } from './importer/uninstallSolution';
import { appRoles } from './metadata/manyToMany';
import type { Organization } from './organization';
import type { Associations } from './rows/associations';
import type { RowStore } from './rows/rowStore';

/** Installs, updates and uninstalls solutions, with what follows for the rows of the organization. */
export class Solutions {
  public constructor(
    private readonly organization: Organization,
    private readonly rows: RowStore,
    private readonly associations: Associations,
  ) {}

  /** Unique names of what is installed. */
  public names(): readonly string[] {
    return [...this.organization.customizations.solutions.keys()];
  }

  /** Imports a packed solution; nothing changes when it is refused, and rows never do. @throws ImportRefused */
  public importSolution(zip: Uint8Array): ImportResult {
    const before = this.organization.customizations;
    const { customizations, result } = importSolution(zip, before);
    this.organization.customizations = customizations;
    this.openApps(before, customizations);
    return result;
  }

  /**
   * Imports a higher version and takes away what only the version before brought, with the rows that go with it; nothing changes
   * when either is refused (`StageAndUpgrade`).
   * @throws ImportRefused, UninstallRefused
   */
  public upgradeSolution(zip: Uint8Array): ImportResult {
    const before = this.organization.customizations;
    const { customizations, result } = importSolution(zip, before);
    const removal = withoutObsoleteComponents(
      result.solution.uniqueName,
      before,
      customizations,
      result.brought,
    );
    this.apply(removal, before);
    this.openApps(before, removal.customizations);
    return result;
  }

  /**
   * Uninstalls a solution, and forgets the rows of its tables, the values of its columns, and who held its roles and profiles.
   * @throws UninstallRefused
   */
  public uninstallSolution(uniqueName: string): void {
    const before = this.organization.customizations;
    this.apply(uninstallSolution(uniqueName, before), before);
  }

  private apply({ customizations, tables, columns, principals }: Removal, before: Customizations): void {
    this.organization.customizations = customizations;
    tables.forEach((table) => this.rows.dropTable(table));
    columns.forEach(({ table, column }) => this.rows.dropColumn(table, column));
    principals.forEach((id) => this.associations.removeAllOf(id));
    [...before.apps.keys()]
      .filter((name) => !customizations.apps.has(name))
      .forEach((name) => this.associations.removeAllOf(appId(name)));
  }

  /** An import opens its apps to the roles that it names; roles that an administrator has added stay. */
  private openApps(before: Customizations, after: Customizations): void {
    for (const [name, app] of after.apps) {
      if (before.apps.get(name) !== app) {
        app.roles.forEach((role) => this.associations.add(appRoles, appId(name), role));
      }
    }
  }
}
