import { openCompany } from '../../businessCentral/company';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import { pairsOf } from '../../businessCentral/coupling/pairs';
import type { ActionOutcome, CouplableRecord } from '../../businessCentral/coupling/types';
import { BusinessCentralError, type BusinessCentralErrorCode } from '../../businessCentral/errors';
import type { Answer } from '../../businessCentral/odata/failure';
import type { Request } from '../../businessCentral/odata/transport';
import { batchOf, jumpingClock, refusal, rows } from './scriptedServer';

const account: CouplableRecord = { table: 'account', id: '11111111-1111-4111-8111-111111111111' };
const job = '33333333-3333-4333-8333-333333333333';
const [customer] = pairsOf('account');
const adatum = '44444444-4444-4444-8444-444444444444';
const other = '77777777-7777-4777-8777-777777777777';
const noGuid = '00000000-0000-0000-0000-000000000000';
const lost = new BusinessCentralError('unreachable');

interface Row {
  readonly crmId: string;
  readonly systemId: string;
  readonly recordNo: string;
  /** Job of the latest synchronization from Sales. */
  readonly gotBy?: string;
}

interface Job {
  readonly id: string;
  readonly kind: string;
  /** Of another row: a colleague's. */
  readonly crmId?: string;
  readonly direction?: string;
}

/** What Business Central keeps, and what goes wrong on the way. */
class World {
  public couplings: Row[] = [];
  public jobs: Job[] = [];
  public readonly calls: string[] = [];
  /** Called with each action; what it gives back is the answer, after the work is done or instead of it. */
  public action: (procedure: string, body: Record<string, unknown>) => Answer = () => text('');
  public beforeRead: () => void = () => undefined;

  public send = (request: Request): Promise<Answer> =>
    Promise.resolve().then(() => {
      const procedure = /^CRMCoupling_(\w+)\?company=/.exec(request.address)?.[1];
      if (procedure !== undefined) {
        this.calls.push(procedure);
        const body = request.body as Record<string, unknown>;
        return procedure === 'SystemIdOf' ? text(adatum) : this.action(procedure, body);
      }
      this.beforeRead();
      const operations = (request.body as { requests: { url: string }[] }).requests;
      return batchOf(...operations.map(({ url }) => this.answer(decodeURIComponent(url))));
    });

  private answer(url: string): Answer {
    if (url.includes('IntegrationSynchJobs')) {
      return rows(
        ...this.jobs.map(({ id, kind, crmId = account.id, direction = 'FromIntegrationTable' }) => ({
          ID: id,
          CRM_ID: crmId,
          Synch_Direction: direction,
          Start_Date_Time: '0001-01-01T00:00:00Z',
          Finish_Date_Time: '0001-01-01T00:00:00Z',
          Integration_Table_Mapping_Name: 'CUSTOMER',
          Type: kind,
        })),
      );
    }
    const wanted = /(CRM_ID|Integration_ID) eq ([0-9a-f-]{36})/.exec(url);
    return rows(
      ...this.couplings
        .filter(({ crmId, systemId }) => (wanted?.[1] === 'CRM_ID' ? crmId : systemId) === wanted?.[2])
        .map(({ crmId, systemId, recordNo, gotBy = noGuid }) => ({
          CRM_ID: crmId,
          Integration_ID: systemId,
          Table_ID: 18,
          Record_No: recordNo,
          Record_Name: '',
          Last_Synch_Job_ID: gotBy,
          Last_Synch_CRM_Job_ID: noGuid,
        })),
    );
  }
}

function text(value: string): Answer {
  return { status: 200, headers: {}, body: { value } };
}

function coupledTo(systemId: string, crmId = account.id, recordNo = '10000'): Row {
  return { crmId, systemId, recordNo };
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
        company: "Director's Cut Ltd.",
        authorization: { kind: 'bearer', token: () => Promise.resolve('t') },
        matchBy: 'coupling',
      },
      { send: world.send, clock: jumpingClock(), random: () => 0.5 },
    ),
  );
}

function couple(synchAction: 'none' | 'toSales' = 'toSales'): Promise<ActionOutcome> {
  return client().couple(customer!, account, '10000', synchAction);
}

/** Does the work, and then the answer is lost. */
function doneButLost(work: () => void, error: BusinessCentralError = lost) {
  return (): Answer => {
    work();
    throw error;
  };
}

const codeOf = (outcome: ActionOutcome): BusinessCentralErrorCode | null =>
  outcome.kind === 'done' ? null : outcome.error.code;

