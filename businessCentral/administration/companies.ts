import type { AskOptions } from '../askOptions';
import type { Company } from '../company';
import { BusinessCentralError } from '../errors';
import { failureOf, isRecord, isSuccess } from '../odata/failure';
import { isGuid } from '../odata/literals';
import type { ListedCompany } from './types';

/** The web service that every Business Central has, below no company (Microsoft Learn, "OData web services"). */
const address = 'Company';

function listedCompany(row: unknown): ListedCompany | null {
  const { Name: name, Display_Name: displayName, Id: id } = isRecord(row) ? row : {};
  const guid = typeof id === 'string' && isGuid(id) ? id.toLowerCase() : null;
  const known = typeof name === 'string' && name.trim() !== '' ? name : guid;
  return known === null
    ? null
    : { name: known, id: guid, displayName: typeof displayName === 'string' ? displayName.trim() : '' };
}

/**
 * The companies that can be connected with: those that Business Central lists, or those that the gateway relays to.
 * @param company opened with any company name, which is not asked for
 * @returns in the order of their names
 * @throws BusinessCentralError; `notPermitted` where the gateway tells them to Integration Administrators only
 */
export function listedCompanies(
  { wire, now, withinDeadline }: Company,
  { signal }: AskOptions = {},
): Promise<readonly ListedCompany[]> {
  return withinDeadline(signal, async (deadline) => {
    const answer = await wire.send({ method: 'GET', address }, deadline.signal).catch((error: unknown) => {
      throw error instanceof BusinessCentralError && error.code === 'aborted'
        ? new BusinessCentralError(deadline.reason())
        : error;
    });
    if (!isSuccess(answer)) {
      const failure = failureOf(answer, now());
      // Every Business Central has this service, so where it is not there is no Business Central.
      throw failure.code === 'serviceNotPublished'
        ? new BusinessCentralError('notBusinessCentral', failure.details)
        : failure;
    }
    const rows = isRecord(answer.body) ? answer.body['value'] : undefined;
    const companies = Array.isArray(rows) ? rows.map(listedCompany) : [];
    if (!Array.isArray(rows) || companies.includes(null)) {
      throw new BusinessCentralError('unreadableAnswer', { status: answer.status });
    }
    return companies
      .filter((company) => company !== null)
      .sort((a, b) => a.name.localeCompare(b.name) || Number(a.id !== null) - Number(b.id !== null));
  });
}

/**
 * What a company name leads to among those that are listed.
 * @returns the company itself; or the only one whose name differs in case or spaces, as a suggestion
 */
export function companyAmong(
  wanted: string,
  companies: readonly ListedCompany[],
): { readonly found: ListedCompany | null; readonly suggestion: string | null } {
  const found =
    companies.find(({ name }) => name === wanted) ??
    companies.find(({ id }) => id !== null && id === wanted.toLowerCase());
  const folded = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const similar = companies.filter(
    ({ name, displayName }) => folded(name) === folded(wanted) || folded(displayName) === folded(wanted),
  );
  const [only, ...others] = similar;
  return {
    found: found ?? null,
    suggestion: found === undefined && others.length === 0 ? (only?.name ?? null) : null,
  };
}
