import type { Coupling } from '../../businessCentral/coupling/coupling';
import { followJob } from '../../businessCentral/coupling/followJob';
import { pairs, pairsOf } from '../../businessCentral/coupling/pairs';
import type { CouplableRecord, CouplingRow } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import { account, clientFor, job, jobRow, systemId } from './scriptedCoupling';
import { batchOf, jumpingClock, refusal, rows } from './scriptedServer';

const [customer] = pairsOf('account');

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
