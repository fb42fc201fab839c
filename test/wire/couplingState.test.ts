import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { Prerequisite } from '../../businessCentral/coupling/types';
import type { Request } from '../../businessCentral/odata/transport';
import { account, clientFor, couplingOf, job, jobRow, systemId } from './scriptedCoupling';
import { batchOf, refusal, rows } from './scriptedServer';

const owner: Prerequisite = {
  part: 'owner',
  record: { table: 'systemuser', id: '22222222-2222-4222-8222-222222222222' },
  name: 'Jim',
};
const [customer, vendor] = pairsOf('account');

/** A row of a version that lacks a field. */
function without(row: object, field: string): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
}

const mappings = rows(
  {
    Name: 'CUSTOMER',
    Direction: 'Bidirectional',
    Synch_Only_Coupled_Records: true,
    Dependency_Filter: 'SALESPEOPLE|CURRENCY',
  },
  {
    Name: 'VENDOR',
    Direction: 'To Integration Table',
    Synch_Only_Coupled_Records: false,
    Dependency_Filter: '',
  },
);

/** Owners are coupled to salespeople, whose table is no account's. */
const couplingOfOwner = couplingOf({ CRM_ID: owner.record.id, Table_ID: 13, Record_No: 'JO' });

const operationsIn = ({ body }: Request): number => (body as { requests: unknown[] }).requests.length;

