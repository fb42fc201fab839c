import type { Browser } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import type { Sandbox } from '../sandbox/sandbox';
import { questionsAbout } from '../test/browser/questions';
import { instrument, timeToAnswer } from './instrumentedPage';
import { median, rounded, type Measurement } from './measurement';

/** Adatum, the customer of CRONUS with the most entries. */
const account = '10000';
const quote = 'QUO-00001';

const runs = 5;

interface Answer {
  readonly milliseconds: number;
  readonly requests: number;
  readonly kilobytes: number;
}

/** The control on a form that the browser has opened once before, so that scripts and preflights are remembered. */
async function answerOn(browser: Browser, sandbox: Sandbox, address: string): Promise<Answer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await instrument(page, 'CustomerStatistics');
  await page.goto(address);
  await timeToAnswer(page);
  sandbox.businessCentral.requests.clear();
  await page.goto(address);
  const milliseconds = await timeToAnswer(page);
  await context.close();
  const requests = questionsAbout('statistics', sandbox);
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  return { milliseconds, requests: requests.length, kilobytes: rounded(bytes / 1024, 1) };
}

/**
 * Time from `updateView` to the painted figures on the form of an account and of a quote, as a ratio to one round trip,
 * and what they cost.
 * @param latencyMs what one round trip takes
 */
export async function measureStatistics(
  browser: Browser,
  sandbox: Sandbox,
  latencyMs: number,
): Promise<Measurement[]> {
  const forms = [
    // The outer section stops being busy with the figures; the ledger has one of its own.
    {
      key: 'statistics',
      what: 'account',
      painted: 'figures; the ledger follows in the next frame',
      path: `etn=account&id=${recordId('account', account)}`,
    },
    {
      key: 'statistics.compact',
      what: 'quote',
      painted: 'answer',
      path: `etn=quote&id=${recordId('quote', quote)}`,
    },
  ];
  const measurements: Measurement[] = [];
  for (const { key, what, painted, path } of forms) {
    const answers: Answer[] = [];
    for (let run = 0; run < runs; run += 1) {
      answers.push(
        await answerOn(browser, sandbox, `${sandbox.origin}/main.aspx?pagetype=entityrecord&${path}`),
      );
    }
    measurements.push(
      {
        key: `${key}.ratio`,
        value: rounded(median(answers.map(({ milliseconds }) => milliseconds)) / latencyMs),
        unit: '× round trip',
        what: `customer statistics on the ${what}: from updateView to the painted ${painted}`,
        goal: key === 'statistics' ? '≤ 1.5' : '',
      },
      {
        key: `${key}.requests`,
        value: Math.max(...answers.map(({ requests }) => requests)),
        unit: 'requests',
        what: `customer statistics on the ${what}: HTTP requests to Business Central, most of ${runs} runs`,
        goal: '1',
      },
      {
        key: `${key}.kilobytes`,
        value: median(answers.map(({ kilobytes }) => kilobytes)),
        unit: 'KB',
        what: `customer statistics on the ${what}: bodies of the answers`,
        goal: '',
      },
    );
  }
  return measurements;
}
