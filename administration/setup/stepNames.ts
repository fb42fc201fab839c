/** The steps of the setup, in the order in which each needs those before it; text keys `setup_<step>`. */
export const stepNames = [
  'way',
  'businessCentral',
  'services',
  'matching',
  'roles',
  'salespeople',
  'synchronize',
] as const;

export type StepName = (typeof stepNames)[number];

/** @param data what a link to the page says, such as `step=roles` @returns null: no step */
export function stepOfData(data: string): StepName | null {
  const wanted = new URLSearchParams(data).get('step');
  return stepNames.find((name) => name === wanted) ?? null;
}

/** What a link to a step of the setup says. */
export function dataOfStep(step: StepName): string {
  return `step=${step}`;
}
