import { badRequest } from '../dataverseError';
import { findManyToMany } from '../metadata/manyToMany';
import type { ManyToManyNavigation } from '../metadata/manyToMany';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import type { Associating } from '../service/associating';
import { idInKey, notAllowed, resourceNotFound } from './resourcePath';
import type { Segment } from './resourcePath';
import type { WebApiReply, WebApiRequest } from './webApiRequest';

/** What requests to `$ref` need. */
export interface ReferenceScope {
  readonly organization: Organization;
  readonly associating: Associating;
}

/** True for `systemusers(<id>)/systemuserroles_association/$ref` and its like. */
export function isReferenceRequest(rest: readonly Segment[]): boolean {
  return rest.at(-1)?.name === '$ref';
}

/**
 * Joins (POST with the other row's address) and parts (DELETE with the other row's key, or with its address in `$id`) rows of a
 * many-to-many relationship (Microsoft Learn, "Associate and disassociate table rows by using the Web API").
 * @param rest the path behind the row
 * @throws DataverseError 400, 403, 404, 405, 412
 */
export function requestToReference(
  { organization, associating }: ReferenceScope,
  request: WebApiRequest,
  table: Table,
  id: string,
  rest: readonly Segment[],
): WebApiReply {
  const [collection, ...more] = rest;
  const navigation =
    collection && more.length === 1
      ? findManyToMany(organization.metadata, table, collection.name)
      : undefined;
  if (!collection || !navigation) {
    throw resourceNotFound(collection?.name ?? '');
  }
  if (request.method === 'POST' && collection.key === null) {
    const other = idAt(navigation, addressIn(request.body));
    associating.associate(request.caller, table, id, navigation, other);
    return { status: 204, headers: {} };
  }
  if (request.method === 'DELETE') {
    const other =
      collection.key === null
        ? idAt(navigation, new URLSearchParams(request.query).get('$id') ?? '')
        : idInKey(collection.key, navigation.table.primaryId);
    associating.disassociate(request.caller, table, id, navigation, other);
    return { status: 204, headers: {} };
  }
  throw notAllowed(request);
}

function addressIn(body: unknown): string {
  const address = typeof body === 'object' && body !== null && '@odata.id' in body ? body['@odata.id'] : '';
  return typeof address === 'string' ? address : '';
}

/** The id in a row's whole address. @throws DataverseError 400 where it is none of the relationship's other table */
function idAt({ table }: ManyToManyNavigation, address: string): string {
  const match = /^https?:\/\/[^/]+\/api\/data\/v9\.\d\/(\w+)\(([^()]+)\)$/.exec(address);
  if (!match || match[1] !== table.entitySet) {
    throw badRequest(
      `The entity reference link must be the absolute address of a row of '${table.entitySet}', as in ` +
        `[Organization URI]/api/data/v9.2/${table.entitySet}(<id>).`,
    );
  }
  return idInKey(match[2] ?? '', table.primaryId);
}
