import type { Browser } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import type { Sandbox } from '../sandbox/sandbox';
import { measureAnswers } from './answerOnForm';
import type { Measurement } from './measurement';

/** @param key number of the company's account, and name */
const contact = (key: string) => `etn=contact&id=${recordId('contact', key)}`;

/** CoupleRecord on the form of a contact, which has no other control: what is coupled, and what it depends on. */
export function measureCoupling(
  browser: Browser,
  sandbox: Sandbox,
  roundTripMs: number,
): Promise<Measurement[]> {
  return measureAnswers(
    {
      key: 'couple',
      control: 'CoupleRecord',
      what: 'state of the coupling on the contact',
      end: 'painted answer',
      forms: [contact('20000/Piers Morley'), contact('10000/Robert Townes')],
      goal: '≤ 1.5',
      questions: ({ businessCentral }) =>
        businessCentral.requests.all().filter(({ method }) => method !== 'OPTIONS'),
    },
    browser,
    sandbox,
    roundTripMs,
  );
}
