import type { FieldDefinition, FieldValue } from '../services/field';
import type { PublishedService } from '../services/publishedServices';
import type { ServiceRow, ServiceValues } from '../services/service';
import { emptyAnswer, type Answer } from './answer';
import { companyPath } from './companyList';
import { isEtag } from './etag';
import { etagOfRow, keyOf } from './jsonRow';
import { badRequest, methodNotAllowed, ODataError } from './odataError';
import { rowAnswer, type RowsQuestion } from './readAnswer';

function bodyOf(text: string): Readonly<Record<string, unknown>> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw badRequest('Invalid Request Body');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw badRequest('Invalid Request Body');
  }
  return content as Readonly<Record<string, unknown>>;
}

function isOfType(value: unknown, field: FieldDefinition): value is FieldValue {
  switch (field.type) {
    case 'Edm.Boolean':
      return typeof value === 'boolean';
    case 'Edm.Decimal':
      return typeof value === 'number';
    case 'Edm.Int32':
      return Number.isInteger(value);
    case 'Edm.String':
    case 'Edm.Date':
    case 'Edm.DateTimeOffset':
    case 'Edm.Guid':
      return typeof value === 'string';
  }
}

function checkedValue(field: FieldDefinition, value: unknown): FieldValue {
  if (!isOfType(value, field)) {
    throw badRequest(`Cannot convert a value to target type '${field.type}' for property '${field.name}'.`);
  }
  if (field.options !== undefined && !field.options.includes(String(value))) {
    throw new ODataError(
      400,
      'Unknown',
      `'${value}' is not an option. The existing options are: ${field.options.join(',')}`,
    );
  }
  const { length } = String(value);
  if (field.maxLength !== undefined && length > field.maxLength) {
    throw new ODataError(
      400,
      'Application_StringExceededLength',
      `The length of the string is ${length}, but it must be less than or equal to ${field.maxLength} characters. ` +
        `Value: ${value}`,
    );
  }
  return value;
}

/** Values of a request body, each checked against its field. */
function valuesOf(
  body: string,
  { service, publishedName }: PublishedService,
  settable: readonly string[],
): ServiceValues {
  const values = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(bodyOf(body))) {
    if (name.startsWith('@')) {
      continue;
    }
    const field = service.fields.find((candidate) => candidate.name === name);
    if (field === undefined) {
      throw badRequest(
        `The property '${name}' does not exist on type 'NAV.${publishedName}'. ` +
          'Make sure to only use property names that are defined by the type.',
      );
    }
    if (!settable.includes(name)) {
      throw new ODataError(400, 'BadRequest_InvalidOperation', `Control '${name}' is read-only.`);
    }
    values.set(name, checkedValue(field, value));
  }
  return values;
}

/** 400 for a missing or malformed If-Match, and 409, not 412, for one that is stale. */
function checkEtag(ifMatch: string, { company, published }: RowsQuestion, row: ServiceRow): void {
  if (!isEtag(ifMatch)) {
    throw new ODataError(
      400,
      'BadRequest_InvalidToken',
      'Could not validate the client concurrency token required by the service. ' +
        'Please provide a valid token in the client request.',
    );
  }
  if (ifMatch !== '*' && ifMatch !== etagOfRow(company, published, row)) {
    throw new ODataError(409, 'Request_EntityChanged', 'Another user has already changed the record.');
  }
}

function keyText(value: FieldValue): string {
  return typeof value === 'string' ? `'${encodeURIComponent(value.replaceAll("'", "''"))}'` : String(value);
}

/** POST: 201 with the new row and its address. @throws ODataError */
export function insertAnswer(question: RowsQuestion, body: string): Answer {
  const { company, published, odataUrl } = question;
  const { changes } = published.service;
  if (changes?.insert === undefined) {
    throw methodNotAllowed('POST', published.publishedName);
  }
  const row = changes.insert(company, valuesOf(body, published, changes.insertable));
  const key = keyOf(published, row).map(keyText).join(',');
  const answer = rowAnswer(question, row, 201);
  const location = `${odataUrl}/${companyPath(company)}/${published.publishedName}(${key})`;
  return { ...answer, headers: { ...answer.headers, location } };
}

/** PATCH: needs If-Match; 200 with the changed row. @throws ODataError */
export function modifyAnswer(
  question: RowsQuestion,
  row: ServiceRow,
  body: string,
  ifMatch: string | undefined,
): Answer {
  const { company, published } = question;
  const { changes } = published.service;
  if (changes?.modify === undefined) {
    throw methodNotAllowed('PATCH', published.publishedName);
  }
  checkEtag(ifMatch ?? '', question, row);
  const changed = changes.modify(company, row, valuesOf(body, published, changes.modifiable));
  return rowAnswer(question, changed);
}

/** DELETE: 204; If-Match counts only where it is sent. @throws ODataError */
export function removeAnswer(question: RowsQuestion, row: ServiceRow, ifMatch: string | undefined): Answer {
  const { company, published } = question;
  const { changes } = published.service;
  if (changes?.remove === undefined) {
    throw methodNotAllowed('DELETE', published.publishedName);
  }
  if (ifMatch !== undefined) {
    checkEtag(ifMatch, question, row);
  }
  changes.remove(company, row);
  return emptyAnswer(204, { 'odata-version': '4.0' });
}
