import type { Page } from 'playwright-core';

/** What the page keeps for measuring; put there before any script of its own runs. */
interface Bench {
  /** The control of the form before, whose last calls do not count. */
  before: object | null;
  /** When the form started the control, calling `init`; performance.now(). */
  startedAt: number | null;
  /** When the control's answer was painted. */
  answeredAt: number | null;
  /** A control's class and the context that the form gave it. */
  captured: { control: object; componentClass: new () => BenchedControl; context: unknown } | null;
}

export interface BenchedControl {
  readonly init: (this: BenchedControl, context: unknown, notify: () => void, state: object) => void;
  readonly updateView: (this: BenchedControl, context: unknown) => object;
  destroy(): void;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/** A control of the solution, by its constructor. */
export type BenchedControlName = 'ProductAvailability' | 'CustomerStatistics' | 'CoupleRecord';

/**
 * Watches one control from outside, through the one function that every bundle calls to register itself: the bundles
 * stay those of production, and the other controls of the form are there and at work.
 */
export async function instrument(page: Page, controlName: BenchedControlName): Promise<void> {
  // tsx compiles with esbuild's keepNames, whose function a page does not have.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript((constructorName) => {
    const bench: Bench = { before: null, startedAt: null, answeredAt: null, captured: null };
    window.bench = bench;
    type Register = (name: string, componentClass: new () => BenchedControl) => void;
    const watched =
      (register: Register): Register =>
      (name, componentClass) => {
        if (!name.endsWith(`.${constructorName}`)) {
          register(name, componentClass);
          return;
        }
        const prototype = componentClass.prototype as {
          init: BenchedControl['init'];
          updateView: BenchedControl['updateView'];
        };
        const { init, updateView } = prototype;
        prototype.init = function watchedInit(context, notify, state) {
          bench.startedAt ??= performance.now();
          init.call(this, context, notify, state);
        };
        prototype.updateView = function watchedUpdateView(context) {
          if (this !== bench.before) {
            bench.captured = { control: this, componentClass, context };
          }
          return updateView.call(this, context);
        };
        register(name, componentClass);
      };
    let framework: { registerControl: Register } | undefined;
    Object.defineProperty(window, 'ComponentFramework', {
      get: () => framework,
      set: (given: { registerControl: Register }) => {
        framework = { registerControl: watched(given.registerControl) };
      },
    });

    new MutationObserver(() => {
      const answered =
        document.querySelector(`[data-control$=".${constructorName}"] section[aria-busy="false"]`) !== null;
      if (answered && bench.answeredAt === null && bench.startedAt !== null) {
        bench.answeredAt = Infinity;
        // The frame in which the change is painted has ended when the task after it runs.
        requestAnimationFrame(() => setTimeout(() => (bench.answeredAt = performance.now()), 0));
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-busy'],
    });
  }, controlName);
}

/** Starts anew for the control of the form that the page opens next. */
export async function awaitNextForm(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.bench.before = window.bench.captured?.control ?? null;
    window.bench.startedAt = null;
    window.bench.answeredAt = null;
  });
}

/** Milliseconds from the control's start to the painted answer. */
export async function timeToAnswer(page: Page): Promise<number> {
  await page.waitForFunction(() => window.bench.answeredAt !== null && window.bench.answeredAt !== Infinity);
  return page.evaluate(() => (window.bench.answeredAt ?? NaN) - (window.bench.startedAt ?? NaN));
}
