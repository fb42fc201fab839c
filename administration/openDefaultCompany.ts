import type { Company } from '../businessCentral/company';
import { companyCoupling } from '../businessCentral/coupling/companyCoupling';
import type { Coupling } from '../businessCentral/coupling/coupling';
import { listConnections, readConnectionRow } from '../sales/administration/connections';
import type { ConnectionRow } from '../sales/administration/types';
import { dataverseReader } from '../sales/dataverseReader';
import { holdsOneOf, roleIds } from '../sales/heldRoles';
import { SalesError } from '../sales/sales';
import type { AdministrationSources } from './platform';
import type { SavedConnections } from './savedConnections';

/** Who looks after synchronization. System Customizer is known by its template (codeunit 7201 "CDS Integration Impl."). */
const rolesThatSynchronize = [
  roleIds.integrationAdministrator,
  roleIds.systemAdministrator,
  '119f245c-3cc8-4b62-b31c-d1a046ced15d',
];

/** Whether the signed-in user may set up connections and synchronize; the entries of the app are for them (site map). */
export function looksAfterConnections({
  webAPI,
  roles,
}: Pick<AdministrationSources, 'webAPI' | 'roles'>): Promise<boolean> {
  return holdsOneOf(rolesThatSynchronize, { heldRoleIds: roles }, dataverseReader(webAPI));
}

/** The company that salespeople work with, and its couplings. */
export interface OpenedCompany {
  readonly company: Company;
  readonly coupling: Coupling;
  readonly usesGateway: boolean;
}

/**
 * Opens the company of the connection that the controls use. The connection is read each time, since another administrator may
 * have changed it; the company stays the same as long as the connection says the same. Without a gateway nothing but this check
 * keeps other users from the deeds (docs/security.md).
 * @throws SalesError `notPermitted` without a role for it; `notConfigured`, `connectionAmbiguous`, `keyUnreadable`
 */
export function defaultCompanyOf(
  sources: Pick<AdministrationSources, 'webAPI' | 'roles'>,
  saved: Pick<SavedConnections, 'companyOf'>,
): () => Promise<OpenedCompany> {
  return companyFound(sources, saved, async () => defaultConnection(await listConnections(sources.webAPI)));
}

/**
 * Opens the company of a connection that is being set up, which need not be the one that salespeople work with.
 * @throws SalesError `notPermitted` without a role for it; `recordUnreadable`, `keyUnreadable`
 */
export function companyOfConnection(
  sources: Pick<AdministrationSources, 'webAPI' | 'roles'>,
  saved: Pick<SavedConnections, 'companyOf'>,
  connectionId: string,
): () => Promise<OpenedCompany> {
  return companyFound(sources, saved, () => readConnectionRow(sources.webAPI, connectionId));
}

function companyFound(
  { webAPI, roles }: Pick<AdministrationSources, 'webAPI' | 'roles'>,
  saved: Pick<SavedConnections, 'companyOf'>,
  find: () => Promise<ConnectionRow>,
): () => Promise<OpenedCompany> {
  let latest: OpenedCompany | null = null;
  return async () => {
    if (!(await looksAfterConnections({ webAPI, roles }))) {
      throw new SalesError('notPermitted');
    }
    const row = await find();
    const company = await saved.companyOf(row);
    if (latest?.company !== company) {
      latest = { company, coupling: companyCoupling(company), usesGateway: row.gatewayUrl !== '' };
    }
    return latest;
  };
}

/** The only active connection, or the only default among them, as the controls choose it (`sales/connectionRow.ts`). */
export function defaultConnection(rows: readonly ConnectionRow[]): ConnectionRow {
  const active = rows.filter(({ isActive }) => isActive);
  const [row, ...others] = active.length > 1 ? active.filter(({ isDefault }) => isDefault) : active;
  if (row === undefined || others.length > 0) {
    throw new SalesError(active.length === 0 ? 'notConfigured' : 'connectionAmbiguous');
  }
  return row;
}
