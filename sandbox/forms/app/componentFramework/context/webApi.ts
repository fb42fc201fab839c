import { createRow, DataverseError, request, rowsOf } from '../../dataverse/request';
import type { Tables } from '../../dataverse/tables';

/** What the platform rejects with where the Web API refuses. */
interface WebApiFailure {
  readonly errorCode: number;
  readonly code: number;
  readonly message: string;
  readonly title: string;
  readonly raw: string;
}

/** Dataverse's codes are signed numbers of 32 bits; clients get them unsigned: `0x80040217` is 2147746327. */
function failureOf(failure: unknown): unknown {
  if (!(failure instanceof DataverseError)) {
    return failure;
  }
  const code = failure.code === '' ? failure.status : Number.parseInt(failure.code, 16);
  const rejection: WebApiFailure = {
    errorCode: code,
    code,
    message: failure.message,
    title: failure.message,
    raw: failure.raw,
  };
  return rejection;
}

/** Lets a refusal of the Web API be what the platform rejects with. */
export async function withFailuresOfThePlatform<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (failure) {
    throw failureOf(failure);
  }
}

function plainId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** `context.webAPI`, which works as the signed-in user, whatever form the control sits on. */
export function webApiOf(tables: Tables): ComponentFramework.WebApi {
  async function pathOf(table: string, id: string): Promise<string> {
    return `${await tables.entitySetOf(table)}(${plainId(id)})`;
  }

  return {
    createRecord: (entityType, data) =>
      withFailuresOfThePlatform(async () => {
        return { id: await createRow(await tables.entitySetOf(entityType), data), entityType };
      }),

    deleteRecord: (entityType, id) =>
      withFailuresOfThePlatform(async () => {
        await request(await pathOf(entityType, id), { method: 'DELETE' });
        return { id: plainId(id), entityType };
      }),

    updateRecord: (entityType, id, data) =>
      withFailuresOfThePlatform(async () => {
        await request(await pathOf(entityType, id), { method: 'PATCH', body: data, mustExist: true });
        return { id: plainId(id), entityType };
      }),

    retrieveRecord: (entityType, id, options = '') =>
      withFailuresOfThePlatform(async () => request((await pathOf(entityType, id)) + options)),

    retrieveMultipleRecords: (entityType, options = '', maxPageSize = 5000) =>
      withFailuresOfThePlatform(async () => {
        const answer = await request((await tables.entitySetOf(entityType)) + options, {
          pageSize: maxPageSize,
        });
        const nextLink = answer['@odata.nextLink'];
        return {
          entities: [...rowsOf(answer)],
          // Typed as a text, yet absent on the last page.
          ...(typeof nextLink === 'string' ? { nextLink } : {}),
        } as ComponentFramework.WebApi.RetrieveMultipleResponse;
      }),
  };
}
