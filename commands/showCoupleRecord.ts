import type { FormContext } from './client';

/** Name of the section that holds the control CoupleRecord on every form of the solution. */
export const coupleRecordSection = 'bcs_couplerecord';

/**
 * Takes the user to the control CoupleRecord.
 * @returns false where the form has no section of that name
 */
export function showCoupleRecord({ ui }: FormContext): boolean {
  for (const tab of ui.tabs.get()) {
    const section = tab.sections.get(coupleRecordSection);
    if (section !== null) {
      tab.setDisplayState('expanded');
      tab.setFocus();
      section.controls.get()[0]?.setFocus?.();
      return true;
    }
  }
  return false;
}
