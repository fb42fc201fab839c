import { badRequest, DataverseError, errorCodes, rowNotFound } from '../dataverseError';
import { solutionId } from '../derivedRows';
import { ImportRefused } from '../importer/refusals';
import { UninstallRefused } from '../importer/uninstallSolution';
import type { Table } from '../metadata/table';
import type { Access } from '../security/access';
import type { Caller } from '../security/caller';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/** Installs solutions and takes them away again. */
export interface SolutionService {
  /** Unique names of what is installed. */
  names(): readonly string[];
  /** @throws ImportRefused */
  importSolution(zip: Uint8Array): void;
  /** @throws UninstallRefused */
  uninstallSolution(uniqueName: string): void;
}

/**
 * `POST ImportSolution` with the package in `CustomizationFile`, in Base64.
 * @throws DataverseError 400 with every reason why it is not taken, 403
 */
export function importSolutionAction(
  solutions: SolutionService,
  access: Access,
  { body, caller }: WebApiRequest,
): WebApiReply {
  access.requirePlatformPrivilege(caller, 'prvImportCustomization');
  const file =
    typeof body === 'object' && body !== null && 'CustomizationFile' in body ? body.CustomizationFile : null;
  if (typeof file !== 'string') {
    throw badRequest("The parameter 'CustomizationFile' is missing; it is the package in Base64.");
  }
  try {
    solutions.importSolution(Buffer.from(file, 'base64'));
  } catch (error) {
    throw error instanceof ImportRefused ? refusedImport(error) : error;
  }
  return { status: 204, headers: {} };
}

function refusedImport({ refusals, message }: ImportRefused): DataverseError {
  const code = refusals.every((refusal) => refusal.code === 'missingDependency')
    ? errorCodes.missingDependencies
    : errorCodes.unexpected;
  return new DataverseError(400, code, message);
}

/** `DELETE solutions(<id>)`: uninstalls. @throws DataverseError 400 with what depends on it, 403, 404 */
export function deleteSolution(
  solutions: SolutionService,
  access: Access,
  caller: Caller,
  table: Table,
  id: string,
): WebApiReply {
  access.requirePrivilege(caller, 'Delete', table);
  const name = solutions.names().find((uniqueName) => solutionId(uniqueName) === id);
  if (name === undefined) {
    throw rowNotFound(table.logicalName, id);
  }
  try {
    solutions.uninstallSolution(name);
  } catch (error) {
    throw error instanceof UninstallRefused
      ? new DataverseError(400, errorCodes.neededSolution, error.message)
      : error;
  }
  return { status: 204, headers: {} };
}
