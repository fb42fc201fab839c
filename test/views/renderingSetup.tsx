import * as React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import english from '../../administration/strings/1033.json';
import shared from '../../ui/strings/1033.json';
import { SetupPage } from '../../administration/setup/SetupPage';
import type { CompanyQuestions } from '../../administration/sources';
import type { SetupQuestions } from '../../administration/setup/setupQuestions';
import { ControlFrame } from '../../ui/ControlFrame';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { fakeCompany } from './fakeSetup';
import { format, settle } from './rendering';

export const words: Readonly<Record<string, string>> = { ...shared, ...english };

export const language = { texts: textsOf((key) => words[key] ?? key, format.quantity), format };

export interface ShownSetup extends RenderResult {
  readonly visited: string[];
  /** The step that is open, and how each step stands. */
  readonly current: () => string;
  readonly states: () => readonly string[];
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly type: (label: string, value: string) => void;
  /** What screen readers have just been told. */
  readonly announced: () => string;
}

/** The setup page on questions that a test has made; shown as soon as they are answered. */
export async function showSetup(
  questions: SetupQuestions,
  data = '',
  over: (connectionId: string) => CompanyQuestions = () => fakeCompany(),
): Promise<ShownSetup> {
  const visited: string[] = [];
  const result = render(
    <ControlFrame language={language} clock={{ now: () => 0 }} theme={themeOf(undefined, false)}>
      <SetupPage
        questions={questions}
        navigateTo={(page, to) => visited.push(to === undefined ? page : `${page} ${to}`)}
        data={data}
        over={over}
      />
    </ControlFrame>,
  );
  await settle();
  const steps = () =>
    within(screen.getByRole('navigation', { name: 'Steps of the setup' })).getAllByRole('button');
  return {
    ...result,
    visited,
    current: () => steps().find((step) => step.getAttribute('aria-current') === 'step')?.textContent ?? '',
    states: () =>
      steps().map(
        (step) =>
          Object.entries(english)
            .find(([key, text]) => key.startsWith('stepState_') && step.textContent.endsWith(text))?.[0]
            .replace('stepState_', '') ?? '',
      ),
    press: async (name) => {
      fireEvent.click(screen.getByRole('button', { name }));
      await settle();
    },
    type: (label, value) => fireEvent.change(screen.getByLabelText(label), { target: { value } }),
    announced: () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(' '),
  };
}
