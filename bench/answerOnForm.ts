import type { Browser, Page } from 'playwright-core';
import type { LoggedRequest } from '../sandbox/businessCentral/http/requestLog';
import type { Sandbox } from '../sandbox/sandbox';
import { awaitNextForm, instrument, timeToAnswer, type BenchedControlName } from './instrumentedPage';
import { median, rounded, type Measurement } from './measurement';

const runs = 7;

/** A control's answers on two forms, as a salesperson meets them one after the other. */
export interface FormsToMeasure {
  /** Of the measurements. */
  readonly key: string;
  readonly control: BenchedControlName;
  /** What is answered, in a few words: `customer statistics on the account`. */
  readonly what: string;
  /** What the time ends with, in a few words: `painted figures`. */
  readonly end: string;
  /** Parameters of the addresses of both forms, such as `etn=account&id=…`. */
  readonly forms: readonly [first: string, next: string];
  /** The goal for the ratio; blank where there is none. */
  readonly goal: string;
  /** Of what Business Central was asked, what this control asked. */
  readonly questions: (sandbox: Sandbox) => readonly LoggedRequest[];
}

interface Answer {
  readonly milliseconds: number;
  readonly requests: number;
  readonly kilobytes: number;
}

const pathOf = (form: string) => `/main.aspx?pagetype=entityrecord&${form}`;

/**
 * Both answers of one page. The browser has opened the first form once before, so that scripts and preflights are remembered; the
 * page is new. The second form is opened on the same page, as model-driven apps do.
 */
async function answersOf(
  { control, forms: [first, next], questions }: FormsToMeasure,
  browser: Browser,
  sandbox: Sandbox,
): Promise<readonly [first: Answer, next: Answer]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const address = sandbox.origin + pathOf(first);
  const answer = async (): Promise<Answer> => {
    const milliseconds = await timeToAnswer(page);
    const asked = questions(sandbox);
    const bytes = asked.reduce((sum, request) => sum + request.bytes, 0);
    return { milliseconds, requests: asked.length, kilobytes: rounded(bytes / 1024, 1) };
  };
  await instrument(page, control);
  await page.goto(address);
  await timeToAnswer(page);
  sandbox.businessCentral.requests.clear();
  await page.goto(address);
  const onFirst = await answer();
  await page.waitForLoadState('networkidle');
  sandbox.businessCentral.requests.clear();
  await openOnSamePage(page, pathOf(next));
  const onNext = await answer();
  await context.close();
  return [onFirst, onNext];
}

/** As a link does it that the browser's history knows: the page stays, the form is another. */
async function openOnSamePage(page: Page, path: string): Promise<void> {
  await awaitNextForm(page);
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/**
 * Time from `init` to the painted answer as a ratio to one round trip, and what it costs: of the form that follows another on
 * the page, which is how salespeople meet all but the first of a day, and of the first form of a page.
 * @param roundTripMs what one round trip takes
 */
export async function measureAnswers(
  forms: FormsToMeasure,
  browser: Browser,
  sandbox: Sandbox,
  roundTripMs: number,
): Promise<Measurement[]> {
  const both: (readonly [Answer, Answer])[] = [];
  for (let run = 0; run < runs; run += 1) {
    both.push(await answersOf(forms, browser, sandbox));
  }
  const { key, what, end, goal } = forms;
  const ratio = (answers: readonly Answer[]) =>
    rounded(median(answers.map(({ milliseconds }) => milliseconds)) / roundTripMs);
  const [first, next] = [both.map(([answer]) => answer), both.map(([, answer]) => answer)];
  return [
    {
      key: `${key}.ratio`,
      value: ratio(next),
      unit: '× round trip',
      what: `${what}, on a page that has had another form: from init to the ${end}`,
      goal,
    },
    {
      key: `${key}.first.ratio`,
      value: ratio(first),
      unit: '× round trip',
      what: `the same on the first form of a page, which has to look up the connection`,
      goal: '',
    },
    {
      key: `${key}.requests`,
      value: Math.max(...both.flat().map(({ requests }) => requests)),
      unit: 'requests',
      what: `${what}: HTTP requests to Business Central, most of ${both.length * 2} forms`,
      goal: '1',
    },
    {
      key: `${key}.kilobytes`,
      value: median(first.map(({ kilobytes }) => kilobytes)),
      unit: 'KB',
      what: `${what}: bodies of the answers`,
      goal: '',
    },
  ];
}
