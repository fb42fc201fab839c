import type { FastifyPluginCallback } from 'fastify';
import type { Dataverse } from '../dataverse/dataverse';
import { callerOf } from '../dataverse/http/session';
import { privilegeVerbs, type Table } from '../dataverse/metadata/table';
import { Access } from '../dataverse/security/access';
import { privilegeDepths } from '../dataverse/security/privileges';
import type { Caller } from '../dataverse/security/caller';

/** How far each privilege of a caller on a table reaches, as PCF counts: 0 own rows … 3 organization. */
function reachesOf(access: Access, caller: Caller, table: Table): Readonly<Record<string, number>> {
  return Object.fromEntries(
    privilegeVerbs.flatMap((verb) => {
      const depth = access.depth(caller, verb, table);
      return depth === null ? [] : [[verb, privilegeDepths.indexOf(depth)]];
    }),
  );
}

/**
 * `GET /sandbox/session`: who is signed in, and what the user's roles allow. The real client learns this from the
 * platform when it starts, by no public interface.
 */
export function sessionRoute(dataverse: Dataverse, defaultUserId: string): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get('/sandbox/session', (request, reply) => {
      const caller = callerOf(request, dataverse.users, () => defaultUserId);
      if (caller === null) {
        return reply.code(401).send();
      }
      const access = new Access(dataverse.organization, dataverse.rows);
      const { tables } = dataverse.organization.metadata;
      return {
        userId: caller.userId,
        roles: caller.roles.map(({ id, name }) => ({ id, name })),
        privileges: Object.fromEntries(
          tables.map((table) => [table.logicalName, reachesOf(access, caller, table)]),
        ),
      };
    });
    done();
  };
}
