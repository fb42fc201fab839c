import { madeItem } from './madeItems';
import type { DemoItem } from './records';

/** Every tenth product is in Sales alone. */
const alone = 10;

/** A product of a large catalogue. */
export interface CataloguedProduct {
  readonly item: DemoItem;
  readonly isInBusinessCentral: boolean;
}

/** MANY-00001, MANY-00002 … for whoever matches a large catalogue. */
export function manyProducts(count: number): readonly CataloguedProduct[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const digits = String(number).padStart(5, '0');
    return {
      item: madeItem({
        No: `MANY-${digits}`,
        Description: `Catalogue article ${digits}`,
        Unit_Price: 1,
        Unit_Cost: 0.5,
      }),
      isInBusinessCentral: number % alone !== 0,
    };
  });
}
