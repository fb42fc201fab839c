import { decoded } from './literal';
import { badRequest } from './odataError';

/** The query options that Business Central knows; all others are ignored, as the real service does. */
export interface QueryOptions {
  readonly filter: string | null;
  readonly select: readonly string[] | null;
  readonly orderBy: string | null;
  readonly expand: string | null;
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
  readonly skipToken: string | null;
  /** `$schemaversion=2.1` and later permit nested functions. */
  readonly schemaVersion: number;
  readonly company: string | null;
}

function formDecoded(text: string): string {
  return decoded(text.replaceAll('+', ' '));
}

function namedOptions(query: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = formDecoded(equals < 0 ? part : part.slice(0, equals));
    if (options.has(name) && name.startsWith('$')) {
      throw badRequest(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    }
    options.set(name, equals < 0 ? '' : formDecoded(part.slice(equals + 1)));
  }
  return options;
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) {
    return null;
  }
  if (!/^\d+$/.test(text.trim())) {
    throw badRequest(
      `Invalid value '${text}' for ${name} query option found. ` +
        `The ${name} query option requires a non-negative integer value.`,
    );
  }
  return Number(text);
}

function countOption(text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false') {
    throw badRequest(
      `Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`,
    );
  }
  return text === 'true';
}

/**
 * Reads the query options of an address.
 * @param query what follows the question mark, still encoded; blank where there is none
 * @throws ODataError 400 for a value that cannot be read or an option that is given twice
 */
export function queryOptions(query: string): QueryOptions {
  const options = namedOptions(query);
  return {
    filter: options.get('$filter') ?? null,
    select:
      options
        .get('$select')
        ?.split(',')
        .map((name) => name.trim()) ?? null,
    orderBy: options.get('$orderby') ?? null,
    expand: options.get('$expand') ?? null,
    top: wholeNumber('$top', options.get('$top')),
    skip: wholeNumber('$skip', options.get('$skip')) ?? 0,
    count: countOption(options.get('$count')),
    skipToken: options.get('$skiptoken') ?? null,
    schemaVersion: Number(options.get('$schemaversion') ?? '1.0'),
    company: options.get('company') ?? null,
  };
}
