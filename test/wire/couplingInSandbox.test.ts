import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import { pairs, type CouplableTable, type RecordKind } from '../../businessCentral/coupling/pairs';
import { integrationApplicationId } from '../../sandbox/dataverse/cronus/users';
import { createDataverse, type Dataverse } from '../../sandbox/dataverse/dataverse';
import { recordId } from '../../sandbox/identity';
import { startCronus, today, type Cronus } from './cronus';

let dataverse: Dataverse;
let server: FastifyInstance;
let cronus: Cronus;
let coupling: Coupling;

beforeAll(async () => {
  dataverse = createDataverse({ today });
  dataverse.seedCronus({ connection: null });
  server = fastify();
  await server.register(dataverse.routes);
  await server.listen({ port: 0, host: 'localhost' });
  const url = `http://localhost:${(server.server.address() as AddressInfo).port}`;
  const authorization = `Bearer ${dataverse.tokenFor(integrationApplicationId)}`;
  cronus = await startCronus({ dataverse: { url, headers: { authorization } } });
  coupling = companyCoupling(cronus.company());
});
afterAll(async () => {
  await cronus.server.close();
  server.server.closeAllConnections();
  await server.close();
});

interface Example {
  readonly kind: RecordKind;
  readonly table: CouplableTable;
  /** Row that is coupled from the start, and number of its record. */
  readonly coupled: readonly [key: string, recordNo: string];
  /** Row that can be coupled, what it is found by, and number of the record; null: not by hand. */
  readonly free: {
    readonly key: string;
    readonly recordNo: string;
    readonly number: string;
    readonly name: string;
    readonly email?: string;
    readonly synchronizes: 'toSales' | 'fromSales';
  } | null;
}

const examples: readonly Example[] = [
  {
    kind: 'customer',
    table: 'account',
    coupled: ['10000', '10000'],
    free: {
      key: '76000',
      recordNo: '76000',
      number: '',
      name: 'Fincher Architects',
      synchronizes: 'fromSales',
    },
  },
  {
    kind: 'vendor',
    table: 'account',
    coupled: ['vendor 10000', '10000'],
    free: {
      key: '81000',
      recordNo: '81000',
      number: '',
      name: 'Messenger',
      email: 'dispatch@consolidated.example',
      synchronizes: 'toSales',
    },
  },
  {
    kind: 'contact',
    table: 'contact',
    coupled: ['10000/Robert Townes', 'CT000002'],
    free: {
      key: '20000/Piers Morley',
      recordNo: 'CT000051',
      number: '',
      name: 'Piers Morley',
      synchronizes: 'fromSales',
    },
  },
  {
    kind: 'item',
    table: 'product',
    coupled: ['1896-S', '1896-S'],
    free: { key: 'LAMP-100', recordNo: 'LAMP-100', number: 'lamp-100', name: '', synchronizes: 'toSales' },
  },
  {
    kind: 'resource',
    table: 'product',
    coupled: ['LIFT', 'LIFT'],
    free: { key: 'FITTER', recordNo: 'FITTER', number: 'FITTER', name: '', synchronizes: 'toSales' },
  },
  {
    kind: 'salesperson',
    table: 'systemuser',
    coupled: ['Jim Olive', 'JO'],
    free: { key: 'Paolo Rossi', recordNo: 'PR', number: '', name: 'Paolo Rossi', synchronizes: 'fromSales' },
  },
  {
    kind: 'currency',
    table: 'transactioncurrency',
    coupled: ['EUR', 'EUR'],
    free: { key: 'SEK', recordNo: 'SEK', number: 'SEK', name: 'Swedish Krona', synchronizes: 'toSales' },
  },
  {
    kind: 'unitOfMeasure',
    table: 'uomschedule',
    coupled: ['PCS', 'PCS'],
    free: { key: 'PALLET', recordNo: 'PALLET', number: 'PALLET', name: '', synchronizes: 'toSales' },
  },
  {
    kind: 'unitGroup',
    table: 'uomschedule',
    coupled: ['PCS, SET of 4', 'ITEM 1900-S UOM GR'],
    free: {
      key: 'PCS, BAG of 48',
      recordNo: 'ITEM WRB-1000 UOM GR',
      number: 'WRB-1000',
      name: '',
      synchronizes: 'toSales',
    },
  },
  {
    kind: 'customerPriceGroup',
    table: 'pricelevel',
    coupled: ['RETAIL', 'RETAIL'],
    free: { key: 'WHOLESALE', recordNo: 'WHOLESALE', number: 'WHOLESALE', name: '', synchronizes: 'toSales' },
  },
  {
    kind: 'salesOrder',
    table: 'salesorder',
    coupled: ['ORD-05002', '101021'],
    free: { key: '101003', recordNo: '101003', number: '101003', name: '', synchronizes: 'toSales' },
  },
  {
    kind: 'opportunity',
    table: 'opportunity',
    coupled: ['OP100022', 'OP100022'],
    free: {
      key: 'OP100023',
      recordNo: 'OP100023',
      number: '',
      name: 'Swivel chair',
      synchronizes: 'fromSales',
    },
  },
  { kind: 'postedSalesInvoice', table: 'invoice', coupled: ['103002', '103002'], free: null },
];

