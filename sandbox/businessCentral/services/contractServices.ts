import { itemCard } from './itemCard';
import { itemStockByLocation } from './itemStockByLocation';
import { itemSubstitutions } from './itemSubstitutions';
import { itemUnitsOfMeasure } from './itemUnitsOfMeasure';
import { locationList } from './locationList';
import { productItemAvailability } from './productItemAvailability';
import { purchaseLines } from './purchaseLines';
import { salesLines } from './salesLines';
import type { Service } from './service';

/** The services of the contract (docs/services.md) that the sandbox can publish. */
export const contractServices: readonly Service[] = [
  productItemAvailability,
  itemCard,
  salesLines,
  purchaseLines,
  itemUnitsOfMeasure,
  itemSubstitutions,
  locationList,
  itemStockByLocation,
];
