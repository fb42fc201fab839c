import * as React from 'react';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { CustomerAnswer } from '../../businessCentral/statistics/types';
import type { Statistics } from '../../businessCentral/statistics/statistics';
import { openStatisticsSession } from '../../CustomerStatistics/statisticsSession';
import ownEnglish from '../../CustomerStatistics/strings/1033.json';
import { CustomerStatisticsView } from '../../CustomerStatistics/views/CustomerStatisticsView';
import type { FormState } from '../../CustomerStatistics/views/CustomerStatisticsView';
import type { DocumentWithCustomer, SalesCustomers } from '../../sales/customers';
import english from '../../ui/strings/1033.json';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { documentWith, fakeSalesCustomers, fakeStatistics } from './fakeCustomers';
import { now } from './fakeSources';
import { format, settle } from './rendering';

export const statisticsStrings: Readonly<Record<string, string>> = { ...english, ...ownEnglish };

/** As a user in London reads them: with separated thousands. */
const british = {
  ...format,
  price: (value: number) => format.price(value).replace(/\B(?=(\d{3})+\.)/g, ','),
};

const language = { texts: textsOf((key) => statisticsStrings[key] ?? key), format: british };
const theme = themeOf(undefined, false);

export const accountForm: FormState = {
  table: 'account',
  id: 'account-1',
  number: undefined,
  total: null,
  modifiedAt: null,
};
export const quoteForm: FormState = { ...accountForm, table: 'quote', id: 'quote-1', total: 1_000 };
export const orderForm: FormState = { ...quoteForm, table: 'salesorder', id: 'order-1' };

/** As one reads it: without the signs that keep names to themselves, and amounts and their currencies together. */
function readable(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ');
}

export interface ShownStatistics extends RenderResult {
  /** Draws again after a change on the form, as the platform does. */
  readonly change: (form: Partial<FormState>) => void;
  readonly close: () => void;
  readonly opened: string[];
  /** What is to be read on the screen; not what is only announced. */
  readonly text: () => string;
  /** What screen readers are told at the moment. */
  readonly announced: () => string;
  /** Rows of definition lists in their order: what stands at each name. */
  readonly figures: () => [string, string][];
}

export interface StatisticsSurroundings {
  readonly sales: SalesCustomers;
  readonly statistics: Statistics;
  readonly form: FormState;
  readonly clock?: { now: () => number };
}

/** Draws the control with sources of the test's own. */
export function showStatistics({
  sales,
  statistics,
  form,
  clock = { now: () => now },
}: StatisticsSurroundings): ShownStatistics {
  const session = openStatisticsSession({ sales, connect: () => statistics });
  const opened: string[] = [];
  let current = form;
  const view = () => (
    <CustomerStatisticsView
      session={session}
      language={language}
      clock={clock}
      theme={theme}
      form={current}
      openAddress={(address) => opened.push(address)}
    />
  );
  const result = render(view());
  const visibleCopy = () => {
    const copy = result.container.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('[role=status], [hidden]').forEach((unseen) => unseen.remove());
    return copy;
  };
  return {
    ...result,
    change: (changes) => {
      current = { ...current, ...changes };
      result.rerender(view());
    },
    close: () => session.close(),
    opened,
    text: () => readable(visibleCopy().textContent),
    announced: () => readable(result.container.querySelector('[role=status]')?.textContent ?? ''),
    figures: () =>
      [...visibleCopy().querySelectorAll('dt')].map((name) => [
        name.textContent,
        readable(name.nextElementSibling?.textContent ?? ''),
      ]),
  };
}

/** What a test may put in the place of what most of them take. */
export interface Surroundings extends Partial<Pick<StatisticsSurroundings, 'form' | 'clock'>> {
  readonly sales?: Partial<SalesCustomers>;
  readonly webClient?: boolean;
}

/** Draws the control on an account; null leaves every question to the test. */
export async function showAccount(
  answer: CustomerAnswer | null,
  { sales: overrides = {}, form = accountForm, webClient = true, ...others }: Surroundings = {},
) {
  const { sales, calls } = fakeSalesCustomers(overrides);
  const { statistics, questions } = fakeStatistics(answer, webClient);
  const shown = showStatistics({ sales, statistics, form, ...others });
  await settle();
  return { ...shown, calls, questions };
}

/** Draws the control on a quote; null leaves every question to the test. */
export async function showDocument(
  answer: CustomerAnswer | null,
  document: Partial<DocumentWithCustomer> = {},
  { sales, form = quoteForm, ...others }: Surroundings = {},
) {
  return showAccount(answer, {
    sales: { documentWithCustomer: () => Promise.resolve(documentWith(document)), ...sales },
    form,
    ...others,
  });
}
