import type { Browser } from 'playwright-core';
import type { Sandbox } from '../sandbox/sandbox';
import { median, rounded, type Measurement } from './measurement';

const runs = 15;

/** The smallest question that Business Central can be asked: one field of one row of a short list. */
export const smallestQuestion = "Company('CRONUS%20International%20Ltd.')/LocationList?$select=Code&$top=1";

/**
 * What one round trip to Business Central takes in the browser, on the same computer and in the same run as what is held
 * against it: the smallest question, asked from a page of the sandbox with nothing else to do.
 * @returns milliseconds, the median of several
 */
export async function roundTripOf(browser: Browser, sandbox: Sandbox): Promise<number> {
  const { userName, webServiceAccessKey } = sandbox.integrationUser;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(sandbox.origin);
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(
    async ({ address, authorization, count }) => {
      const taken: number[] = [];
      for (let run = 0; run <= count; run += 1) {
        const started = performance.now();
        await (await fetch(address, { headers: { authorization } })).json();
        taken.push(performance.now() - started);
      }
      return taken;
    },
    {
      address: `${sandbox.businessCentral.odataUrl}/${smallestQuestion}`,
      authorization: `Basic ${btoa(`${userName}:${webServiceAccessKey}`)}`,
      count: runs,
    },
  );
  await context.close();
  // The first one opens the connection and brings the preflight.
  return median(times.slice(1));
}

/** @param milliseconds as measured */
export function roundTripMeasurement(milliseconds: number, latencyMs: number): Measurement {
  return {
    key: 'roundTrip.ms',
    value: rounded(milliseconds, 1),
    unit: 'ms',
    what: `one round trip in the browser: the smallest question to Business Central, ${latencyMs} ms away`,
    goal: '',
  };
}
