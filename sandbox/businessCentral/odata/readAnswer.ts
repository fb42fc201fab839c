import type { Company } from '../company/company';
import type { PublishedService } from '../services/publishedServices';
import type { ServiceRow } from '../services/service';
import { jsonAnswer, type Answer } from './answer';
import { companyPath } from './companyList';
import { everyRow, rowFilter, type RowFilter } from './filterEvaluator';
import { checkFilter } from './filterRules';
import { parseFilter } from './filterSyntax';
import { etagOfRow, jsonRow, keyOf, selectedFields } from './jsonRow';
import { fits } from './literal';
import { badRequest, resourceNotFound, unknownProperty } from './odataError';
import { sortedRows } from './orderBy';
import { nextLink, pageOf, pageSize } from './paging';
import type { QueryOptions } from './queryOptions';
import type { KeyPredicate } from './resourcePath';

/** Rows of a service that are asked for. */
export interface RowsQuestion {
  readonly company: Company;
  readonly published: PublishedService;
  readonly options: QueryOptions;
  /** Address up to and including `/ODataV4`. */
  readonly odataUrl: string;
}

/** The address of a service in a company, as Business Central writes it: by name, encoded once. */
function serviceUrl({ odataUrl, company, published }: RowsQuestion): string {
  return `${odataUrl}/${companyPath(company)}/${published.publishedName}`;
}

function contextUrl({ odataUrl, company, published }: RowsQuestion): string {
  return `${odataUrl}/$metadata#${companyPath(company)}/${published.publishedName}`;
}

function filterOf({ published, options }: RowsQuestion): RowFilter {
  if (options.filter === null) {
    return everyRow;
  }
  const condition = parseFilter(options.filter);
  checkFilter(condition, {
    service: published.service,
    publishedName: published.publishedName,
    schemaVersion: options.schemaVersion,
  });
  return rowFilter(condition, published.service);
}

function refuseExpand({ published, options }: RowsQuestion): void {
  if (options.expand !== null) {
    throw unknownProperty(options.expand.split(',')[0] ?? '', published.publishedName);
  }
}

/** Rows that the filter leaves; no more than are shown where nobody counts or sorts them. */
function rowsFound({ company, published, options }: RowsQuestion, filter: RowFilter): readonly ServiceRow[] {
  const { top, skip, skipToken, orderBy, count } = options;
  const rows = published.service.rows(company);
  const enough =
    top === null || skipToken !== null || orderBy !== null || count ? Number.POSITIVE_INFINITY : skip + top;
  const found: ServiceRow[] = [];
  for (const row of rows) {
    if (found.length >= enough) {
      break;
    }
    if (filter.holds(row)) {
      found.push(row);
    }
  }
  return found;
}

/**
 * Answers a question for rows.
 * @param query the question's own query text, for the link to the next page
 * @param prefer the header Prefer, which may lower the page size
 * @throws ODataError 400 where a query option is refused
 */
export function rowsAnswer(
  question: RowsQuestion,
  query: string,
  prefer: string | undefined,
  maxPageSize: number,
): Answer {
  const { company, published, options } = question;
  refuseExpand(question);
  const filter = filterOf(question);
  const fields = selectedFields(published, options.select);
  const found = rowsFound(question, filter);
  const sorted = sortedRows(found, options.orderBy, published, filter.flowFilters);
  const size = pageSize(prefer, maxPageSize);
  const page = pageOf(sorted, options, size.rows);
  return jsonAnswer(
    200,
    {
      '@odata.context': contextUrl(question),
      ...(options.count ? { '@odata.count': found.length } : {}),
      value: page.rows.map((row) => jsonRow(company, published, row, fields, filter.flowFilters)),
      ...(page.next === null ? {} : { '@odata.nextLink': nextLink(serviceUrl(question), query, page.next) }),
    },
    size.applied === null ? {} : { 'preference-applied': size.applied },
  );
}

/** Answers `/$count`: the number of rows that the filter leaves, as plain text. */
export function countAnswer(question: RowsQuestion): Answer {
  const filter = filterOf(question);
  const rows = question.published.service.rows(question.company).filter((row) => filter.holds(row));
  return {
    status: 200,
    headers: { 'content-type': 'text/plain', 'odata-version': '4.0' },
    body: String(rows.length),
  };
}

/**
 * The row that a key predicate names.
 * @throws ODataError 400 for a key that is not the service's, 404 where there is no such row
 */
export function rowWithKey(company: Company, published: PublishedService, key: KeyPredicate): ServiceRow {
  const { service, publishedName } = published;
  const values = service.key.map((name, index) => {
    const part =
      key.length === 1 && service.key.length === 1 ? key[0] : key.find((given) => given.name === name);
    const type = service.fields.find((field) => field.name === name)?.type ?? 'Edm.String';
    if (part === undefined || (part.name !== null && part.name !== name) || !fits(part.literal, type)) {
      throw badRequest(
        `The key in the request does not match the key of type 'NAV.${publishedName}' at position ${index}.`,
      );
    }
    return part.literal.value;
  });
  if (key.length !== service.key.length || service.kind === 'query') {
    throw badRequest(`The key in the request does not match the key of type 'NAV.${publishedName}'.`);
  }
  const found = service
    .rows(company)
    .find((row) => keyOf(published, row).every((value, index) => value === values[index]));
  if (found === undefined) {
    throw resourceNotFound(publishedName);
  }
  return found;
}

/** An answer with one row, after reading or changing it. */
export function rowAnswer(question: RowsQuestion, row: ServiceRow, status = 200): Answer {
  const { company, published, options } = question;
  const fields = selectedFields(published, options.select);
  const filter = filterOf(question);
  const etag = etagOfRow(company, published, row);
  return jsonAnswer(
    status,
    {
      '@odata.context': `${contextUrl(question)}/$entity`,
      ...jsonRow(company, published, row, fields, filter.flowFilters),
    },
    { etag },
  );
}
