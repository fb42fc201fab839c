import { dataverseReader, type ReadingWebApi } from '../dataverseReader';
import { textOf } from '../dataverseRow';

/**
 * Version of the solution as it is installed (table `solution`, column `version`).
 * @returns empty: it is not there under its name
 * @throws SalesError where the user may not see solutions
 */
export async function installedVersion(webAPI: ReadingWebApi): Promise<string> {
  const [row] = await dataverseReader(webAPI).many(
    'solution',
    "?$select=version&$filter=uniquename eq 'BusinessCentralForSales'",
    'notPermitted',
  );
  return row === undefined ? '' : (textOf(row, 'version') ?? '');
}
