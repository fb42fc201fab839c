import { badRequest, DataverseError, errorCodes } from '../dataverseError';
import type { WebApiRequest } from './webApiRequest';

/** One part of a resource path: a name, with the text between its parentheses if it has some. */
export interface Segment {
  readonly name: string;
  /** Null: no parentheses. */
  readonly key: string | null;
}

/** Splits `quotes(<id>)/quote_details`. @throws DataverseError 400 */
export function segmentsOf(path: string): readonly Segment[] {
  return decoded(path)
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^(\$?\w+(?:\.\w+)*)(?:\((.*)\))?$/.exec(part);
      if (!match) {
        throw resourceNotFound(part);
      }
      return { name: match[1] ?? '', key: match[2] ?? null };
    });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw badRequest('Bad Request - Error in query syntax.');
  }
}

/** The id between the parentheses of an entity set. @throws DataverseError 400 when it is no GUID */
export function idInKey(key: string, primaryId: string): string {
  const id = key.startsWith(`${primaryId}=`) ? key.slice(primaryId.length + 1) : key;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new DataverseError(400, errorCodes.badSyntax, 'Bad Request - Error in query syntax.');
  }
  return id.toLowerCase();
}

/** There is no entity set or function of this name. */
export function resourceNotFound(segment: string): DataverseError {
  return new DataverseError(404, errorCodes.badRequest, `Resource not found for the segment '${segment}'.`);
}

/** The method and the resource do not go together. */
export function notAllowed({ method }: WebApiRequest): DataverseError {
  return new DataverseError(
    405,
    errorCodes.badRequest,
    `The requested resource does not support http method '${method}'.`,
  );
}
