import { openCompany } from '../../businessCentral/company';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import { followJob } from '../../businessCentral/coupling/followJob';
import { pairs, pairsOf } from '../../businessCentral/coupling/pairs';
import type { CouplableRecord, CouplingRow, Prerequisite } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { Request } from '../../businessCentral/odata/transport';
import { batchOf, jumpingClock, refusal, rows, scripted, type Scripted } from './scriptedServer';

const account: CouplableRecord = { table: 'account', id: '11111111-1111-4111-8111-111111111111' };
const owner: Prerequisite = {
  part: 'owner',
  record: { table: 'systemuser', id: '22222222-2222-4222-8222-222222222222' },
  name: 'Jim',
};
const job = '33333333-3333-4333-8333-333333333333';
const systemId = '44444444-4444-4444-8444-444444444444';
const [customer, vendor] = pairsOf('account');
const blank = '0001-01-01T00:00:00Z';

const coupled: CouplingRow = {
  pair: customer!,
  systemId,
  recordNo: '10000',
  recordName: '',
  fromSales: { result: 'none', at: null },
  toSales: { result: 'none', at: null },
  skipped: false,
  lastError: '',
};

function clientFor(...answers: Scripted[]): {
  coupling: Coupling;
  requests: Request[];
  clock: ReturnType<typeof jumpingClock>;
} {
  const server = scripted(...answers);
  const clock = jumpingClock();
  const company = openCompany(
    {
      odataUrl: 'https://bc.example/ODataV4',
      company: "Director's Cut Ltd.",
      authorization: { kind: 'bearer', token: () => Promise.resolve('t') },
      matchBy: 'coupling',
      webClientUrl: 'https://bc.example/BC/?tenant=a',
    },
    { send: server.send, clock, random: () => 0.5 },
  );
  return { coupling: companyCoupling(company), requests: server.requests, clock };
}

function couplingOf(changes: object = {}): object {
  return {
    CRM_ID: account.id,
    Integration_ID: systemId,
    Table_ID: 18,
    Record_No: '10000',
    Record_Name: 'Adatum Corporation',
    Last_Synch_Job_ID: job,
    Last_Synch_CRM_Job_ID: systemId,
    Last_Synch_Job_Finished: blank,
    Last_Synch_CRM_Job_Finished: '2026-11-19T10:00:00Z',
    Last_Synch_Result: ' ',
    Last_Synch_CRM_Result: 'Success',
    Skipped: false,
    Last_Error: '',
    ...changes,
  };
}

/** A row of a version that lacks a field. */
function without(row: object, field: string): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
}

