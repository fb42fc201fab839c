import fastify, { type FastifyInstance } from 'fastify';
import type { Associations, RowReference, WritingWebApi } from '../../sales/administration/types';
import { createDataverse, type Dataverse } from '../../sandbox/dataverse/dataverse';
import type { ConnectionSeed } from '../../sandbox/dataverse/cronus/seedCronus';
import { recordId } from '../../sandbox/identity';
import { packSolution } from '../../solution/packer/packSolution';
import { goodInput } from '../package/solutionFixtures';
import { today } from './cronus';

/** The small Dataverse with our solution, on a port of its own. */
export interface AdministrationWorld {
  readonly dataverse: Dataverse;
  readonly origin: string;
  /** `Xrm.WebApi` of a user, over sockets. */
  webApiOf(userName: string): WritingWebApi;
  associationsOf(userName: string): Associations;
  close(): Promise<void>;
}

export async function startAdministrationWorld(
  connection: ConnectionSeed = {
    gatewayUrl: 'https://gateway.example',
    webClientUrl: 'https://bc.example/BC',
  },
): Promise<AdministrationWorld> {
  const dataverse = createDataverse({ today });
  dataverse.importSolution(packSolution(goodInput).unmanaged);
  dataverse.seedCronus({ connection });
  const server: FastifyInstance = fastify();
  await server.register(dataverse.routes);
  const origin = `http://localhost:${new URL(await server.listen({ port: 0, host: 'localhost' })).port}`;
  const root = `${origin}/api/data/v9.2/`;
  const setOf = (table: string) => dataverse.organization.table(table).entitySet;

  const asking =
    (userName: string) =>
    async (path: string, method = 'GET', row?: object, headers = {}) => {
      const response = await fetch(path.startsWith('http') ? path : `${root}${path}`, {
        method,
        headers: {
          cookie: `sandboxUser=${recordId('systemuser', userName)}`,
          ...(row === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(row === undefined ? {} : { body: JSON.stringify(row) }),
      });
      if (!response.ok) {
        const { error } = (await response.json()) as { error: { code: string; message: string } };
        throw Object.assign(new Error(error.message), { errorCode: Number.parseInt(error.code, 16) });
      }
      return response;
    };

  const webApiOf = (userName: string): WritingWebApi => {
    const ask = asking(userName);
    return {
      createRecord: async (table, row: object) => {
        const made = await ask(setOf(table), 'POST', row);
        const id = /\((.*)\)/.exec(made.headers.get('odata-entityid') ?? '')?.[1] ?? '';
        return { id, entityType: table };
      },
      updateRecord: async (table, id, row: object) => {
        await ask(`${setOf(table)}(${id})`, 'PATCH', row);
        return { id, entityType: table };
      },
      deleteRecord: async (table, id) => {
        await ask(`${setOf(table)}(${id})`, 'DELETE');
        return { id, entityType: table };
      },
      retrieveRecord: async (table, id, options = '') =>
        (await (await ask(`${setOf(table)}(${id})${options}`)).json()) as ComponentFramework.WebApi.Entity,
      retrieveMultipleRecords: async (table, options = '', size) => {
        const prefer = { Prefer: `odata.maxpagesize=${size ?? 5000}` };
        const answer = await ask(`${setOf(table)}${options}`, 'GET', undefined, prefer);
        const { value, '@odata.nextLink': nextLink } = (await answer.json()) as {
          value: ComponentFramework.WebApi.Entity[];
          '@odata.nextLink'?: string;
        };
        return (nextLink === undefined ? { entities: value } : { entities: value, nextLink }) as never;
      },
    };
  };

  const address = ({ table, id }: RowReference) => `${setOf(table)}(${id})`;
  const associationsOf = (userName: string): Associations => {
    const ask = asking(userName);
    return {
      associate: async (target, relationship, related) => {
        const body = { '@odata.id': `${root}${address(related)}` };
        await ask(`${address(target)}/${relationship}/$ref`, 'POST', body);
      },
      disassociate: async (target, relationship, related) => {
        await ask(`${address(target)}/${relationship}(${related.id})/$ref`, 'DELETE');
      },
    };
  };

  return { dataverse, origin, webApiOf, associationsOf, close: () => server.close() };
}