function pairOf({ kind, table }: Example) {
  const pair = pairs.find((each) => each.kind === kind && each.table === table);
  if (pair === undefined) {
    throw new Error(`No pair of ${table} and ${kind}`);
  }
  return pair;
}

describe.each(examples.map((example) => [example.table, example.kind, example] as const))(
  '%s and %s',
  (table, _kind, example) => {
    const pair = pairOf(example);

    test('are shown as coupled, with their mapping and fields to compare', async () => {
      const [key, recordNo] = example.coupled;
      const state = await coupling.stateOf({ table, id: recordId(table, key) }, []);
      const found = state.couplings.find((each) => each.pair === pair);
      expect(found).toMatchObject({ recordNo, systemId: recordId(`bc:${pair.tableId}`, systemKey(example)) });
      expect(found?.recordName).not.toBe('');
      expect(state.mappings.get(pair)).toMatchObject({ name: pair.mapping });
      expect(state.missing).toEqual([]);
      const fields = found === undefined ? [] : await coupling.fieldsOf(found);
      expect(fields).not.toEqual([]);
    });

    test('are found, coupled, synchronized and uncoupled', async () => {
      const { free } = example;
      if (free === null) {
        return;
      }
      const record = { table, id: recordId(table, free.key) };
      const { number, name, email = '' } = free;
      const search = { text: '', record: { number, name, email } };
      const { candidates } = await coupling.candidatesOf(pair, search);
      expect(candidates[0]).toMatchObject({ recordNo: free.recordNo, isCoupled: false });

      const coupled = await coupling.couple(pair, record, free.recordNo, free.synchronizes);
      expect(coupled).toMatchObject({ kind: 'done', jobId: expect.any(String) as string });
      await cronus.server.jobs.idle();
      const job = await coupling.jobOf((coupled.kind === 'done' ? coupled.jobId : null) ?? '');
      expect(job).toMatchObject({ mapping: pair.mapping, kind: 'synchronization', errors: [] });

      const again = await coupling.candidatesOf(pair, search);
      expect(again.candidates[0]).toMatchObject({ recordNo: free.recordNo, isCoupled: true });
      expect(await coupling.uncouple(pair, record)).toMatchObject({ kind: 'done' });
      await cronus.server.jobs.idle();
      expect((await coupling.stateOf(record, [], { fresh: true })).couplings).toEqual([]);
    });
  },
);

/** What the id of the coupled record was made of. */
function systemKey({ kind, coupled: [, recordNo] }: Example): string {
  return kind === 'unitGroup' ? 'Item 1900-S' : recordNo;
}

test('an action that was done before the connection broke off is found out to be done', async () => {
  const record = { table: 'account', id: recordId('account', '75000') } as const;
  const { couplings } = await coupling.stateOf(record, []);
  const [found] = couplings;
  expect(found?.recordNo).toBe('75000');
  cronus.server.faults.set({ kind: 'reset' }, { service: 'CRMCoupling', times: 1 });
  const outcome = found && (await coupling.uncouple(found.pair, record));
  expect(outcome).toMatchObject({ kind: 'done' });
  await cronus.server.jobs.idle();
  expect((await coupling.stateOf(record, [], { fresh: true })).couplings).toEqual([]);
});
