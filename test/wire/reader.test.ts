import { BusinessCentralError, type BusinessCentralErrorCode } from '../../businessCentral/errors';
import { withinDeadline } from '../../businessCentral/odata/deadline';
import { readerOf, type ReadOutcome } from '../../businessCentral/odata/reader';
import { all, compare } from '../../businessCentral/odata/filter';
import { flag, text } from '../../businessCentral/odata/literals';
import { neededFields, type ReadOperation } from '../../businessCentral/odata/readOperation';
import { serviceCatalog } from '../../businessCentral/odata/serviceCatalog';
import {
  batchOf,
  jumpingClock,
  operationsIn,
  refusal,
  rows,
  scripted,
  type Scripted,
} from './scriptedServer';

const items: ReadOperation = { service: 'ItemCard', select: ['No', 'Unit_Price'] };
const locations: ReadOperation = { service: 'LocationList', select: ['Code'] };

function reading(...answers: Scripted[]) {
  const server = scripted(...answers);
  const clock = jumpingClock();
  const read = readerOf({
    company: 'CRONUS',
    catalog: serviceCatalog({}),
    send: server.send,
    clock,
    random: () => 0.5,
  });
  return {
    server,
    clock,
    ask: (operations: readonly ReadOperation[], signal?: AbortSignal): Promise<ReadOutcome[]> =>
      withinDeadline(10_000, signal, clock, (deadline) => read(operations, deadline)),
  };
}

function codes(outcomes: readonly ReadOutcome[]): (BusinessCentralErrorCode | 'ok')[] {
  return outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.code));
}

describe('requests', () => {
  it('one operation goes out as itself, more as one batch', async () => {
    const { server, ask } = reading(rows(), batchOf(rows(), rows()));
    await ask([items]);
    await ask([items, locations]);
    expect(server.requests.map(({ method, address }) => `${method} ${address}`)).toEqual([
      "GET Company('CRONUS')/ItemCard?$select=No,Unit_Price",
      'POST $batch',
    ]);
  });

  it('parts are told apart by id, not by order', async () => {
    const { ask } = reading(batchOf(rows({ No: '1896-S' }), rows({ Code: 'EAST' })));
    const [first, second] = await ask([items, locations]);
    expect(first?.ok === true && first.rows[0]?.text('No')).toBe('1896-S');
    expect(second?.ok === true && second.rows[0]?.text('Code')).toBe('EAST');
  });

  it.each([
    [2, [2]],
    [40, [40]],
    [41, [20, 21]],
    [171, [57, 57, 57]],
    [301, [75, 75, 75, 76]],
  ])('%d operations go out as batches of %j', async (count, sizes) => {
    const answer: Scripted = (request) =>
      batchOf(...Array.from({ length: operationsIn(request) }, () => rows()));
    const { server, ask } = reading(...sizes.map(() => answer));
    const outcomes = await ask(Array.from({ length: count }, () => items));
    expect(server.requests.map(operationsIn)).toEqual(sizes);
    expect(codes(outcomes)).toEqual(Array.from({ length: count }, () => 'ok'));
  });

  it('a service known to be missing is not asked', async () => {
    const server = scripted(rows());
    const clock = jumpingClock();
    const catalog = serviceCatalog({ LocationList: { missing: true }, ItemCard: { name: 'Item_Card_Copy' } });
    const read = readerOf({ company: 'CRONUS', catalog, send: server.send, clock, random: () => 0 });
    const outcomes = await withinDeadline(10_000, undefined, clock, (deadline) =>
      read([items, locations], deadline),
    );
    expect(codes(outcomes)).toEqual(['ok', 'serviceNotPublished']);
    expect(server.requests.map(({ address }) => address)).toEqual([
      "Company('CRONUS')/Item_Card_Copy?$select=No,Unit_Price",
    ]);
  });
});

describe('pages', () => {
  const page = (nextLink: string | undefined, ...value: object[]): Scripted => ({
    status: 200,
    headers: {},
    body: { value, ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }) },
  });

  it('are followed below the connection’s own address, whatever host the link names', async () => {
    const link = "http://inner-name:7048/BC/ODataV4/Company('CRONUS')/ItemCard?$skiptoken=x%27y";
    const { server, ask } = reading(page(link, { No: 'A' }), page(undefined, { No: 'B' }));
    const [outcome] = await ask([items]);
    expect(outcome?.ok === true && outcome.rows.map((row) => row.text('No'))).toEqual(['A', 'B']);
    expect(server.requests[1]?.address).toBe("Company('CRONUS')/ItemCard?$skiptoken=x%27y");
  });

  it.each(['https://elsewhere.example/steal', 5])(
    'a link that leads elsewhere (%s) is not followed',
    async (link) => {
      const { ask } = reading(page(link as string, { No: 'A' }));
      expect(codes(await ask([items]))).toEqual(['unreadableAnswer']);
    },
  );

  it('that never end are given up', async () => {
    const endless = Array.from({ length: 101 }, () => page('http://h/BC/ODataV4/again', { No: 'A' }));
    const { ask } = reading(...endless);
    expect(codes(await ask([items]))).toEqual(['unreadableAnswer']);
  });
});

