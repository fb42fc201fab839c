import type { Browser } from 'playwright-core';
import { recordId } from '../sandbox/identity';
import type { Sandbox } from '../sandbox/sandbox';
import { instrument, timeToAnswer } from './instrumentedPage';
import { median, rounded, type Measurement } from './measurement';

const slowdown = 4;
const strokes = 9;

declare global {
  interface Window {
    keystroke: { pressedAt: number; paintedAt: number; longTasks: number };
  }
}

/** How long a changed quantity takes to be answered on the form, at a fraction of this computer's speed. */
export async function measureKeystroke(browser: Browser, sandbox: Sandbox): Promise<Measurement[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await instrument(page, 'ProductAvailability');
  const lineId = recordId('quotedetail', 'QUO-00001/1');
  await page.goto(`${sandbox.origin}/main.aspx?pagetype=entityrecord&etn=quotedetail&id=${lineId}`);
  await timeToAnswer(page);
  const quantity = page.getByLabel('Quantity', { exact: false }).first();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  const times: number[] = [];
  let longTasks = 0;
  for (let stroke = 1; stroke <= strokes; stroke += 1) {
    await quantity.fill(String(10 + stroke));
    await page.evaluate(() => {
      window.keystroke = { pressedAt: 0, paintedAt: 0, longTasks: 0 };
      const control = document.querySelector('[data-control$=".ProductAvailability"]');
      const tasks = new PerformanceObserver((list) => {
        window.keystroke.longTasks += list.getEntries().length;
      });
      tasks.observe({ type: 'longtask' });
      const changes = new MutationObserver(() => {
        changes.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.keystroke.paintedAt = performance.now()), 0));
      });
      changes.observe(control ?? document, { subtree: true, childList: true, characterData: true });
      addEventListener('keydown', () => (window.keystroke.pressedAt = performance.now()), {
        capture: true,
        once: true,
      });
    });
    await quantity.press('Enter');
    await page.waitForFunction(() => window.keystroke.paintedAt > 0);
    const { pressedAt, paintedAt, longTasks: during } = await page.evaluate(() => window.keystroke);
    times.push(paintedAt - pressedAt);
    longTasks += during;
  }
  await context.close();
  return [
    {
      key: 'keystroke.ms',
      value: rounded(median(times), 0),
      unit: 'ms',
      what: `a changed quantity, from the key to the painted answer, at ${slowdown}× CPU throttling`,
      goal: '< 100 ms',
    },
    {
      key: 'keystroke.longTasks',
      value: longTasks,
      unit: 'tasks',
      what: `tasks over 50 ms in ${strokes} such keystrokes`,
      goal: '0',
    },
  ];
}
