import type { Company } from '../company/company';
import type { FlowFilters } from '../company/flowFields';
import type { PublishedService } from '../services/publishedServices';
import type { FieldDefinition, FieldValue } from '../services/field';
import type { ServiceRow } from '../services/service';
import { etagOf } from './etag';
import { unknownProperty } from './odataError';

export type JsonRow = Readonly<Record<string, FieldValue>>;

/**
 * The fields that an answer shows: those selected and the key fields, in the order of the page.
 * @throws ODataError 400 for an unknown field; case matters
 */
export function selectedFields(
  published: PublishedService,
  select: readonly string[] | null,
): readonly FieldDefinition[] {
  const { service, publishedName } = published;
  if (select === null || select.includes('*')) {
    return service.fields;
  }
  for (const name of select) {
    if (!service.fields.some((field) => field.name === name)) {
      throw unknownProperty(name, publishedName);
    }
  }
  return service.fields.filter((field) => select.includes(field.name) || service.key.includes(field.name));
}

/** Values of the key fields, in the order of the key. */
export function keyOf(published: PublishedService, row: ServiceRow): readonly FieldValue[] {
  return published.service.key.map((name) => row.read(name, {}));
}

/** The row's etag, which depends on the record and not on its FlowFields. */
export function etagOfRow(company: Company, published: PublishedService, row: ServiceRow): string {
  const identity = JSON.stringify([company.id, published.service.name, ...keyOf(published, row)]);
  return etagOf(identity, row.rowVersion);
}

/** A row as JSON; the etag of a page's row is there whatever is selected. */
export function jsonRow(
  company: Company,
  published: PublishedService,
  row: ServiceRow,
  fields: readonly FieldDefinition[],
  flowFilters: FlowFilters,
): JsonRow {
  const etag: JsonRow =
    published.service.kind === 'page' ? { '@odata.etag': etagOfRow(company, published, row) } : {};
  return {
    ...etag,
    ...Object.fromEntries(fields.map((field) => [field.name, row.read(field.name, flowFilters)])),
  };
}