describe('a field by which is filtered or sorted', () => {
  const open: ReadOperation = {
    service: 'CustomerLedgerEntries',
    filter: all(
      compare('Customer_No', 'eq', text("A eq 1, O'B lt 2")),
      compare('Reversed', 'eq', flag(false)),
    ),
    select: ['Entry_No'],
    orderBy: 'Posting_Date desc',
  };

  it('is told from values, whatever they look like', () => {
    expect(neededFields(open)).toEqual(['Customer_No', 'Reversed', 'Posting_Date']);
    expect(neededFields(items)).toEqual([]);
  });

  it.each(['Reversed', 'Posting_Date'])(
    '%s: where it is missing that is said, and never asked again',
    async (field) => {
      const message = `Could not find a property named '${field}' on type 'NAV.CustomerLedgerEntries'.`;
      const { server, ask } = reading(refusal(400, 'BadRequest', message));
      for (let time = 0; time < 2; time += 1) {
        const [outcome] = await ask([open]);
        expect(outcome).toMatchObject({
          ok: false,
          error: { code: 'questionRefused', details: { service: 'CustomerLedgerEntries', field } },
        });
      }
      expect(server.requests).toHaveLength(1);
    },
  );
});

describe('retries', () => {
  it.each([429, 502, 503, 504])('%d is asked again at most twice, with growing pauses', async (status) => {
    const { server, clock, ask } = reading(refusal(status, ''), refusal(status, ''), refusal(status, ''));
    expect(codes(await ask([items]))).toEqual([status === 429 ? 'tooManyRequests' : 'unavailable']);
    expect(server.requests).toHaveLength(3);
    expect(clock.pauses).toEqual([250, 500]);
  });

  it('a lost connection is asked again', async () => {
    const { ask } = reading(new BusinessCentralError('unreachable'), rows({ No: 'A' }));
    expect(codes(await ask([items]))).toEqual(['ok']);
  });

  it.each([400, 401, 403, 404, 409, 500])('%d is not asked again', async (status) => {
    const { server, ask } = reading(refusal(status, ''));
    await ask([items]);
    expect(server.requests).toHaveLength(1);
  });

  it('only the parts that failed are asked again', async () => {
    const { server, ask } = reading(batchOf(rows(), refusal(503, '')), rows({ Code: 'EAST' }));
    expect(codes(await ask([items, locations]))).toEqual(['ok', 'ok']);
    expect(server.requests[1]?.address).toBe("Company('CRONUS')/LocationList?$select=Code");
  });

  it.each([
    ['2', 2200],
    ['Fri, 20 Nov 2026 12:00:03 GMT', 3300],
    ['0', 0],
    ['soon', 250],
    ['-5', 250],
  ])('Retry-After %s means a pause of %d ms, spread a little', async (header, pause) => {
    const { clock, ask } = reading(refusal(503, '', '', { 'retry-after': header }), rows());
    await ask([items]);
    expect(clock.pauses).toEqual([pause]);
  });

  it.each(['60', '9'.repeat(400)])(
    'Retry-After %s is longer than the deadline: nobody asks before it is over',
    async (header) => {
      const { server, ask } = reading(refusal(429, '', '', { 'retry-after': header }));
      const [first] = await ask([items]);
      const [second] = await ask([items]);
      expect(server.requests).toHaveLength(1);
      expect(first?.ok === false && first.error.details.retryAfterSeconds).toBe(header === '60' ? 60 : 600);
      expect(second?.ok === false && second.error.code).toBe('tooManyRequests');
    },
  );
});

it('what the server refused with is said again while it wants to be left alone, and a shorter time does not shorten it', async () => {
  const { server, ask, clock } = reading(
    refusal(503, '', '', { 'retry-after': '600' }),
    refusal(429, '', '', { 'retry-after': '60' }),
  );
  expect(codes(await ask([items]))).toEqual(['unavailable']);
  const [again] = await ask([items]);
  expect(again?.ok === false && [again.error.code, again.error.details.retryAfterSeconds]).toEqual([
    'unavailable',
    600,
  ]);
  await clock.pause(600_000, new AbortController().signal);
  expect(codes(await ask([items]))).toEqual(['tooManyRequests']);
  expect(server.requests).toHaveLength(2);
});