describe('coupling', () => {
  it('sends the ids of both sides and what follows, and gives the job', async () => {
    let sent: Record<string, unknown> = {};
    world.action = (_, body) => {
      sent = body;
      return text(job);
    };
    expect(await couple()).toEqual({ kind: 'done', jobId: job });
    expect(sent).toEqual({ tableId: 18, systemId: adatum, crmId: account.id, synchAction: 1 });
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it.each(['', '00000000-0000-0000-0000-000000000000'])('without a job: %j', async (value) => {
    world.action = () => text(value);
    expect(await couple('none')).toEqual({ kind: 'done', jobId: null });
  });

  it('that Business Central refuses is refused, with its own sentence', async () => {
    world.action = () => refusal(400, 'Application_DialogException', 'Coupled already.  CorrelationId: x');
    const outcome = await couple();
    expect(outcome).toMatchObject({
      kind: 'refused',
      error: { code: 'businessCentralFailed', details: { service: 'CRMCoupling' } },
    });
  });

  it.each([
    ['has changed', 'Request_EntityChanged'],
    ['is locked by somebody', 'Internal_ServerError'],
  ])('of a record that %s is refused as such, and is not sent again', async (_, code) => {
    world.action = () => refusal(409, code);
    const outcome = await couple();
    expect([outcome.kind, codeOf(outcome)]).toEqual(['refused', 'recordChanged']);
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('without the companion is refused as a service that is not published', async () => {
    world.action = () => refusal(404, 'BadRequest_NotFound');
    expect(codeOf(await couple())).toBe('serviceNotPublished');
  });

  it.each<[string, Row]>([
    ['the row meanwhile', coupledTo(other, account.id, '20000')],
    ['the record meanwhile, which Business Central would repoint', coupledTo(adatum, other)],
  ])('sends nothing where somebody has coupled %s', async (_, row) => {
    world.couplings = [row];
    expect(codeOf(await couple())).toBe('coupledMeanwhile');
    expect(world.calls).toEqual(['SystemIdOf']);
  });

  it('goes past the coupling of a record that has been deleted', async () => {
    world.couplings = [coupledTo(other, account.id, '')];
    expect((await couple()).kind).toBe('done');
  });

  it('of what is coupled to each other already is done', async () => {
    world.couplings = [coupledTo(adatum)];
    expect(await couple()).toEqual({ kind: 'done', jobId: null });
    expect(world.calls).toEqual(['SystemIdOf']);
  });
});

describe('when the connection breaks off', () => {
  const couplesIt = () => {
    world.couplings.push(coupledTo(adatum));
    world.jobs.push({ id: job, kind: 'Synchronization', direction: 'ToIntegrationTable' });
  };

  it.each<[string, BusinessCentralError]>([
    ['lost', lost],
    ['too late', new BusinessCentralError('timeout')],
    ['cut off', new BusinessCentralError('unreadableAnswer')],
    ['a page of a proxy', new BusinessCentralError('notBusinessCentral')],
  ])('after it was done (%s), it is found done, with its job, and is not sent again', async (_, error) => {
    world.action = doneButLost(couplesIt, error);
    expect(await couple()).toEqual({ kind: 'done', jobId: job });
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('before it was done, nothing has happened, and it may be tried again', async () => {
    world.action = () => {
      throw lost;
    };
    const outcome = await couple();
    expect([outcome.kind, codeOf(outcome)]).toEqual(['refused', 'unreachable']);
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('and does not come back, it is unknown', async () => {
    world.action = doneButLost(() => {
      couplesIt();
      world.beforeRead = () => {
        throw lost;
      };
    });
    const outcome = await couple();
    expect([outcome.kind, codeOf(outcome)]).toEqual(['unknown', 'unreachable']);
  });

  it('while a record is made, the job of its row that has begun meanwhile is its own', async () => {
    world.jobs = [{ id: other, kind: 'Synchronization' }];
    world.action = doneButLost(() => {
      world.jobs.push({ id: adatum, kind: 'Synchronization', crmId: other });
      world.jobs.push({ id: job, kind: 'Synchronization' });
    });
    expect(await client().create(customer!, account)).toEqual({ kind: 'done', jobId: job });
    expect(world.calls).toEqual(['CreateFromSales']);
  });

  it('while a record is uncoupled, its coupling tells', async () => {
    world.couplings = [coupledTo(adatum)];
    world.action = doneButLost(() => (world.couplings = []));
    expect(await client().uncouple(customer!, account)).toEqual({ kind: 'done', jobId: null });
  });

  it.each<[string, string, (client: ReturnType<typeof companyCoupling>) => Promise<ActionOutcome>]>([
    ['uncoupled', 'Uncoupling', (client) => client.uncouple(customer!, account)],
    ['synchronized', 'Synchronization', (client) => client.synchronize(customer!, account, 'fromSales')],
  ])('while a record is %s, a job of a colleague for another record tells nothing', async (_, kind, act) => {
    world.couplings = [coupledTo(adatum)];
    world.action = doneButLost(() => world.jobs.push({ id: job, kind, crmId: other }));
    const outcome = await act(client());
    expect([outcome.kind, codeOf(outcome)]).toEqual(['unknown', 'unreachable']);
  });

  it('while a record is made, the full synchronization that a colleague has started tells nothing', async () => {
    world.action = doneButLost(() => world.jobs.push({ id: job, kind: 'Synchronization', crmId: noGuid }));
    expect((await client().create(customer!, account)).kind).toBe('unknown');
  });

  it('while a record is sent for, a job of it in the other direction tells nothing', async () => {
    world.couplings = [coupledTo(adatum)];
    world.action = doneButLost(() => world.jobs.push({ id: job, kind: 'Synchronization' }));
    expect((await client().synchronize(customer!, account, 'toSales')).kind).toBe('unknown');
  });

  it('while a record is coupled, the coupling tells, and no job of a colleague is taken for its own', async () => {
    world.action = doneButLost(() => {
      world.couplings.push(coupledTo(adatum));
      world.jobs.push({ id: job, kind: 'Synchronization', crmId: other, direction: 'ToIntegrationTable' });
    });
    expect(await couple()).toEqual({ kind: 'done', jobId: null });
  });

  it('until its job has ended, the coupling has the job', async () => {
    world.couplings = [{ ...coupledTo(adatum), gotBy: other }];
    world.action = doneButLost(() => (world.couplings = [{ ...coupledTo(adatum), gotBy: job }]));
    expect(await client().synchronize(customer!, account, 'fromSales')).toEqual({ kind: 'done', jobId: job });
  });

  it('while a record is synchronized, and no job is to be seen, it is unknown: the job may wait in the queue', async () => {
    world.couplings = [coupledTo(adatum)];
    world.action = () => {
      throw lost;
    };
    const outcome = await client().synchronize(customer!, account, 'fromSales');
    expect([outcome.kind, codeOf(outcome)]).toEqual(['unknown', 'unreachable']);
    expect(world.calls).toEqual(['Synchronize']);
  });

  it('and the job begins a little later, it is found', async () => {
    let looks = 0;
    world.action = doneButLost(() => {
      world.beforeRead = () => {
        looks += 1;
        if (looks === 3) {
          world.jobs.push({ id: job, kind: 'Synchronization' });
        }
      };
    });
    expect(await client().create(customer!, account)).toEqual({ kind: 'done', jobId: job });
  });

  it('and comes back a little later, what was done is found', async () => {
    let failures = 0;
    world.action = doneButLost(() => {
      couplesIt();
      world.beforeRead = () => {
        failures += 1;
        if (failures <= 3) {
          throw lost;
        }
      };
    });
    expect(await couple()).toEqual({ kind: 'done', jobId: job });
  });
});

describe('nothing is done twice', () => {
  it('coupling clicked twice goes out once', async () => {
    const coupling = client();
    const both = await Promise.all([
      coupling.couple(customer!, account, '10000', 'toSales'),
      coupling.couple(customer!, account, '10000', 'toSales'),
    ]);
    expect(both.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('another action on the same record waits, and sees what the first has done', async () => {
    const coupling = client();
    world.action = (procedure) => {
      if (procedure === 'Couple') {
        world.couplings.push(coupledTo(adatum));
      }
      return text('');
    };
    const [first, second] = await Promise.all([
      coupling.couple(customer!, account, '10000', 'none'),
      coupling.create(customer!, account),
    ]);
    expect([first.kind, codeOf(second)]).toEqual(['done', 'coupledMeanwhile']);
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('what nobody waits for any more is carried through all the same', async () => {
    const coupling = client();
    const gone = new AbortController();
    const waiting = coupling.couple(customer!, account, '10000', 'none', { signal: gone.signal });
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    expect(await coupling.couple(customer!, account, '10000', 'none')).toMatchObject({ kind: 'done' });
    expect(world.calls).toEqual(['SystemIdOf', 'Couple']);
  });

  it('uncoupling what is not coupled any more is done', async () => {
    expect(await client().uncouple(customer!, account)).toEqual({ kind: 'done', jobId: null });
    expect(world.calls).toEqual([]);
  });

  it('and nothing is synchronized that is not coupled any more', async () => {
    expect(codeOf(await client().synchronize(customer!, account, 'toSales'))).toBe('uncoupledMeanwhile');
    expect(world.calls).toEqual([]);
  });
});
