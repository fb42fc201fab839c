import type { Page } from 'playwright-core';

/** What the page keeps for measuring; put there before any script of its own runs. */
interface Bench {
  /** When the form first called `updateView` of a control; performance.now(). */
  updateViewAt: number | null;
  /** When the control's answer was painted. */
  answeredAt: number | null;
  /** A control's class and the context that the form gave it. */
  captured: { componentClass: new () => BenchedControl; context: unknown } | null;
}

export interface BenchedControl {
  init(context: unknown, notify: () => void, state: object): void;
  readonly updateView: (this: BenchedControl, context: unknown) => object;
  destroy(): void;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/**
 * Watches controls from outside, through the one function that every bundle calls to register itself: the bundles
 * stay those of production.
 */
export async function instrument(page: Page): Promise<void> {
  // tsx compiles with esbuild's keepNames, whose function a page does not have.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(() => {
    const bench: Bench = { updateViewAt: null, answeredAt: null, captured: null };
    window.bench = bench;
    type Register = (name: string, componentClass: new () => BenchedControl) => void;
    const watched =
      (register: Register): Register =>
      (name, componentClass) => {
        const prototype = componentClass.prototype as { updateView: BenchedControl['updateView'] };
        const { updateView } = prototype;
        prototype.updateView = function watchedUpdateView(context) {
          bench.updateViewAt ??= performance.now();
          bench.captured = { componentClass, context };
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
      const answered = document.querySelector('.code-component section[aria-busy="false"]') !== null;
      if (answered && bench.answeredAt === null && bench.updateViewAt !== null) {
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
  });
}

/** Milliseconds from the first `updateView` to the painted answer. */
export async function timeToAnswer(page: Page): Promise<number> {
  await page.waitForFunction(() => window.bench.answeredAt !== null && window.bench.answeredAt !== Infinity);
  return page.evaluate(() => (window.bench.answeredAt ?? NaN) - (window.bench.updateViewAt ?? NaN));
}
