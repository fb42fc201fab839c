import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something has happened that sends no event; the test's own timeout is the limit. */
export async function until(hasHappened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await hasHappened())) {
    await wait(5);
  }
}