describe('a field that this version lacks', () => {
  const unknown = (field: string) =>
    refusal(
      400,
      'BadRequest',
      `Impossibile trovare una proprietà denominata '${field}' nel tipo 'NAV.ItemCard'.`,
    );

  it('is learnt from the refusal, in any language, and the question is asked again without it', async () => {
    const { server, ask } = reading(unknown('Unit_Price'), rows({ No: 'A' }), rows({ No: 'A' }));
    const [outcome] = await ask([items]);
    expect(outcome).toMatchObject({ ok: true, missingFields: ['Unit_Price'] });
    await ask([items]);
    expect(server.requests.map(({ address }) => address.split('$select=')[1])).toEqual([
      'No,Unit_Price',
      'No',
      'No',
    ]);
  });

  it('is learnt by every part of a batch that asked for it', async () => {
    const parts = batchOf(unknown('Unit_Price'), unknown('Unit_Price'), unknown('Unit_Price'));
    const { server, ask } = reading(parts, batchOf(rows(), rows(), rows()));
    expect(codes(await ask([items, items, items]))).toEqual(['ok', 'ok', 'ok']);
    expect(server.requests).toHaveLength(2);
  });

  it('is the end where leaving it out does not help', async () => {
    const { server, ask } = reading(unknown('Unit_Price'), unknown('Unit_Price'));
    expect(codes(await ask([items]))).toEqual(['questionRefused']);
    expect(server.requests).toHaveLength(2);
  });
});

describe('answers that are not of the contract', () => {
  it.each([
    ['a body that is no object', { status: 200, headers: {}, body: [] }],
    ['no rows', { status: 200, headers: {}, body: {} }],
    ['rows that are no objects', { status: 200, headers: {}, body: { value: [1, null] } }],
  ])('%s', async (_, answer) => {
    const { ask } = reading(answer);
    expect(codes(await ask([items]))).toEqual(['unreadableAnswer']);
  });

  it('a batch that is none, or that lacks a part', async () => {
    const { ask } = reading(rows(), batchOf(rows()));
    expect(codes(await ask([items, locations]))).toEqual(['unreadableAnswer', 'unreadableAnswer']);
    expect(codes(await ask([items, locations]))).toEqual(['ok', 'unreadableAnswer']);
  });

  it('a batch address that is not there is a wrong address, not a missing service', async () => {
    const { ask } = reading({ status: 404, headers: {}, body: undefined });
    expect(codes(await ask([items, locations]))).toEqual(['notBusinessCentral', 'notBusinessCentral']);
  });
});

describe('giving up', () => {
  it('the caller’s own signal ends the question', async () => {
    const { ask } = reading(rows());
    const controller = new AbortController();
    controller.abort();
    await expect(ask([items], controller.signal)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('the deadline ends it as a timeout, and keeps what came before', async () => {
    const clock = { now: () => Date.now(), pause: () => Promise.resolve() };
    let calls = 0;
    const read = readerOf({
      company: 'CRONUS',
      catalog: serviceCatalog({}),
      clock,
      random: () => 0,
      send: ({ body }, signal) => {
        calls += 1;
        if (calls === 1) {
          return Promise.resolve(
            batchOf(
              ...Array.from({ length: operationsIn({ method: 'POST', address: '', body }) }, () => rows()),
            ),
          );
        }
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new BusinessCentralError('aborted')));
        });
      },
    });
    const outcomes = await withinDeadline(20, undefined, clock, (deadline) =>
      read(
        Array.from({ length: 41 }, () => items),
        deadline,
      ),
    );
    expect(new Set(codes(outcomes))).toEqual(new Set(['ok', 'timeout']));
  });
});

describe('coded failures', () => {
  it.each<[number, string, BusinessCentralErrorCode]>([
    [401, 'Authentication_InvalidCredentials', 'wrongCredentials'],
    [401, 'Unauthorized', 'wrongCredentials'],
    [403, 'Authorization_RequestDenied', 'forbidden'],
    [404, 'BadRequest_ResourceNotFound', 'serviceNotPublished'],
    [404, 'Internal_CompanyNotFound', 'companyNotFound'],
    [408, '', 'unavailable'],
    [409, 'Request_EntityChanged', 'recordChanged'],
    [409, 'Internal_ServerError', 'businessCentralFailed'],
    [400, 'BadRequest', 'questionRefused'],
    [400, 'Application_DialogException', 'businessCentralFailed'],
    [500, 'Internal_ServerError', 'businessCentralFailed'],
  ])('%d %s is %s', async (status, serverCode, code) => {
    const { ask } = reading(
      refusal(status, serverCode),
      refusal(status, serverCode),
      refusal(status, serverCode),
    );
    expect(codes(await ask([items]))).toEqual([code]);
  });

  it.each(['  CorrelationId:  ', ' CorrelationId: ', ' CorrelationId:'])(
    'the correlation id is taken off the sentence (%j)',
    async (separator) => {
      const id = '233b73c2-6ffd-4d0e-8c65-0ae5f29de9a0';
      const { ask } = reading(
        refusal(500, 'Internal_ServerError', `The record is locked.${separator}${id}.`),
      );
      const [outcome] = await ask([items]);
      expect(outcome?.ok === false && outcome.error.details).toMatchObject({
        serverMessage: 'The record is locked.',
        correlationId: id,
      });
    },
  );
});
