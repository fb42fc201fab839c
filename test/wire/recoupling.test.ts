import { openCompany } from '../../businessCentral/company';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { CouplableRecord, CouplingRow, RecouplingOutcome } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { Answer } from '../../businessCentral/odata/failure';
import type { Request } from '../../businessCentral/odata/transport';
import { batchOf, jumpingClock, refusal, rows } from './scriptedServer';

const [customer] = pairsOf('account');
const account: CouplableRecord = { table: 'account', id: '11111111-1111-4111-8111-111111111111' };
const job = '33333333-3333-4333-8333-333333333333';
const someoneElse = '77777777-7777-4777-8777-777777777777';
/** Records by number, with their SystemIds. */
const systemIds: Readonly<Record<string, string>> = {
  '10000': '10000000-0000-4000-8000-000000000000',
  '20000': '20000000-0000-4000-8000-000000000000',
  '30000': '30000000-0000-4000-8000-000000000000',
};
const numbers = new Map(Object.entries(systemIds).map(([number, id]) => [id, number]));

const earlier: CouplingRow = {
  pair: customer!,
  systemId: systemIds['10000']!,
  recordNo: '10000',
  recordName: 'Adatum Corporation',
  fromSales: { result: 'none', at: null },
  toSales: { result: 'none', at: null },
  skipped: false,
  lastError: '',
};

function text(value: string): Answer {
  return { status: 200, headers: {}, body: { value } };
}

/** Couplings that Business Central keeps, by the row of Sales; uncoupling is a job. */
class World {
  public couplings = new Map([[account.id, systemIds['10000']!]]);
  public readonly calls: string[] = [];
  /** Answers instead of a call, by what is called; each is used once. */
  public readonly instead = new Map<string, () => Answer>();
  /** What the job that uncouples does in the end. */
  public uncouple: () => { failed: number; message: string } = () => {
    this.couplings.delete(account.id);
    return { failed: 0, message: '' };
  };
  public jobIsSeen = true;
  private jobEnd: { failed: number; message: string } | null = null;

  public send = (request: Request): Promise<Answer> =>
    Promise.resolve().then(() => {
      const procedure = /^CRMCoupling_(\w+)\?company=/.exec(request.address)?.[1];
      if (procedure === undefined) {
        const operations = (request.body as { requests: { url: string }[] }).requests;
        return batchOf(...operations.map(({ url }) => this.answer(decodeURIComponent(url))));
      }
      return this.called(procedure, request.body as Record<string, string>);
    });

  private called(procedure: string, body: Record<string, string>): Answer {
    if (procedure === 'SystemIdOf') {
      const systemId = systemIds[body['recordNo']!];
      return systemId === undefined
        ? refusal(400, 'Application_DialogException', 'The record does not exist.')
        : text(systemId);
    }
    const call =
      procedure === 'Couple' ? `Couple ${numbers.get(body['systemId']!)} ${body['synchAction']}` : procedure;
    this.calls.push(call);
    const instead = this.instead.get(call);
    this.instead.delete(call);
    if (instead !== undefined) {
      return instead();
    }
    if (procedure === 'Uncouple') {
      this.jobEnd = null;
      return text(job);
    }
    this.couplings.set(account.id, body['systemId']!);
    return text('');
  }

