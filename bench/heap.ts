import type { Browser, CDPSession } from 'playwright-core';
import type { Sandbox } from '../sandbox/sandbox';
import { instrument, timeToAnswer } from './instrumentedPage';
import { rounded, type Measurement } from './measurement';

/** Until the browser has compiled what it compiles and its buffers of past requests are full. */
const warmUps = 200;
const mounts = 200;

interface ReactDom {
  render(element: object, container: Element): void;
  unmountComponentAtNode(container: Element): void;
}

declare global {
  interface Window {
    ReactDOMv16: ReactDom;
  }
}

/** What a control asked of Dataverse before it went cannot be called back, and is held until it is answered. */
const untilAnswered = 2000;

/** Bytes on the JavaScript heap after everything unreachable is gone. */
async function usedHeap(session: CDPSession): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, untilAnswered));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Whether the control leaves anything behind: it is mounted with the context that a form gave, answers, and goes. */
export async function measureHeap(browser: Browser, sandbox: Sandbox): Promise<Measurement[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await instrument(page, 'ProductAvailability');
  await page.goto(sandbox.quoteAddress('QUO-00010'));
  await timeToAnswer(page);
  const session = await context.newCDPSession(page);

  const mountTimes = (times: number) =>
    page.evaluate(async (count) => {
      const captured = window.bench.captured;
      if (captured === null) {
        throw new Error('No control was captured');
      }
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let index = 0; index < count; index += 1) {
        const container = document.body.appendChild(document.createElement('div'));
        const control = new captured.componentClass();
        control.init(captured.context, () => undefined, {});
        window.ReactDOMv16.render(control.updateView(captured.context), container);
        const answered = () => container.querySelector('section[aria-busy="false"]') !== null;
        for (let frames = 0; frames < 600 && !answered(); frames += 1) {
          await frame();
        }
        control.destroy();
        window.ReactDOMv16.unmountComponentAtNode(container);
        container.remove();
      }
      await frame();
    }, times);

  await mountTimes(warmUps);
  const before = await usedHeap(session);
  await mountTimes(mounts);
  const after = await usedHeap(session);
  await context.close();
  return [
    {
      key: 'heap.growth',
      value: rounded(after / before - 1, 3),
      unit: 'of the heap',
      what: `growth of the page’s heap over ${mounts} mounts and unmounts (${rounded(before / 2 ** 20, 1)} MB before)`,
      goal: 'flat (≤ 0.05)',
    },
  ];
}
