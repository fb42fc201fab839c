import * as React from 'react';
import { fireEvent, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { openCouplingSession } from '../../CoupleRecord/couplingSession';
import ownEnglish from '../../CoupleRecord/strings/1033.json';
import { CoupleRecordView } from '../../CoupleRecord/views/CoupleRecordView';
import type { FormState } from '../../CoupleRecord/views/CoupleRecordView';
import type { SalesRecord, SalesRecords } from '../../sales/couplableRecords';
import english from '../../ui/strings/1033.json';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { account, candidateOf, candidates, fakeRecords } from './fakeCoupling';
import type { FakeCoupling } from './fakeCoupling';
import { now } from './fakeSources';
import { format, settle } from './rendering';

export const couplingStrings: Readonly<Record<string, string>> = { ...english, ...ownEnglish };

const language = { texts: textsOf((key) => couplingStrings[key] ?? key), format };
const theme = themeOf(undefined, false);

beforeEach(() => {
  // jsdom lays nothing out, so there is nothing to scroll.
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
});

export interface ShownCoupling extends RenderResult {
  readonly change: (form: Partial<FormState>) => void;
  /** Leaves the form. */
  readonly leave: () => void;
  readonly opened: string[];
  readonly openedRecords: string[];
  /** What is to be read on the screen; not what is only announced. */
  readonly text: () => string;
  /** What screen readers are told at the moment. */
  readonly announced: () => string;
  readonly buttons: () => string[];
  readonly press: (name: string) => Promise<void>;
}

/** Draws the control on the form of a record; a job is looked at again as soon as the test lets it. */
export async function showCoupling(
  fake: FakeCoupling,
  record: SalesRecord = account,
  {
    sales = fakeRecords(record),
    form = {},
    pause = () => Promise.resolve(),
  }: {
    readonly sales?: SalesRecords;
    readonly form?: Partial<FormState>;
    /** What passes between two looks. */
    readonly pause?: () => Promise<void>;
  } = {},
): Promise<ShownCoupling> {
  const session = openCouplingSession({
    sales,
    connect: () => fake.coupling,
    clock: {
      now: () => now,
      pause: (_milliseconds, { aborted }) =>
        aborted ? Promise.reject(new BusinessCentralError('aborted')) : pause(),
    },
  });
  const opened: string[] = [];
  const openedRecords: string[] = [];
  let current: FormState = {
    table: record.table,
    id: record.id,
    number: undefined,
    modifiedAt: null,
    ...form,
  };
  const view = () => (
    <CoupleRecordView
      session={session}
      language={language}
      clock={{ now: () => now }}
      theme={theme}
      form={current}
      openAddress={(address) => opened.push(address)}
      openRecord={({ table, id }) => openedRecords.push(`${table} ${id}`)}
    />
  );
  const result = render(view());
  const shown: ShownCoupling = {
    ...result,
    change: (changes) => {
      current = { ...current, ...changes };
      result.rerender(view());
    },
    leave: () => {
      session.close();
      result.unmount();
    },
    opened,
    openedRecords,
    text: () => {
      const copy = result.container.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[role=status]').forEach((region) => region.remove());
      return copy.textContent;
    },
    announced: () => result.container.querySelector('[role=status]')?.textContent ?? '',
    buttons: () => result.queryAllByRole('button').map((button) => button.textContent),
    press: async (name) => {
      const button = result.getByRole('button', { name });
      button.focus();
      fireEvent.click(button);
      await settle();
    },
  };
  await settle();
  return shown;
}

/** Draws the control with the panel that couples, in which customer 10000 is chosen. */
export async function showChosen(fake: FakeCoupling): Promise<ShownCoupling> {
  const shown = await showCoupling(fake);
  await shown.press('Couple…');
  await answer(fake.searches[0]!, candidates(candidateOf('10000', 'Adatum Corporation')));
  fireEvent.click(shown.getByRole('option'));
  await settle();
  return shown;
}

/** What has been asked of Business Central, in order. */
export const deeds = (fake: FakeCoupling): string[] => fake.deeds.map(({ asked }) => asked);

export async function answer<Answer>(
  pending: { readonly answer: (value: Answer) => void },
  value: Answer,
): Promise<void> {
  pending.answer(value);
  await settle();
}
