import { request, serviceRoot } from '../dataverse/request';
import type { Tables } from '../dataverse/tables';

/** A row as requests of the client API name it. */
interface EntityReference {
  readonly entityType: string;
  readonly id: string;
}

/** What `getMetadata()` of a request says (Microsoft Learn, "online.execute"). */
interface RequestMetadata {
  readonly boundParameter?: string | null;
  readonly parameterTypes: Readonly<Record<string, unknown>>;
  readonly operationType: number;
  readonly operationName: string;
}

/** Microsoft Learn, "Associate and disassociate" under `online.execute`. */
export interface AssociateRequest {
  getMetadata(): RequestMetadata;
  readonly target: EntityReference;
  readonly relationship: string;
  readonly relatedEntities: readonly EntityReference[];
}

export interface DisassociateRequest {
  getMetadata(): RequestMetadata;
  readonly target: EntityReference;
  readonly relationship: string;
  readonly relatedEntityId: string;
}

/** What `online.execute` resolves to: a response of HTTP, without a body for the requests that this page knows. */
export type ExecuteResponse = Pick<Response, 'ok' | 'status' | 'statusText'>;

/** Create, retrieve, update, delete and their like, as against actions (0) and functions (1). */
const crudOperation = 2;

const noContent: ExecuteResponse = { ok: true, status: 204, statusText: 'No Content' };

function plainId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/**
 * Sends a request of `Xrm.WebApi.online.execute`: Associate and Disassociate over `$ref` (Microsoft Learn, "Associate and
 * disassociate table rows by using the Web API").
 * @throws DataverseError where the Web API refuses; Error for a request that this page does not know
 */
export async function execute(
  tables: Tables,
  asked: AssociateRequest | DisassociateRequest,
): Promise<ExecuteResponse> {
  const { operationType, operationName } = asked.getMetadata();
  const addressOf = async ({ entityType, id }: EntityReference): Promise<string> =>
    `${await tables.entitySetOf(entityType)}(${plainId(id)})`;
  const target = await addressOf(asked.target);
  if (operationType === crudOperation && operationName === 'Associate' && 'relatedEntities' in asked) {
    for (const related of asked.relatedEntities) {
      const address = new URL(await addressOf(related), new URL(serviceRoot, location.origin)).href;
      await request(`${target}/${asked.relationship}/$ref`, {
        method: 'POST',
        body: { '@odata.id': address },
        withoutAnswer: true,
      });
    }
    return noContent;
  }
  if (operationType === crudOperation && operationName === 'Disassociate' && 'relatedEntityId' in asked) {
    await request(`${target}/${asked.relationship}(${plainId(asked.relatedEntityId)})/$ref`, {
      method: 'DELETE',
    });
    return noContent;
  }
  throw new Error(`The sandbox cannot execute ${operationName}.`);
}