describe('the state of a record', () => {
  it('is one request: its couplings, its mappings, their jobs, and the couplings of its prerequisites', async () => {
    const { coupling, requests } = clientFor(batchOf(rows(couplingOf()), mappings, rows(jobRow())));
    const state = await coupling.stateOf(account, [owner]);
    expect(requests).toHaveLength(1);
    expect(state).toMatchObject({
      couplings: [
        {
          pair: { kind: 'customer' },
          systemId,
          recordNo: '10000',
          recordName: 'Adatum Corporation',
          toSales: { result: 'success', at: Date.UTC(2026, 10, 19, 10) },
          fromSales: { result: 'none', at: null },
          skipped: false,
        },
      ],
      uncoupledPrerequisites: [owner],
      jobsUnderWay: [{ id: job, finishedAt: null }],
      missing: [],
    });
    expect(state.mappings.get(customer!)).toMatchObject({
      direction: 'bidirectional',
      dependsOn: ['SALESPEOPLE', 'CURRENCY'],
    });
    expect(state.mappings.get(vendor!)).toMatchObject({ direction: 'toSales', onlyCoupledRecords: false });
  });

  it('says of each direction when its own job ended', async () => {
    const { coupling } = clientFor(
      batchOf(
        rows(
          couplingOf({
            Last_Synch_Result: 'Success',
            Last_Synch_Job_Finished: '2026-11-18T09:00:00Z',
            Last_Synch_Modified_On: '2026-11-19T09:59:00Z',
            Last_Synch_CRM_Modified_On: '2026-11-19T09:59:00Z',
          }),
        ),
        mappings,
        rows(),
      ),
    );
    const { couplings } = await coupling.stateOf(account, []);
    expect(couplings[0]).toMatchObject({
      fromSales: { result: 'success', at: Date.UTC(2026, 10, 18, 9) },
      toSales: { result: 'success', at: Date.UTC(2026, 10, 19, 10) },
    });
  });

  it('says no time where this companion has no end of the jobs', async () => {
    const older = without(couplingOf(), 'Last_Synch_CRM_Job_Finished');
    const { coupling } = clientFor(batchOf(rows(older), mappings, rows()));
    const { couplings } = await coupling.stateOf(account, []);
    expect(couplings[0]?.toSales).toEqual({ result: 'success', at: null });
  });

  it('has the jobs of this record only, not those of others nor of the whole mapping', async () => {
    const others = [systemId, '00000000-0000-0000-0000-000000000000'];
    const unsaid = without(jobRow(), 'CRM_ID');
    const { coupling } = clientFor(
      batchOf(rows(), mappings, rows(...others.map((id) => jobRow({ CRM_ID: id })), unsaid)),
    );
    expect((await coupling.stateOf(account, [])).jobsUnderWay).toEqual([]);
  });

  it('has no job that began a day ago: it broke off, and nobody will enter its end', async () => {
    const { coupling, requests, clock } = clientFor(batchOf(rows(), mappings, rows()));
    await coupling.stateOf(account, []);
    const since = new Date(clock.now() - 24 * 3_600_000).toISOString().replace('.000', '');
    const asked = (requests[0]?.body as { requests: { url: string }[] }).requests.map(({ url }) =>
      decodeURIComponent(url),
    );
    expect(asked.join('\n')).toContain(`Start_Date_Time ge ${since}`);
  });

  it('leaves out what this Business Central does not say, and names it', async () => {
    const notThere = refusal(404, 'BadRequest_NotFound');
    const { coupling } = clientFor(batchOf(rows(couplingOfOwner), notThere, notThere));
    const state = await coupling.stateOf(account, [owner]);
    expect(state).toMatchObject({ couplings: [], uncoupledPrerequisites: [], jobsUnderWay: [] });
    expect([...state.mappings.values()]).toEqual([null, null]);
    expect(state.missing.map(({ service, error }) => [service, error.code])).toEqual([
      ['IntegrationTableMappings', 'serviceNotPublished'],
      ['IntegrationSynchJobs', 'serviceNotPublished'],
    ]);
  });

  it('is unknown where the couplings are: nobody shall couple a second time because of that', async () => {
    const { coupling } = clientFor(batchOf(refusal(404, ''), mappings, rows()));
    await expect(coupling.stateOf(account, [])).rejects.toMatchObject({
      code: 'serviceNotPublished',
      details: { service: 'CRMIntegrationRecords' },
    });
    const unreadable = clientFor(batchOf(rows(couplingOf({ Integration_ID: 7 })), mappings, rows()));
    await expect(unreadable.coupling.stateOf(account, [])).rejects.toMatchObject({
      code: 'unreadableAnswer',
    });
  });

  it('knows that the local currency is no record', async () => {
    const euro: Prerequisite = {
      part: 'currency',
      record: { table: 'transactioncurrency', id: '55555555-5555-4555-8555-555555555555' },
      name: 'EUR',
    };
    const { coupling, requests } = clientFor(
      batchOf(rows(), mappings, rows(), rows({ LCY_Code: 'EUR' })),
      batchOf(rows(), mappings, rows()),
    );
    expect((await coupling.stateOf(account, [euro])).uncoupledPrerequisites).toEqual([]);
    const another = { ...account, id: systemId };
    expect((await coupling.stateOf(another, [euro])).uncoupledPrerequisites).toEqual([]);
    // It is the company's, and is not asked for again.
    expect(requests.map(operationsIn)).toEqual([4, 3]);
  });

  it('takes the coupling of a prerequisite for none of its own, however little can be read of it', async () => {
    const halfRead = { ...couplingOfOwner, Table_ID: 'thirteen' };
    const { coupling } = clientFor(batchOf(rows(halfRead), mappings, rows()));
    expect(await coupling.stateOf(account, [owner])).toMatchObject({
      couplings: [],
      uncoupledPrerequisites: [],
    });
  });

  it('asks for more prerequisites than one filter takes in as few operations as it can', async () => {
    const products = Array.from({ length: 20 }, (_, index): Prerequisite => {
      const id = `66666666-6666-4666-8666-${String(index).padStart(12, '0')}`;
      return { part: 'product', record: { table: 'product', id }, name: `Product ${index}` };
    });
    const coupledTo = (needed: readonly Prerequisite[]) =>
      rows(...needed.map(({ record: { id } }) => couplingOf({ CRM_ID: id, Table_ID: 27 })));
    const { coupling, requests } = clientFor(
      batchOf(coupledTo(products.slice(0, 11)), mappings, rows(), coupledTo(products.slice(11, 19))),
    );
    const { couplings, uncoupledPrerequisites } = await coupling.stateOf(account, products);
    expect(couplings).toEqual([]);
    expect(uncoupledPrerequisites).toEqual([products[19]]);
    expect(requests.map(operationsIn)).toEqual([4]);
  });

  it('is remembered, and forgotten with the next action', async () => {
    const { coupling, requests } = clientFor(
      batchOf(rows(couplingOf()), mappings, rows()),
      batchOf(rows(), rows()),
      batchOf(rows(), mappings, rows()),
    );
    await coupling.stateOf(account, []);
    await coupling.stateOf(account, []);
    expect(requests).toHaveLength(1);
    await coupling.uncouple(customer!, account);
    expect((await coupling.stateOf(account, [])).couplings).toEqual([]);
    expect(requests).toHaveLength(3);
  });
});
