import type { Format } from '../../ui/format';

/** Day and time on the user's clock. @param instant milliseconds since 1970 */
export function momentOf(instant: number, format: Format): string {
  return `${format.day(format.dayOf(instant))} ${format.time(instant)}`;
}

/** Between two instants, in whole seconds: `h:mm:ss`, as the column's title says. */
export function durationOf(startedAt: number, finishedAt: number): string {
  const seconds = Math.max(0, Math.round((finishedAt - startedAt) / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
