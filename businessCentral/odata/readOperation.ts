import type { ServiceName } from '../connection';
import type { Filter } from './filter';
import { isGuid, text } from './literals';

/** One question to one service. */
export interface ReadOperation {
  readonly service: ServiceName;
  readonly filter?: Filter;
  /** Fields of the contract; those that this version is known to lack are left out when asking. */
  readonly select: readonly string[];
  /** A field of the contract to sort by, upwards unless ` desc` follows. */
  readonly orderBy?: string;
  /** At most this many rows in all; there are next pages only where a page of the server holds fewer. */
  readonly top?: number;
  /** Leaves out so many rows first; makes sense with `orderBy` and `top`. */
  readonly skip?: number;
  /** Also ask how many rows there are without `top`. */
  readonly count?: boolean;
}

/** The fields by which an operation filters and sorts: without any of them it cannot be asked. */
export function neededFields({ filter, orderBy }: ReadOperation): readonly string[] {
  // What stands in apostrophes is a value, and may look like anything.
  const conditions = filter?.replace(/'[^']*'/g, '');
  return [
    ...(conditions?.match(/[A-Za-z_]\w*(?= (?:eq|ne|gt|ge|lt|le) |,)/g) ?? []),
    ...(orderBy === undefined ? [] : [orderBy.replace(/ desc$/, '')]),
  ];
}

/** Path segment of a company, by name or by id; percent-encoded once. */
export function companySegment(company: string): string {
  return isGuid(company)
    ? `Company(Id=${company.toLowerCase()})`
    : `Company(${encodeURIComponent(text(company))})`;
}

/**
 * The address of an operation below `/ODataV4/`.
 * @param publishedName the service's name in this Business Central
 * @param select what of the operation's fields is asked for
 */
export function relativeAddress(
  company: string,
  publishedName: string,
  operation: ReadOperation,
  select: readonly string[],
): string {
  const options: string[] = [];
  if (operation.filter !== undefined) {
    options.push(`$filter=${encodeURIComponent(operation.filter)}`);
  }
  options.push(`$select=${select.map(encodeURIComponent).join(',')}`);
  if (operation.orderBy !== undefined) {
    options.push(`$orderby=${encodeURIComponent(operation.orderBy)}`);
  }
  if (operation.top !== undefined) {
    options.push(`$top=${operation.top}`);
  }
  if (operation.skip !== undefined && operation.skip > 0) {
    options.push(`$skip=${operation.skip}`);
  }
  if (operation.count === true) {
    options.push('$count=true');
  }
  return `${companySegment(company)}/${encodeURIComponent(publishedName)}?${options.join('&')}`;
}