function jobRow(changes: object = {}): object {
  return {
    ID: job,
    Start_Date_Time: '2026-11-20T12:00:00Z',
    Finish_Date_Time: blank,
    Message: '',
    Integration_Table_Mapping_Name: 'CUSTOMER',
    Type: 'Synchronization',
    Synch_Direction: 'FromIntegrationTable',
    CRM_ID: account.id,
    Inserted: 0,
    Modified: 0,
    Deleted: 0,
    Unchanged: 0,
    Skipped: 0,
    Failed: 0,
    Coupled: 0,
    Uncoupled: 0,
    ...changes,
  };
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

describe('the state of a record', () => {
  it('is one request: its couplings, its mappings, their jobs, and the couplings of its prerequisites', async () => {
    const { coupling, requests } = clientFor(batchOf(rows(couplingOf()), mappings, rows(jobRow()), rows()));
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
    const { coupling } = clientFor(batchOf(rows(), notThere, notThere, rows({ CRM_ID: owner.record.id })));
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
    const { coupling } = clientFor(batchOf(rows(), mappings, rows(), rows(), rows({ LCY_Code: 'EUR' })));
    expect((await coupling.stateOf(account, [euro])).uncoupledPrerequisites).toEqual([]);
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

describe('unit groups of an item and of a resource with the same number', () => {
  const unitGroup = pairs.find(({ kind }) => kind === 'unitGroup')!;
  const group = (type: 'Item' | 'Resource') => ({
    Source_No: '80',
    Code: `${type.toUpperCase()} 80 UOM GR`,
    Coupled_to_Dataverse: type === 'Item',
  });

  it.each(['80', 'ITEM 80 UOM GR'])('are two candidates, searched by %s', async (text) => {
    const found = rows(group('Item'), group('Resource'));
    const { coupling, requests } = clientFor(found);
    const search = { text, record: { number: '', name: '', email: '' } };
    const { candidates } = await coupling.candidatesOf(unitGroup, search);
    expect(candidates.map(({ recordNo, isCoupled }) => [recordNo, isCoupled])).toEqual([
      ['RESOURCE 80 UOM GR', false],
      ['ITEM 80 UOM GR', true],
    ]);
    expect(decodeURIComponent(requests[0]?.address ?? '')).toMatch(/Source_No.*'80'/);
  });

  it.each([
    ['ITEM 80 UOM GR', 'Item', '5400'],
    ['RESOURCE 80 UOM GR', 'Resource', '5403'],
  ])('are compared and opened each by itself: %s', async (recordNo, type, page) => {
    const { coupling, requests } = clientFor(rows({ Code: recordNo }));
    const row = { ...coupled, pair: unitGroup, recordNo };
    expect(await coupling.fieldsOf(row)).toMatchObject([{ businessCentral: recordNo }]);
    expect(decodeURIComponent(requests[0]?.address ?? '')).toContain(
      `Source_No eq '80' and Source_Type eq '${type}'`,
    );
    const address = new URL(coupling.address(row) ?? '');
    expect(address.searchParams.get('page')).toBe(page);
    expect(address.searchParams.get('filter')).toBe("'Source No.' IS '80'");
  });
});

describe('candidates', () => {
  const search = { text: 'ada', record: { number: '', name: '', email: '' } };

  it('are one request, merged and ranked, each once', async () => {
    const adatum = { No: '10000', Name: 'Adatum', E_Mail: 'ada@example.com', Coupled_to_Dataverse: true };
    const granada = { No: '20000', Name: 'Granada', E_Mail: '', Coupled_to_Dataverse: false };
    const { coupling, requests } = clientFor(
      batchOf(rows(), rows(), rows(adatum), rows(adatum, granada), rows(adatum)),
    );
    const { candidates, more } = await coupling.candidatesOf(customer!, search);
    expect(requests).toHaveLength(1);
    expect(candidates.map(({ recordNo, reason, isCoupled }) => [recordNo, reason, isCoupled])).toEqual([
      ['10000', 'nameStartsWith', true],
      ['20000', 'nameContains', false],
    ]);
    expect(more).toBe(false);
  });

  const person = { Type: 'Person', Company_Name: 'Adatum' };

  it.each<[CouplableRecord['table'], string, object, string | null]>([
    ['account', 'customer', { Blocked: ' ' }, null],
    ['account', 'customer', { Blocked: '_x0020_' }, null],
    ['account', 'customer', { Blocked: 'Ship' }, 'blocked'],
    ['account', 'vendor', { Blocked: 'Payment' }, 'blocked'],
    ['contact', 'contact', person, null],
    ['contact', 'contact', { ...person, Type: 'Company' }, 'company'],
    ['contact', 'contact', { ...person, Company_Name: '' }, 'noCompany'],
    ['product', 'item', { Blocked: false }, null],
    ['product', 'item', { Blocked: true }, 'blocked'],
    ['product', 'resource', { Blocked: true }, 'blocked'],
    ['salesorder', 'salesOrder', { Status: 'Released' }, null],
    ['salesorder', 'salesOrder', { Status: 'Open' }, 'notReleased'],
    ['opportunity', 'opportunity', { Status: 'In Progress' }, null],
    ['opportunity', 'opportunity', { Status: 'Won' }, 'closed'],
    ['account', 'customer', {}, null],
  ])('of a %s that the mapping of the %s leaves out say why: %j', async (table, kind, fields, leftOut) => {
    const pair = pairsOf(table).find((each) => each.kind === kind)!;
    const { number, name } = pair.candidates!;
    const row = { [number]: 'ADA', [name ?? '']: 'Ada', ...fields };
    const { coupling, requests } = clientFor(batchOf(...Array.from({ length: 5 }, () => rows(row))));
    const { candidates } = await coupling.candidatesOf(pair, search);
    expect(candidates).toMatchObject([{ recordNo: 'ADA', leftOut }]);
    expect(requests).toHaveLength(1);
  });

  it('there are more than are shown', async () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ No: `A${index}`, Name: `Ada ${index}` }));
    const { coupling } = clientFor(batchOf(rows(), rows(), rows(...many), rows(...many), rows()));
    const { candidates, more } = await coupling.candidatesOf(customer!, search);
    expect([candidates.length, more]).toEqual([20, true]);
    expect(candidates[0]?.isCoupled).toBeNull();
  });

  it('one way of matching that fails leaves the others', async () => {
    const bad = refusal(400, 'BadRequest');
    const { coupling } = clientFor(batchOf(rows({ No: 'ADA', Name: '' }), bad, bad, bad, bad));
    expect((await coupling.candidatesOf(customer!, search)).candidates).toHaveLength(1);
  });

  it('not at all is a failure', async () => {
    const { coupling } = clientFor(batchOf(...Array.from({ length: 5 }, () => refusal(404, ''))));
    await expect(coupling.candidatesOf(customer!, search)).rejects.toMatchObject({
      code: 'serviceNotPublished',
    });
  });
});

describe('a job', () => {
  it('is known by its own id, with the sentences of its errors', async () => {
    const failed = jobRow({ Failed: 1, Finish_Date_Time: '2026-11-20T12:00:02Z', Message: 'Done' });
    const { coupling } = clientFor(
      batchOf(
        rows(failed),
        refusal(400, 'BadRequest'),
        rows({ No: 1, Message: 'The owner is not coupled.' }),
      ),
    );
    expect(await coupling.jobOf(job)).toMatchObject({
      finishedAt: Date.UTC(2026, 10, 20, 12, 0, 2),
      counts: { failed: 1 },
      errors: ['The owner is not coupled.'],
    });
  });

  it('or by that of its entry in the job queue', async () => {
    const other = '66666666-6666-4666-8666-666666666666';
    const { coupling } = clientFor(
      batchOf(rows(), rows(jobRow({ ID: other, Skipped: 1 })), rows()),
      rows({ No: 1, Error_Message: 'Skipped.', Message: '' }),
    );
    expect(await coupling.jobOf(job)).toMatchObject({ id: other, errors: ['Skipped.'] });
  });

  it('is followed ever less often until it ends, past a failure', async () => {
    const lost = new BusinessCentralError('unreachable');
    const { coupling, clock } = clientFor(
      batchOf(rows(), rows(), rows()),
      lost,
      lost,
      lost,
      batchOf(rows(jobRow()), rows(), rows()),
      batchOf(rows(jobRow({ Finish_Date_Time: '2026-11-20T12:00:09Z', Modified: 1 })), rows(), rows()),
    );
    const seen: (number | null | undefined)[] = [];
    const ended = await followJob(coupling, job, {
      clock,
      signal: new AbortController().signal,
      onProgress: (known) => seen.push(known === null ? null : known.counts.modified),
    });
    expect(ended).toMatchObject({ counts: { modified: 1 } });
    expect(seen).toEqual([null, 0, 1]);
    const looks = clock.pauses.filter((pause) => pause >= 500);
    expect(looks[0]).toBe(500);
    expect(Math.max(...looks)).toBeLessThanOrEqual(5000);
  });

  it('is not followed where it may not be seen, nor for ever where nobody answers', async () => {
    const follow = (coupling: Pick<Coupling, 'jobOf'>) =>
      followJob(coupling, job, {
        clock: jumpingClock(),
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
    const failing = (code: 'notPermitted' | 'unreachable') => {
      const jobOf = jest.fn(() => Promise.reject(new BusinessCentralError(code)));
      return { jobOf };
    };
    const barred = failing('notPermitted');
    await expect(follow(barred)).rejects.toMatchObject({ code: 'notPermitted' });
    expect(barred.jobOf).toHaveBeenCalledTimes(1);
    const unseen = { jobOf: jest.fn(() => Promise.resolve(null)) };
    await expect(follow(unseen)).rejects.toMatchObject({ code: 'timeout' });
    const silent = failing('unreachable');
    await expect(follow(silent)).rejects.toMatchObject({ code: 'unreachable' });
    expect(silent.jobOf).toHaveBeenCalledTimes(6);
  });
});

describe('fields of a record', () => {
  it('are those that the service has, dates and numbers as they are', async () => {
    const { coupling } = clientFor(
      refusal(400, 'BadRequest', "Could not find a property named 'County' on type 'NAV.CustomerCard'."),
      rows({ No: '10000', Name: ' Adatum ', Address: '', Credit_Limit_LCY: 5000.5 }),
    );
    const [coupled] = [{ pair: customer!, recordNo: '10000' }];
    const fields = await coupling.fieldsOf(coupled as never);
    expect(fields.map(({ field, businessCentral }) => [field, businessCentral])).toEqual([
      ['name', 'Adatum'],
      ['street', null],
      ['creditLimit', 5000.5],
    ]);
  });

  it('of a deleted record are none, and not asked for', async () => {
    const { coupling, requests } = clientFor();
    expect(await coupling.fieldsOf({ pair: customer!, recordNo: '' } as never)).toEqual([]);
    expect(requests).toEqual([]);
  });
});

describe('addresses', () => {
  it('of a record, of a deleted one, and of the way in that looks the coupling up', () => {
    const { coupling } = clientFor();
    expect(coupling.address({ pair: customer!, recordNo: "O'NEIL" } as never)).toBe(
      "https://bc.example/BC/?tenant=a&company=Director's%20Cut%20Ltd.&page=21&filter='No.'%20IS%20'O''NEIL'",
    );
    expect(coupling.address({ pair: customer!, recordNo: '' } as never)).toBeNull();
    expect(decodeURIComponent(coupling.redirectAddress(account) ?? '')).toContain(
      `page=5329&filter='Filter' IS 'CRMID:{${account.id}};CRMType:account'`,
    );
  });
});
