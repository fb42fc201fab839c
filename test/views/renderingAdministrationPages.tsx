import * as React from 'react';
import { fireEvent, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { stringsOf } from '../../administration/strings';
import { PauseContext } from '../../administration/synchronization/review/pause';
import { ControlFrame } from '../../ui/ControlFrame';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { now } from './fakeSources';
import { format, settle } from './rendering';

/** A pause of the page that the test lets end. */
export interface HeldPause {
  readonly milliseconds: number;
  readonly end: () => Promise<void>;
}

export interface ShownPage extends RenderResult {
  /** Pauses that have not ended, the latest last. */
  readonly pauses: HeldPause[];
  readonly press: (name: string | RegExp) => Promise<void>;
  /** What is to be read on the screen; not what is only announced. */
  readonly text: () => string;
  /** What screen readers are told at the moment, from all places. */
  readonly announced: () => string;
}

/** Draws a page in a language, with pauses that the test ends. */
export async function showPage(page: React.ReactElement, language = 1033): Promise<ShownPage> {
  const strings: Readonly<Record<string, string>> = stringsOf(language);
  const pauses: HeldPause[] = [];
  const pause = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const held: HeldPause = {
        milliseconds,
        end: async () => {
          pauses.splice(pauses.indexOf(held), 1);
          resolve();
          await settle();
        },
      };
      pauses.push(held);
      signal.addEventListener('abort', () => {
        pauses.splice(pauses.indexOf(held), 1);
        resolve();
      });
    });
  const result = render(
    <ControlFrame
      language={{ texts: textsOf((key) => strings[key] ?? key, format.quantity), format }}
      clock={{ now: () => now }}
      theme={themeOf(undefined, false)}
    >
      <PauseContext.Provider value={pause}>{page}</PauseContext.Provider>
    </ControlFrame>,
  );
  await settle();
  return {
    ...result,
    pauses,
    press: async (name) => {
      const button = result.getByRole('button', { name });
      button.focus();
      fireEvent.click(button);
      await settle();
    },
    text: () => {
      const copy = result.container.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[role=status]').forEach((region) => region.remove());
      return copy.textContent;
    },
    announced: () =>
      [...result.container.querySelectorAll('[role=status]')]
        .map(({ textContent }) => textContent)
        .filter((text) => text !== '')
        .join(' | '),
  };
}

/** The row of a table by the text of its header cell. */
export function rowOf(page: ShownPage, name: string | RegExp): HTMLElement {
  const row = page.getByRole('rowheader', { name }).closest('tr');
  if (row === null) {
    throw new Error('A row header stands in a row.');
  }
  return row;
}
