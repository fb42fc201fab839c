import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rolesOfTheSolution } from '../../gateway/admission/roles';

/** A role as a user or a team holds it. */
export interface HeldRole {
  readonly roleid: string;
  readonly _parentrootroleid_value: string;
}

export interface StandInUser {
  readonly roles: readonly HeldRole[];
  /** Roles of each team that the user is in. */
  readonly teams: readonly (readonly HeldRole[])[];
  readonly disabled: boolean;
}

export interface StandInTicket {
  readonly bcs_valuehash: string;
  readonly createdon: string;
  readonly modifiedon: string;
  readonly _createdby_value: string;
  readonly _modifiedby_value: string;
  readonly _createdonbehalfby_value: string | null;
}

export interface Ticket {
  readonly id: string;
  readonly value: string;
}

export type DataverseFault = 'down' | 'throttled' | 'failing' | null;

/** A small, strict Dataverse: exactly the requests of docs/gateway.md, by its application user, and nothing else. */
export interface DataverseStandIn {
  readonly url: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: Map<string, StandInUser>;
  readonly tickets: Map<string, StandInTicket>;
  /** Method and path of what came. */
  readonly requests: string[];
  /** Every token that the token endpoint has issued. */
  readonly issuedTokens: string[];
  fault: DataverseFault;
  /** Dataverse's clock, milliseconds since 1970. */
  now: () => number;
  /** Seconds for which the tokens of the application user are valid. */
  tokenSeconds: number;
  /** Held back until it resolves, so that two exchanges are at the same point. */
  beforeDelete: () => Promise<void>;
  revokeTokens(): void;
  createTicket(userId: string, changes?: Partial<StandInTicket>): Ticket;
  close(): Promise<void>;
}

/** The role itself, in the business unit at the root. */
export function rootRole(name: keyof typeof rolesOfTheSolution): HeldRole {
  const { id } = rolesOfTheSolution[name];
  return { roleid: id, _parentrootroleid_value: id };
}

/** The role's copy in another business unit. */
export function copiedRole(name: keyof typeof rolesOfTheSolution): HeldRole {
  return { roleid: randomUUID(), _parentrootroleid_value: rolesOfTheSolution[name].id };
}

export function otherRole(): HeldRole {
  const id = randomUUID();
  return { roleid: id, _parentrootroleid_value: id };
}

const roleColumns = '$select=roleid,_parentrootroleid_value';
const ticketQuery =
  '$select=bcs_valuehash,createdon,modifiedon,_createdby_value,_modifiedby_value,_createdonbehalfby_value';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

export async function startDataverse(): Promise<DataverseStandIn> {
  let validTokens = new Map<string, number>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const standIn: DataverseStandIn = {
    url,
    tokenEndpoint: `${url}/tenant/oauth2/v2.0/token`,
    clientId: randomUUID(),
    clientSecret: randomBytes(24).toString('base64url'),
    users: new Map(),
    tickets: new Map(),
    requests: [],
    issuedTokens: [],
    fault: null,
    now: Date.now,
    tokenSeconds: 3600,
    beforeDelete: () => Promise.resolve(),
    revokeTokens: () => {
      validTokens = new Map();
    },
    createTicket: (userId, changes = {}) => {
      const id = randomUUID();
      const value = randomBytes(32);
      const createdon = new Date(Math.floor(standIn.now() / 1000) * 1000).toISOString();
      standIn.tickets.set(id, {
        bcs_valuehash: createHash('sha256').update(value).digest('hex'),
        createdon,
        modifiedon: createdon,
        _createdby_value: userId,
        _modifiedby_value: userId,
        _createdonbehalfby_value: null,
        ...changes,
      });
      return { id, value: value.toString('hex') };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  const send = (response: ServerResponse, status: number, content?: unknown, headers = {}): void => {
    response
      .writeHead(status, {
        date: new Date(standIn.now()).toUTCString(),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      })
      .end(content === undefined ? undefined : JSON.stringify(content));
  };

  const answerToken = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await bodyOf(request));
    const right =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === standIn.clientId &&
      form.get('client_secret') === standIn.clientSecret &&
      form.get('scope') === `${url}/.default`;
    if (!right) {
      send(response, 401, { error: 'invalid_client' });
      return;
    }
    const token = randomBytes(24).toString('base64url');
    validTokens.set(token, standIn.now() + standIn.tokenSeconds * 1000);
    standIn.issuedTokens.push(token);
    send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: standIn.tokenSeconds });
  };

  const answerTicket = async (method: string, id: string, query: string, response: ServerResponse) => {
    if (method === 'DELETE' && query === '') {
      await standIn.beforeDelete();
      send(response, standIn.tickets.delete(id) ? 204 : 404);
      return;
    }
    const row = standIn.tickets.get(id);
    if (method !== 'GET' || query !== ticketQuery) {
      send(response, 400);
    } else {
      send(response, row === undefined ? 404 : 200, row);
    }
  };

  const answerUser = (id: string, rest: string, query: string, response: ServerResponse): void => {
    const user = standIn.users.get(id);
    if (user === undefined) {
      send(response, 404);
    } else if (
      rest === '' &&
      query === `$select=isdisabled&$expand=systemuserroles_association(${roleColumns})`
    ) {
      send(response, 200, { isdisabled: user.disabled, systemuserroles_association: user.roles });
    } else if (
      rest === '/teammembership_association' &&
      query === `$select=teamid&$expand=teamroles_association(${roleColumns})`
    ) {
      send(response, 200, {
        value: user.teams.map((roles) => ({ teamid: randomUUID(), teamroles_association: roles })),
      });
    } else {
      send(response, 400);
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: address = '' } = request;
    standIn.requests.push(`${method} ${address.split('?')[0] ?? ''}`);
    switch (standIn.fault) {
      case 'down':
        request.socket.destroy();
        return;
      case 'throttled':
        send(response, 429, undefined, { 'retry-after': '7' });
        return;
      case 'failing':
        send(response, 500, { error: { code: '0x80040216', message: 'An unexpected error occurred.' } });
        return;
      case null:
    }
    if (address === '/tenant/oauth2/v2.0/token' && method === 'POST') {
      await answerToken(request, response);
      return;
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if ((validTokens.get(bearer) ?? 0) <= standIn.now()) {
      send(response, 401);
      return;
    }
    const [path = '', query = ''] = address.split('?');
    const ticket = /^\/api\/data\/v9\.2\/bcs_gatewaytickets\(([0-9a-f-]{36})\)$/.exec(path);
    const user = /^\/api\/data\/v9\.2\/systemusers\(([0-9a-f-]{36})\)(\/\w+)?$/.exec(path);
    if (ticket?.[1] !== undefined) {
      await answerTicket(method, ticket[1], query, response);
    } else if (user?.[1] !== undefined && method === 'GET') {
      answerUser(user[1], user[2] ?? '', query, response);
    } else {
      send(response, 400);
    }
  };

  return standIn;
}
