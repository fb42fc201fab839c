import { cronus } from './cronus';
import { madeItem } from './madeItems';
import type { DemoItem } from './records';

/** The second company: its name has an apostrophe, and its stock differs from that of CRONUS. */
export const directorsCutName = "Director's Cut Ltd.";

export interface DirectorsCutItem {
  readonly item: DemoItem;
  /** On hand, in base units, at the blank location. */
  readonly inventory: number;
}

function cronusItem(itemNo: string): DemoItem {
  const item = cronus.items.find((candidate) => candidate.No === itemNo);
  if (item === undefined) {
    throw new Error(`CRONUS has no item ${itemNo}`);
  }
  return { ...item, Substitutions: [] };
}

/** ATHENS Desk is in both companies, so that the choice of the company can be seen in the figures. */
export const directorsCutItems: readonly DirectorsCutItem[] = [
  { item: cronusItem('1896-S'), inventory: 12 },
  { item: cronusItem('1906-S'), inventory: 0 },
  {
    item: madeItem({ No: 'DC-100', Description: "Director's chair, canvas", Unit_Price: 89, Unit_Cost: 41 }),
    inventory: 34,
  },
  {
    item: madeItem({ No: 'DC-200', Description: 'Clapperboard', Unit_Price: 24.5, Unit_Cost: 9 }),
    inventory: -2,
  },
];
