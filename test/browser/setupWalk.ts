import type { FrameLocator, Locator, Page } from 'playwright-core';
import english from '../../administration/strings/1033.json';
import italian from '../../administration/strings/1040.json';
import type { StepName } from '../../administration/setup/stepNames';
import { openPage } from './administrationApp';
import type { HostUnderTest, WatchedPage } from './hostUnderTest';

/** Texts of the pages, by Windows locale id. */
const texts = { 1033: english, 1040: italian } as const;

export type WalkLanguage = keyof typeof texts;
export type WalkText = keyof typeof english;

/** A walk through the assisted setup that counts what an administrator does. */
export interface SetupWalk extends WatchedPage {
  readonly frame: FrameLocator;
  /** The page's own words. @param values in the place of `{name}` */
  words(key: WalkText, values?: Readonly<Record<string, string>>): string;
  /** Presses a button, within a part of the page where one is given. */
  press(key: WalkText, within?: Locator): Promise<void>;
  /** Presses a button by its whole name. */
  pressNamed(name: string): Promise<void>;
  /** Chooses one of a few, or ticks something. */
  choose(key: WalkText): Promise<void>;
  /** Types into an entry. */
  enter(key: WalkText, value: string): Promise<void>;
  /** Opens a step from the list of steps. */
  open(step: StepName): Promise<void>;
  /** Goes on, with a yes where the step is not done, and waits until the next one is there. */
  goOnTo(step: StepName, key?: WalkText): Promise<void>;
  /** The open step. */
  step(): Locator;
  /** How a step stands, in the list of steps. */
  stateOf(step: StepName): Locator;
  /** What was done until now. */
  counted(): { readonly clicks: number; readonly entries: number };
}

/** @param more of the address, such as `&user=ada` */
export async function startWalk(
  host: HostUnderTest,
  language: WalkLanguage,
  more: string,
  viewport?: { readonly width: number; readonly height: number },
): Promise<SetupWalk> {
  const opened = await openPage(host, 'setup', `${more}&language=${language}`, viewport);
  return walkOn(opened.page, opened.frame, opened, language);
}

function walkOn(page: Page, frame: FrameLocator, watched: WatchedPage, language: WalkLanguage): SetupWalk {
  let clicks = 0;
  let entries = 0;
  const words = (key: WalkText, values: Readonly<Record<string, string>> = {}): string =>
    texts[language][key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  const title = (step: StepName) => words(`setup_${step}`);
  const click = async (button: Locator) => {
    clicks += 1;
    await button.click();
  };
  const walk: SetupWalk = {
    ...watched,
    page,
    frame,
    words,
    press: (key, within) =>
      click((within ?? frame.locator('body')).getByRole('button', { name: words(key), exact: true })),
    pressNamed: (name) => click(frame.getByRole('button', { name, exact: true })),
    choose: (key) => click(frame.getByLabel(words(key), { exact: true })),
    enter: async (key, value) => {
      entries += 1;
      await frame.getByLabel(words(key), { exact: true }).fill(value);
    },
    open: async (step) => {
      await click(walk.stateOf(step));
      await frame.getByRole('region', { name: title(step), exact: true }).waitFor();
    },
    goOnTo: async (step, key = 'next') => {
      await walk.press(key);
      const question = frame.getByRole('alertdialog');
      const next = frame.getByRole('region', { name: title(step), exact: true });
      await question.or(next).first().waitFor();
      if (await question.isVisible()) {
        await walk.press('goOnAllTheSame', question);
      }
      await next.waitFor();
    },
    step: () => frame.getByRole('region'),
    stateOf: (step) =>
      frame
        .getByRole('navigation', { name: words('setup_steps') })
        .getByRole('button', { name: title(step) }),
    counted: () => ({ clicks, entries }),
  };
  return walk;
}
