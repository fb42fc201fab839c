import type { ServiceName } from './connection';
import { BusinessCentralError } from './errors';
import type { ReadOutcome } from './odata/reader';

/** Something that Business Central did not give, and why; a control names it to administrators. */
export interface MissingPart {
  readonly service: ServiceName;
  /** Field of the service that this version lacks; absent: the whole service. */
  readonly field?: string;
  readonly error: BusinessCentralError;
}

/** What a question that failed leaves out: its service, or the one field that it could not do without. */
export function missingPart(service: ServiceName, error: BusinessCentralError): MissingPart {
  const { field } = error.details;
  return { service, ...(field === undefined ? {} : { field }), error };
}

/** Fields that were wanted of a service and that this version of Business Central lacks. */
export function missingParts(
  service: ServiceName,
  fields: readonly string[],
): (MissingPart & { readonly field: string })[] {
  const error = new BusinessCentralError('questionRefused', { service });
  return fields.map((field) => ({ service, field, error }));
}

/** What an answer lacks: itself where the question failed, rows that cannot be read, or single fields. */
export function missingOfAnswer(
  service: ServiceName,
  outcome: ReadOutcome | undefined,
  isReadable: boolean,
): MissingPart[] {
  if (outcome === undefined) {
    return [];
  }
  if (!outcome.ok) {
    return [missingPart(service, outcome.error)];
  }
  const unreadable: MissingPart[] = isReadable
    ? []
    : [{ service, error: new BusinessCentralError('unreadableAnswer', { service }) }];
  return [...unreadable, ...missingParts(service, outcome.missingFields)];
}
