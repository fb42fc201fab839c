/** Rounds half away from zero, as Dataverse keeps decimals. */
export function roundedTo(value: number, precision: number): number {
  const factor = 10 ** precision;
  const scaled = Math.abs(value) * factor;
  // A sum such as 1.005 * 100 falls just short of its half; the nudge is far below any digit that is kept.
  return (Math.sign(value) * Math.round(scaled + scaled * Number.EPSILON)) / factor;
}
