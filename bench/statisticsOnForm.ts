import type { Browser } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import type { Sandbox } from '../sandbox/sandbox';
import { questionsAbout } from '../test/browser/questions';
import { measureAnswers } from './answerOnForm';
import type { Measurement } from './measurement';

const account = (no: string) => `etn=account&id=${recordId('account', no)}`;
const quote = (number: string) => `etn=quote&id=${recordId('quote', number)}`;

/** Customer statistics on the form of an account and of a quote; Adatum, 10000, has the most entries of CRONUS's customers. */
export async function measureStatistics(
  browser: Browser,
  sandbox: Sandbox,
  roundTripMs: number,
): Promise<Measurement[]> {
  const same = {
    control: 'CustomerStatistics',
    questions: (of: Sandbox) => questionsAbout('statistics', of),
  } as const;
  return [
    ...(await measureAnswers(
      {
        ...same,
        key: 'statistics',
        what: 'customer statistics on the account',
        // The outer section stops being busy with the figures; the ledger has one of its own.
        end: 'painted figures; the ledger follows in the next frame',
        forms: [account('20000'), account('10000')],
        goal: '≤ 1.5',
      },
      browser,
      sandbox,
      roundTripMs,
    )),
    ...(await measureAnswers(
      {
        ...same,
        key: 'statistics.compact',
        what: 'customer statistics on the quote',
        end: 'painted answer',
        forms: [quote('QUO-03001'), quote('QUO-00001')],
        goal: '',
      },
      browser,
      sandbox,
      roundTripMs,
    )),
  ];
}
