import { bulkItems, bulkItemUnits } from './bulkItems';
import { couplingItems } from './couplingScenarios';
import { cronus } from './cronus';
import { scenarioItems, scenarioItemUnits } from './madeItems';
import type { DemoItem, DemoItemUnit } from './records';

/** Every item of CRONUS as Sales knows it: also those that have been deleted in Business Central since. */
export const demoItems: readonly DemoItem[] = [
  ...cronus.items,
  ...scenarioItems,
  ...couplingItems.map(({ item }) => item),
  ...bulkItems.map((bulk) => bulk.item),
];

/** Units of the items above; each item has at least its base unit. */
export const demoItemUnits: readonly DemoItemUnit[] = [
  ...cronus.itemUnits,
  ...scenarioItemUnits,
  ...couplingItems.map(({ item }) => ({
    Item_No: item.No,
    Code: item.Base_Unit_of_Measure,
    Qty_per_Unit_of_Measure: 1,
  })),
  ...bulkItemUnits,
];
