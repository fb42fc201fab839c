import { DataverseError, errorCodes } from '../../dataverseError';

/** The query cannot be read. */
export function badSyntax(text: string): DataverseError {
  return new DataverseError(400, errorCodes.badRequest, `Syntax error at position 0 in '${decoded(text)}'.`);
}

/** Percent-decoded where that can be done. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
