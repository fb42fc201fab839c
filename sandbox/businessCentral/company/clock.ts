import type { Day } from '../../demoData/calendar';

/** A clock that runs at the machine's time of day, on the work date. */
export function clockOn(workDate: Day): () => Date {
  const [year = 0, month = 1, day = 1] = workDate.split('-').map(Number);
  return () => {
    const now = new Date();
    now.setFullYear(year, month - 1, day);
    return now;
  };
}
