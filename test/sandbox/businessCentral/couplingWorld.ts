import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { BusinessCentralOptions } from '../../../sandbox/businessCentral/options';
import { integrationApplicationId } from '../../../sandbox/dataverse/cronus/users';
import { createDataverse, type Dataverse } from '../../../sandbox/dataverse/dataverse';
import type { Row as DataverseRow } from '../../../sandbox/dataverse/rows/row';
import { recordId } from '../../../sandbox/identity';
import { errorOf, startCaller, today, type Caller, type Reply, type Row } from './caller';

export const noJob = '00000000-0000-0000-0000-000000000000';

/** Both sandboxes over real sockets, Business Central connected to Dataverse. */
export interface CouplingWorld {
  readonly caller: Caller;
  readonly dataverse: Dataverse;
  readonly dataverseUrl: string;
  /** Calls a procedure of the companion's codeunit. */
  call(procedure: string, parameters: Readonly<Record<string, unknown>>): Promise<Reply>;
  /** The text that a procedure gives back. @throws Error where it refuses */
  value(procedure: string, parameters: Readonly<Record<string, unknown>>): Promise<string>;
  /** Calls a procedure, waits for its job and gives the job's row. @throws Error where there is none */
  job(procedure: string, parameters: Readonly<Record<string, unknown>>): Promise<Row>;
  /** What a procedure refuses with. */
  refusal(procedure: string, parameters: Readonly<Record<string, unknown>>): Promise<string>;
  /** Errors of a job. */
  errors(job: Row): Promise<readonly string[]>;
  /** Coupling of a row in Dataverse with a table; undefined: there is none. */
  coupling(table: string, key: string, tableId: number): Promise<Row | undefined>;
  /** One row of a service of CRONUS. */
  one(service: string, filter: string): Promise<Row>;
  systemId(tableId: number, recordNo: string): Promise<string>;
  /** A row of Dataverse, as it is kept. */
  row(table: string, key: string): DataverseRow;
  /** Changes a row of Dataverse as somebody else than the integration user would. */
  change(table: string, key: string, changes: DataverseRow): void;
  close(): Promise<void>;
}

function withoutCorrelation(message: string): string {
  return message.replace(/ +CorrelationId:.*$/, '');
}

export async function startCouplingWorld(
  options: Partial<BusinessCentralOptions> = {},
): Promise<CouplingWorld> {
  const dataverse = createDataverse({ today });
  dataverse.seedCronus({ connection: null });
  const server = fastify();
  await server.register(dataverse.routes);
  await server.listen({ port: 0, host: 'localhost' });
  const url = `http://localhost:${(server.server.address() as AddressInfo).port}`;
  const authorization = `Bearer ${dataverse.tokenFor(integrationApplicationId)}`;
  const caller = await startCaller({ dataverse: { url, headers: { authorization } }, ...options });

  const call: CouplingWorld['call'] = (procedure, parameters) =>
    caller.ask(`/CRMCoupling_${procedure}?company=CRONUS%20International%20Ltd.`, {
      method: 'POST',
      body: JSON.stringify(parameters),
    });
  const value: CouplingWorld['value'] = async (procedure, parameters) => {
    const reply = await call(procedure, parameters);
    if (reply.status !== 200) {
      throw new Error(`${reply.status} ${reply.text}`);
    }
    return (JSON.parse(reply.text) as { value: string }).value;
  };
  const one: CouplingWorld['one'] = async (service, filter) => {
    const [row] = await caller.rows(service, `$filter=${filter}`);
    if (row === undefined) {
      throw new Error(`No ${service} where ${filter}`);
    }
    return row;
  };
  return {
    caller,
    dataverse,
    dataverseUrl: url,
    call,
    value,
    one,
    job: async (procedure, parameters) => {
      const id = await value(procedure, parameters);
      await caller.businessCentral.jobs.idle();
      return one('IntegrationSynchJobs', `Job_Queue_Entry_ID eq ${id}`);
    },
    refusal: async (procedure, parameters) => {
      const reply = await call(procedure, parameters);
      if (reply.status !== 400) {
        throw new Error(`${reply.status} ${reply.text}`);
      }
      return withoutCorrelation(errorOf(reply).message);
    },
    errors: async (job) => {
      const rows = await caller.rows(
        'IntegrationSynchErrors',
        `$filter=Integration_Synch_Job_ID eq ${String(job['ID'])}`,
      );
      return rows.map((row) => String(row['Error_Message']));
    },
    coupling: async (table, key, tableId) => {
      const rows = await caller.rows(
        'CRMIntegrationRecords',
        `$filter=CRM_ID eq ${recordId(table, key)} and Table_ID eq ${tableId}`,
      );
      return rows[0];
    },
    systemId: (tableId, recordNo) => value('SystemIdOf', { tableId, recordNo }),
    row: (table, key) => dataverse.rows.get(table, recordId(table, key)) ?? {},
    change: (table, key, changes) => {
      const id = recordId(table, key);
      dataverse.rows.put(table, id, { ...dataverse.rows.get(table, id), ...changes });
    },
    close: async () => {
      await caller.businessCentral.close();
      server.server.closeAllConnections();
      await server.close();
    },
  };
}
