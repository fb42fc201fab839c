import fastify from 'fastify';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { validSolution, zipped } from './solutionFixture';

export const today = '2026-11-20';

/** A JSON object out of an answer. */
export type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Empty when the answer has no body. */
  readonly body: Json;
  /** `value` of the body. */
  readonly rows: readonly Json[];
  /** `error` of the body. */
  readonly error: { readonly code?: string; readonly message?: string };
}

/** Asks the Web API as one user. */
export interface Client {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface TestOrganization {
  readonly dataverse: Dataverse;
  /** Puts rows, roles of users and customizations back as they were at the start. */
  reset(): void;
  as(userName: string): Client;
}

/** A path with its query options encoded, whatever they hold; the client encodes no further what is encoded here. */
export function withOptions(path: string, options: Readonly<Record<string, string>>): string {
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `http://localhost/api/data/v9.2/${path}?${query.join('&')}`;
}

export const allAnnotations = { Prefer: 'odata.include-annotations="*"' };

/** CRONUS with the test solution imported, without a connection to Business Central. */
export async function testOrganization(): Promise<TestOrganization> {
  const dataverse = createDataverse({ today });
  dataverse.importSolution(zipped(validSolution));
  dataverse.seedCronus({ connection: null });
  const server = fastify();
  await server.register(dataverse.routes);
  const ask = async (
    userName: string,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ): Promise<Answer> => {
    const answer = await server.inject({
      method,
      // A next link is a whole address.
      url: path.startsWith('http')
        ? path.replace(/^https?:\/\/[^/]+/, '')
        : `/api/data/v9.2/${encodeURI(path)}`,
      headers: {
        ...headers,
        cookie: `sandboxUser=${recordId('systemuser', userName)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const json = (answer.body === '' ? {} : JSON.parse(answer.body)) as Partial<Pick<Answer, 'error'>> & {
      readonly value?: readonly Json[];
    };
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json,
      rows: json.value ?? [],
      error: json.error ?? {},
    };
  };
  return {
    dataverse,
    reset: resetting(dataverse),
    as: (userName) => ({
      get: (path, headers) => ask(userName, 'GET', path, headers),
      post: (path, body, headers) => ask(userName, 'POST', path, headers, body),
      patch: (path, body, headers) => ask(userName, 'PATCH', path, headers, body),
      delete: (path, headers) => ask(userName, 'DELETE', path, headers),
    }),
  };
}

function resetting({ rows, users, organization }: Dataverse): () => void {
  const restoreRows = rows.checkpoint();
  const { customizations } = organization;
  const before = users.list();
  return () => {
    for (const user of users.list()) {
      user.roles.forEach((role) => users.removeRole(user.id, role));
    }
    restoreRows();
    organization.customizations = customizations;
    for (const user of before) {
      user.roles.forEach((role) => users.assignRole(user.id, role));
    }
  };
}
