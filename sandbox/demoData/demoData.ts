import { bulkItems, bulkItemUnits } from './bulkItems';
import { cronus } from './cronus';
import { scenarioItems, scenarioItemUnits } from './madeItems';
import type { DemoItem, DemoItemUnit } from './records';

/** Every item of CRONUS as Sales knows it: also those that have been deleted in Business Central since. */
export const demoItems: readonly DemoItem[] = [
  ...cronus.items,
  ...scenarioItems,
  ...bulkItems.map((bulk) => bulk.item),
];

/** Units of the items above; each item has at least its base unit. */
export const demoItemUnits: readonly DemoItemUnit[] = [
  ...cronus.itemUnits,
  ...scenarioItemUnits,
  ...bulkItemUnits,
];
