import type { Day } from './demoData/calendar';

const startedAt = Date.now();

/**
 * The clock of the sandbox. On a given day it starts at noon of Greenwich and runs on, so that it is that day in the time zones of
 * this machine and of its browsers alike, whatever the hour; one clock for all who ask for the same day.
 * @param day `yyyy-MM-dd`; undefined: the machine's own time
 */
export function clockOn(day: Day | undefined): () => Date {
  if (day === undefined) {
    return () => new Date();
  }
  const ahead = Date.parse(`${day}T12:00:00Z`) - startedAt;
  return () => new Date(Date.now() + ahead);
}
