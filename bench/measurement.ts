/** One measured figure, under the key that the closing JSON line has. */
export interface Measurement {
  readonly key: string;
  readonly value: number;
  /** As the table shows it: `ms`, `requests`, `KB`, `× round trip` … */
  readonly unit: string;
  /** What was done, in a few words. */
  readonly what: string;
  /** The figure to reach, as the table shows it; blank where there is none. */
  readonly goal: string;
}

/** The middle of several runs, which one slow run does not move. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** To the given number of digits after the point. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Measurements as a Markdown table, which docs/performance.md takes as it is. */
export function tableOf(measurements: readonly Measurement[]): string {
  const lines = measurements.map(
    ({ key, value, unit, what, goal }) => `| \`${key}\` | ${what} | ${value} ${unit} | ${goal} |`,
  );
  return ['| Key | What | Measured | Goal |', '|---|---|---|---|', ...lines].join('\n');
}
