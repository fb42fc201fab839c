import type { Now } from '../clock';
import { isRecord } from '../isRecord';
import { retryAfterSeconds } from '../outbound/retryAfter';
import type { OutboundAnswer, Send } from '../outbound/httpClient';
import type { ApplicationToken } from './applicationToken';
import { DataverseUnavailable } from './dataverseUnavailable';
import type { TicketRow } from './ticket';

/** A ticket's row, with the time at which Dataverse gave it. */
export interface FoundTicket {
  readonly row: TicketRow;
  /** Dataverse's own time, from its Date header; null where there was none. */
  readonly dataverseTime: number | null;
}

/** What Dataverse knows of a user. */
export interface SalesUser {
  readonly enabled: boolean;
  /** Ids of the roles, own and through teams, and of the roles that these were copied from. */
  readonly roleIds: readonly string[];
}

/** What the gateway asks of Dataverse, as its application user. Every method throws DataverseUnavailable. */
export interface Dataverse {
  /** Null: there is no such row. */
  readTicket(id: string): Promise<FoundTicket | null>;
  /** False: the row was gone already. */
  deleteTicket(id: string): Promise<boolean>;
  /** Null: there is no such user. */
  readUser(id: string): Promise<SalesUser | null>;
}

export interface DataverseParts {
  /** Address of the environment, without a trailing slash. */
  readonly url: string;
  readonly token: ApplicationToken;
  readonly send: Send;
  readonly now: Now;
}

const ticketColumns =
  'bcs_valuehash,createdon,modifiedon,_createdby_value,_modifiedby_value,_createdonbehalfby_value';

/** In each business unit a role is a copy; `parentrootroleid` is the role that the solution brought. */
const roleColumns = '$select=roleid,_parentrootroleid_value';

/**
 * Expanded lists may otherwise come from a cache that still has a role which was taken away (Microsoft Learn, "Join
 * tables using OData").
 */
const freshLists = { 'if-none-match': 'null' };

function textIn(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') {
    throw new DataverseUnavailable(`Dataverse gave no ${column}`);
  }
  return value;
}

function momentIn(row: Readonly<Record<string, unknown>>, column: string): number {
  const moment = Date.parse(textIn(row, column));
  if (Number.isNaN(moment)) {
    throw new DataverseUnavailable(`Dataverse gave no time as ${column}`);
  }
  return moment;
}

function ticketRow(row: Readonly<Record<string, unknown>>): TicketRow {
  const onBehalfBy = row['_createdonbehalfby_value'];
  return {
    valueHash: textIn(row, 'bcs_valuehash'),
    createdOn: momentIn(row, 'createdon'),
    modifiedOn: momentIn(row, 'modifiedon'),
    createdBy: textIn(row, '_createdby_value').toLowerCase(),
    modifiedBy: textIn(row, '_modifiedby_value').toLowerCase(),
    createdOnBehalfBy: typeof onBehalfBy === 'string' ? onBehalfBy.toLowerCase() : null,
  };
}

function rowsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || !value.every(isRecord)) {
    throw new DataverseUnavailable('Dataverse gave no list');
  }
  return value;
}

function idsOf(roles: unknown): readonly string[] {
  return rowsIn(roles).flatMap((role) =>
    [role['roleid'], role['_parentrootroleid_value']].filter((id) => typeof id === 'string'),
  );
}

function contentOf({ status, body }: OutboundAnswer): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = status === 200 ? JSON.parse(body) : null;
    if (isRecord(content)) {
      return content;
    }
  } catch {
    // Said below, with the status.
  }
  throw new DataverseUnavailable(`Dataverse answered ${status} and no JSON`);
}

/** Dataverse's Web API, as far as the gateway needs it. */
export function dataverseOf({ url, token, send, now }: DataverseParts): Dataverse {
  const sendOnce = async (
    method: 'GET' | 'DELETE',
    path: string,
    bearer: string,
  ): Promise<OutboundAnswer> => {
    const headers = {
      authorization: `Bearer ${bearer}`,
      accept: 'application/json',
      'odata-version': '4.0',
      'odata-maxversion': '4.0',
      ...(method === 'GET' ? freshLists : {}),
    };
    const request = { method, url: `${url}/api/data/v9.2/${path}`, headers };
    return send(request, new AbortController().signal).catch((failure: unknown) => {
      throw new DataverseUnavailable(`Dataverse: ${String(failure)}`);
    });
  };

  const ask = async (method: 'GET' | 'DELETE', path: string): Promise<OutboundAnswer> => {
    const bearer = await token.current();
    let answer = await sendOnce(method, path, bearer);
    if (answer.status === 401) {
      token.forget(bearer);
      answer = await sendOnce(method, path, await token.current());
    }
    if (answer.status !== 404 && (answer.status < 200 || answer.status > 299)) {
      throw new DataverseUnavailable(
        `Dataverse answered ${answer.status}`,
        retryAfterSeconds(answer.headers['retry-after'], now()),
      );
    }
    return answer;
  };

  return {
    readTicket: async (id) => {
      const answer = await ask('GET', `bcs_gatewaytickets(${id})?$select=${ticketColumns}`);
      if (answer.status === 404) {
        return null;
      }
      const date = Date.parse(answer.headers['date'] ?? '');
      return { row: ticketRow(contentOf(answer)), dataverseTime: Number.isNaN(date) ? null : date };
    },
    deleteTicket: async (id) => (await ask('DELETE', `bcs_gatewaytickets(${id})`)).status !== 404,
    readUser: async (id) => {
      const user = `systemusers(${id})`;
      // The roles of teams are asked for on their own: Dataverse does not expand many-to-many lists in one another.
      const [own, ofTeams] = await Promise.all([
        ask('GET', `${user}?$select=isdisabled&$expand=systemuserroles_association(${roleColumns})`),
        ask(
          'GET',
          `${user}/teammembership_association?$select=teamid&$expand=teamroles_association(${roleColumns})`,
        ),
      ]);
      if (own.status === 404 || ofTeams.status === 404) {
        return null;
      }
      const content = contentOf(own);
      const teams = rowsIn(contentOf(ofTeams)['value']);
      return {
        enabled: content['isdisabled'] === false,
        roleIds: [
          ...idsOf(content['systemuserroles_association']),
          ...teams.flatMap((team) => idsOf(team['teamroles_association'])),
        ],
      };
    },
  };
}