  private answer(url: string): Answer {
    if (url.includes('IntegrationSynchErrors')) {
      return rows({ No: 1, Error_Message: 'Locked by another job.', Message: '' });
    }
    if (url.includes('IntegrationSynchJobs')) {
      if (!url.includes(job) || url.includes('Job_Queue_Entry_ID') || !this.jobIsSeen) {
        return rows();
      }
      this.jobEnd ??= this.uncouple();
      return rows({
        ID: job,
        Start_Date_Time: '2026-11-20T08:00:00Z',
        Finish_Date_Time: '2026-11-20T08:00:01Z',
        Integration_Table_Mapping_Name: 'CUSTOMER',
        Type: 'Uncoupling',
        Message: this.jobEnd.message,
        Failed: this.jobEnd.failed,
      });
    }
    const [, field, id = ''] = /(CRM_ID|Integration_ID) eq ([0-9a-f-]{36})/.exec(url) ?? [];
    return rows(
      ...[...this.couplings]
        .filter(([crmId, systemId]) => (field === 'CRM_ID' ? crmId : systemId) === id)
        .map(([crmId, systemId]) => ({
          CRM_ID: crmId,
          Integration_ID: systemId,
          Table_ID: 18,
          Record_No: numbers.get(systemId) ?? '',
          Record_Name: '',
        })),
    );
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

function client() {
  return companyCoupling(
    openCompany(
      {
        odataUrl: 'https://bc.example/ODataV4',
        company: 'CRONUS',
        authorization: { kind: 'bearer', token: () => Promise.resolve('t') },
        matchBy: 'coupling',
      },
      { send: world.send, clock: jumpingClock(), random: () => 0.5 },
    ),
  );
}

function recouple(recordNo = '20000'): Promise<RecouplingOutcome> {
  return client().recouple(earlier, account, recordNo, 'none');
}

const lose = (): Answer => {
  throw new BusinessCentralError('unreachable');
};
const refuse = () => refusal(400, 'Application_DialogException', 'No.  CorrelationId: x');
const coupledTo = () => numbers.get(world.couplings.get(account.id) ?? '') ?? null;

describe('coupling to another record', () => {
  it('uncouples, waits for the end of that, and couples', async () => {
    expect(await recouple()).toEqual({ kind: 'done', jobId: null });
    expect(world.calls).toEqual(['Uncouple', 'Couple 20000 0']);
    expect(coupledTo()).toBe('20000');
  });

  it('is carried through although nobody waits for it any more', async () => {
    const gone = new AbortController();
    const coupling = client();
    const waiting = coupling.recouple(earlier, account, '20000', 'none', { signal: gone.signal });
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    // The same deed asked for again is the one that is under way.
    await coupling.recouple(earlier, account, '20000', 'none');
    expect(world.calls).toEqual(['Uncouple', 'Couple 20000 0']);
  });

  it('lets no other action on the row come between its steps', async () => {
    const coupling = client();
    const [, other] = await Promise.all([
      coupling.recouple(earlier, account, '20000', 'none'),
      coupling.couple(customer!, account, '30000', 'none'),
    ]);
    expect(other).toMatchObject({ kind: 'refused', error: { code: 'coupledMeanwhile' } });
    expect(coupledTo()).toBe('20000');
  });
});

describe('nothing is taken away', () => {
  it.each<[string, () => void, string, string]>([
    ['where the other record is gone', () => undefined, '99999', 'businessCentralFailed'],
    [
      'where the other record is coupled to somebody else’s row',
      () => world.couplings.set(someoneElse, systemIds['20000']!),
      '20000',
      'coupledMeanwhile',
    ],
    [
      'where the row has been coupled anew meanwhile',
      () => world.couplings.set(account.id, systemIds['30000']!),
      '20000',
      'coupledMeanwhile',
    ],
    [
      'where the row is not coupled any more',
      () => world.couplings.delete(account.id),
      '20000',
      'uncoupledMeanwhile',
    ],
  ])('%s', async (_, prepare, recordNo, code) => {
    prepare();
    expect(await recouple(recordNo)).toMatchObject({ kind: 'refused', error: { code } });
    expect(world.calls).toEqual([]);
  });

  it('where the row is coupled to the other record already', async () => {
    world.couplings.set(account.id, systemIds['20000']!);
    expect(await recouple()).toEqual({ kind: 'done', jobId: null });
    expect(world.calls).toEqual([]);
  });

  it('where the uncoupling is refused, or its job fails', async () => {
    world.instead.set('Uncouple', refuse);
    expect(await recouple()).toMatchObject({ kind: 'refused', error: { code: 'businessCentralFailed' } });
    world.uncouple = () => ({ failed: 1, message: '' });
    expect(await recouple()).toMatchObject({
      kind: 'refused',
      error: { details: { serverMessage: 'Locked by another job.' } },
    });
    expect(coupledTo()).toBe('10000');
  });
});

describe('the other record is refused after all', () => {
  it('the earlier one is coupled again, without synchronizing, and the reason is told', async () => {
    world.instead.set('Couple 20000 0', refuse);
    expect(await recouple()).toMatchObject({ kind: 'restored', error: { code: 'businessCentralFailed' } });
    expect(world.calls).toEqual(['Uncouple', 'Couple 20000 0', 'Couple 10000 0']);
    expect(coupledTo()).toBe('10000');
  });

  it('the earlier one is put back once a lost network is there again', async () => {
    world.instead.set('Couple 20000 0', lose);
    world.instead.set('Couple 10000 0', lose);
    expect(await recouple()).toMatchObject({ kind: 'restored', error: { code: 'unreachable' } });
    expect(coupledTo()).toBe('10000');
  });

  it('and the earlier one as well: both are said to be lost', async () => {
    world.instead.set('Couple 20000 0', refuse);
    world.instead.set('Couple 10000 0', refuse);
    expect(await recouple()).toMatchObject({ kind: 'lost' });
    expect(coupledTo()).toBeNull();
  });
});

it('is unknown while the job that uncouples is not to be seen, and nothing else is sent', async () => {
  world.jobIsSeen = false;
  expect(await recouple()).toMatchObject({ kind: 'unknown', error: { code: 'timeout' } });
  expect(world.calls).toEqual(['Uncouple']);
});
