import type { MissingPart } from '../businessCentral/missingParts';

/** Names of what Business Central did not give, each once, for an administrator; not translated. */
export function missingPartNames(parts: readonly MissingPart[]): string {
  return [...new Set(parts.map(nameOf))].join(', ');
}

function nameOf({ service, field, error }: MissingPart): string {
  return field === undefined ? `${service} (${error.code})` : `${service}.${field} (${error.code})`;
}
