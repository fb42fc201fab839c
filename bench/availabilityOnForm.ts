import type { Browser } from 'playwright-core';
import type { Sandbox } from '../sandbox/sandbox';
import { questionsAbout } from '../test/browser/questions';
import { instrument, timeToAnswer } from './instrumentedPage';
import { median, rounded, type Measurement } from './measurement';

/** Demo quotes by their number of lines, all of different products. */
const quotes: readonly (readonly [lines: number, quoteNumber: string])[] = [
  [1, 'QUO-00001'],
  [10, 'QUO-00010'],
  [50, 'QUO-01050'],
  [200, 'QUO-00200'],
  [1000, 'QUO-02000'],
];

const goals: Readonly<Record<number, { readonly requests: string; readonly ratio: string }>> = {
  50: { requests: '≤ 2', ratio: '≤ 2 round trips, and the operations’ own time' },
  1000: { requests: '≤ 12', ratio: '≤ 6 round trips' },
};

const runs = 5;

/** Times of a whole answer, and what went over the wire for it. */
interface Answer {
  readonly milliseconds: number;
  readonly requests: number;
  readonly kilobytes: number;
}

function readings(sandbox: Sandbox): Pick<Answer, 'requests' | 'kilobytes'> {
  const requests = questionsAbout('availability', sandbox);
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  return { requests: requests.length, kilobytes: rounded(bytes / 1024, 1) };
}

/** The control, on the form of a quote. */
async function controlAnswers(browser: Browser, sandbox: Sandbox, quoteNumber: string): Promise<Answer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await instrument(page, 'ProductAvailability');
  await page.goto(sandbox.quoteAddress('QUO-00001'));
  await timeToAnswer(page);
  sandbox.businessCentral.requests.clear();
  await page.goto(sandbox.quoteAddress(quoteNumber));
  const milliseconds = await timeToAnswer(page);
  await context.close();
  return { milliseconds, ...readings(sandbox) };
}

/**
 * Time from `init` to the painted answer on the form of a quote, as a ratio to one round trip, and what it costs;
 * beside a client that asks one request a line.
 * @param roundTripMs what one round trip takes
 */
export async function measureAvailability(
  browser: Browser,
  sandbox: Sandbox,
  roundTripMs: number,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [lines, quoteNumber] of quotes) {
    const answers: Answer[] = [];
    for (let run = 0; run < runs; run += 1) {
      answers.push(await controlAnswers(browser, sandbox, quoteNumber));
    }
    const ratio = median(answers.map(({ milliseconds }) => milliseconds)) / roundTripMs;
    const requests = Math.max(...answers.map((answer) => answer.requests));
    const kilobytes = median(answers.map((answer) => answer.kilobytes));
    const key = `availability.${lines}`;
    const what = `${lines} line${lines === 1 ? '' : 's'}`;
    measurements.push(
      {
        key: `${key}.ratio`,
        value: rounded(ratio),
        unit: '× round trip',
        what: `${what}: from init to the painted answer`,
        goal: goals[lines]?.ratio ?? '',
      },
      {
        key: `${key}.requests`,
        value: requests,
        unit: 'requests',
        what: `${what}: HTTP requests to Business Central, most of ${runs} runs (preflights aside, which the browser remembers)`,
        goal: goals[lines]?.requests ?? '',
      },
      {
        key: `${key}.kilobytes`,
        value: kilobytes,
        unit: 'KB',
        what: `${what}: bodies of the answers`,
        goal: '',
      },
    );
  }
  return measurements;
}
