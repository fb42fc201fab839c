import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { replacing } from './solutionFixture';
import type { SolutionParts } from './solutionFixture';
import { today } from './testOrganization';

export const ada = recordId('systemuser', 'Ada Admin');
export const sara = recordId('systemuser', 'Sara Andersson');

/** An environment with the rows of CRONUS, into which solutions come and from which they go. */
export interface SolutionWorld {
  readonly dataverse: Dataverse;
  readonly server: FastifyInstance;
  /** Asks the Web API as a user. */
  readonly ask: (
    userId: string,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
  ) => Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** How many rows the table of the test solution has. */
  readonly gadgets: () => number;
  readonly makeGadget: (name: string) => Promise<void>;
}

export async function startSolutionWorld(): Promise<SolutionWorld> {
  const dataverse = createDataverse({ today });
  dataverse.seedCronus({ connection: null });
  const server = fastify();
  await server.register(dataverse.routes);
  const ask: SolutionWorld['ask'] = async (userId, method, path, payload) => {
    const answer = await server.inject({
      method,
      url: `/api/data/v9.2/${path}`,
      headers: { cookie: `sandboxUser=${userId}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? {} : answer.json<Record<string, unknown>>(),
    };
  };
  return {
    dataverse,
    server,
    ask,
    gadgets: () => dataverse.rows.count('tst_gadget'),
    makeGadget: async (name) => {
      expect((await ask(ada, 'POST', 'tst_gadgets', { tst_name: name })).status).toBe(204);
    },
  };
}

/** A solution, of another version. */
export function version(parts: SolutionParts, number: string): SolutionParts {
  return replacing(parts, 'solution.xml', '<Version>1.2.0.0<', `<Version>${number}<`);
}
