import { request } from 'undici';
import { businessCentralUser, form, question, salesperson } from './gateway/callers';
import { allAnswered, load, percentile, type LoadRequest, type LoadResult } from './gateway/load';
import { hasNginx, startGatewayProcess, startNginx, startStandIn, type Running } from './gateway/processes';
import { median, rounded, tableOf, type Measurement } from './measurement';

const connections = 50;
const requestsPerRun = 2_000;
/** Business Central's work on one question; the small one takes this by itself. */
const oneQuestionMs = 5;
const runs = 3;

const salespeople = 200;
/** A form's batch of five operations, with 10 ms of Business Central's work on each. */
const partsOfForm = 5;
const serviceTimeMs = 10;

const requestsForHeap = 100_000;

function reading(path: string, headers: Readonly<Record<string, string>>): LoadRequest {
  return { method: 'GET', path: `/ODataV4/${path}`, headers };
}

/** Runs of several contestants in turn, so that what disturbs the computer disturbs them alike. */
async function inTurn(
  contestants: readonly (() => Promise<LoadResult>)[],
): Promise<readonly (readonly LoadResult[])[]> {
  const results = contestants.map((): LoadResult[] => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const result = allAnswered(await contestant());
      // The first run of each only warms it up.
      if (run > 0) {
        results[index]?.push(result);
      }
    }
  }
  return results;
}

function medianOf(results: readonly LoadResult[], figure: (result: LoadResult) => number): number {
  return median(results.map(figure));
}

/** The gateway beside nginx, before the same Business Central: different questions, and repeated ones. */
async function measureThroughput(): Promise<Measurement[]> {
  if (!hasNginx()) {
    console.error('nginx is not installed: gateway.throughputRatio and gateway.cachedRatio are left out.');
    return [];
  }
  const standIn = await startStandIn(oneQuestionMs);
  const gateway = await startGatewayProcess(standIn.origin);
  const nginx = await startNginx(standIn.origin);
  const callers = await Promise.all(Array.from({ length: connections }, salesperson));
  const headersOf = (number: number): Readonly<Record<string, string>> => callers[number % connections] ?? {};
  let asked = 0;
  const different = (to: Running) => () => {
    const first = asked;
    asked += requestsPerRun;
    return load(to.origin, connections, requestsPerRun, (number) =>
      reading(question(first + number), headersOf(number)),
    );
  };
  const repeated = (to: Running) => () =>
    load(to.origin, connections, requestsPerRun, (number) =>
      reading(question(number % 20), headersOf(number)),
    );
  try {
    const [byGateway = [], byNginx = []] = await inTurn([different(gateway), different(nginx)]);
    const [againByGateway = [], againByNginx = []] = await inTurn([repeated(gateway), repeated(nginx)]);
    const perSecond = ({ perSecond }: LoadResult): number => perSecond;
    const times = (results: readonly LoadResult[], part: number): number =>
      rounded(
        medianOf(results, (result) => percentile(result.times, part)),
        1,
      );
    const rates = [byGateway, byNginx, againByGateway, againByNginx].map((results) =>
      medianOf(results, perSecond),
    );
    const [gatewayRate = NaN, nginxRate = NaN, cachedRate = NaN, nginxAgain = NaN] = rates;
    const row = (key: string, value: number, unit: string, what: string, goal = ''): Measurement => ({
      key,
      value,
      unit,
      what,
      goal,
    });
    return [
      row(
        'gateway.throughputRatio',
        rounded(gatewayRate / nginxRate),
        '× nginx',
        `different questions over ${connections} connections, ${oneQuestionMs} ms of work each, 5 at a time: ${Math.round(gatewayRate)} a second, nginx ${Math.round(nginxRate)}`,
        '≥ 0.5',
      ),
      row(
        'gateway.cachedRatio',
        rounded(cachedRate / nginxAgain),
        '× nginx',
        `20 questions over and over: ${Math.round(cachedRate)} a second, nginx ${Math.round(nginxAgain)}`,
        '> 3',
      ),
      row('gateway.p50', times(byGateway, 0.5), 'ms', `different questions; nginx ${times(byNginx, 0.5)} ms`),
      row(
        'gateway.p99',
        times(byGateway, 0.99),
        'ms',
        `different questions; nginx ${times(byNginx, 0.99)} ms`,
      ),
    ];
  } finally {
    await Promise.all([gateway.stop(), nginx.stop(), standIn.stop()]);
  }
}

/** What the gateway adds to the one request of a form, asked alone. */
async function measureAdded(): Promise<Measurement[]> {
  const standIn = await startStandIn(serviceTimeMs);
  const gateway = await startGatewayProcess(standIn.origin);
  const through = await salesperson();
  const { userName, webServiceAccessKey } = businessCentralUser;
  const direct = {
    authorization: `Basic ${Buffer.from(`${userName}:${webServiceAccessKey}`).toString('base64')}`,
    'accept-encoding': 'gzip',
  };
  const batch = { 'content-type': 'application/json', prefer: 'odata.continue-on-error' };
  const forms = (base: string, headers: Readonly<Record<string, string>>, first: number) => {
    const { origin, pathname } = new URL(base);
    return load(origin, 1, 60, (number) => ({
      method: 'POST',
      path: `${pathname}/$batch`,
      headers: { ...headers, ...batch },
      body: form(first + number, partsOfForm),
    }));
  };
  try {
    let first = 0;
    const [withGateway = [], without = []] = await inTurn([
      () => forms(`${gateway.origin}/ODataV4`, through, (first += 60)),
      () => forms(standIn.origin, direct, (first += 60)),
    ]);
    const half = (results: readonly LoadResult[]): number =>
      medianOf(results, ({ times }) => percentile(times, 0.5));
    return [
      {
        key: 'gateway.addedMs',
        value: rounded(half(withGateway) - half(without), 1),
        unit: 'ms',
        what: `added to a form’s batch of ${partsOfForm} questions, p50 (${rounded(half(without), 1)} ms without)`,
        goal: '≤ 5',
      },
    ];
  } finally {
    await Promise.all([gateway.stop(), standIn.stop()]);
  }
}

/** Everybody opens a form at the same moment. */
async function measureRush(): Promise<Measurement[]> {
  const standIn = await startStandIn(serviceTimeMs);
  const gateway = await startGatewayProcess(standIn.origin);
  const callers = await Promise.all(Array.from({ length: salespeople }, salesperson));
  try {
    const slowest: number[] = [];
    const answered: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { times, statuses } = await load(gateway.origin, salespeople, salespeople, (number) => ({
        method: 'POST',
        path: '/ODataV4/$batch',
        headers: {
          ...callers[number],
          'content-type': 'application/json',
          prefer: 'odata.continue-on-error',
        },
        body: form(run * salespeople + number, partsOfForm),
      }));
      slowest.push(times.at(-1) ?? NaN);
      answered.push(statuses.get(200) ?? 0);
    }
    return [
      {
        key: 'gateway.rush.answered',
        value: Math.min(...answered),
        unit: `of ${salespeople}`,
        what: `${salespeople} salespeople open a form at once, each with a quote of their own`,
        goal: `${salespeople}, none with 429`,
      },
      {
        key: 'gateway.rush.slowestMs',
        value: Math.round(median(slowest)),
        unit: 'ms',
        what: `the slowest of them; Business Central takes 5 at a time and ${partsOfForm * serviceTimeMs} ms for each`,
        goal: '≤ 3000',
      },
    ];
  } finally {
    await Promise.all([gateway.stop(), standIn.stop()]);
  }
}

/** Bytes on the gateway's heap after everything unreachable is gone. */
async function usedHeap(gateway: Running): Promise<number> {
  gateway.process.kill('SIGUSR2');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { body } = await request(`${gateway.origin}/metrics`);
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(await body.text())?.[1]);
}

/** Whether anything of many requests stays behind: answers kept for a second, thousands of questions, 50 callers. */
async function measureHeap(): Promise<Measurement[]> {
  const standIn = await startStandIn(0);
  const gateway = await startGatewayProcess(standIn.origin, { CACHE_SECONDS: '1' });
  const callers = await Promise.all(Array.from({ length: connections }, salesperson));
  let asked = 0;
  const ask = (count: number) => {
    const first = asked;
    asked += count;
    // Of ten questions, nine have been asked shortly before.
    return load(gateway.origin, connections, count, (number) =>
      reading(question(Math.floor((first + number) / 10)), callers[number % connections] ?? {}),
    );
  };
  try {
    allAnswered(await ask(requestsForHeap / 5));
    const before = await usedHeap(gateway);
    allAnswered(await ask(requestsForHeap));
    const after = await usedHeap(gateway);
    return [
      {
        key: 'gateway.heapGrowth',
        value: rounded(after / before - 1, 3),
        unit: 'of the heap',
        what: `growth over ${requestsForHeap.toLocaleString('en-US')} requests (${rounded(before / 2 ** 20, 1)} MB before)`,
        goal: 'flat (≤ 0.05)',
      },
    ];
  } finally {
    await Promise.all([gateway.stop(), standIn.stop()]);
  }
}

/** All that is measured of the gateway, each beside what it is compared with. */
export async function measureGateway(): Promise<Measurement[]> {
  return [
    ...(await measureThroughput()),
    ...(await measureAdded()),
    ...(await measureRush()),
    ...(await measureHeap()),
  ];
}

if (require.main === module) {
  void measureGateway().then((measurements) => {
    console.log(tableOf(measurements));
    console.log(JSON.stringify(Object.fromEntries(measurements.map(({ key, value }) => [key, value]))));
  });
}
