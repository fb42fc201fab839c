import { numberOf, referenceOf } from '../rows/row';
import type { BusinessLogic } from '../service/businessLogic';

/** A unit without a base unit is the one that its group counts in. */
export const unitLogic: BusinessLogic = {
  table: 'uom',
  beforeCreate: (row) => {
    const isBase = referenceOf(row, 'baseuom') === null;
    return { ...row, isschedulebaseuom: isBase, quantity: isBase ? 1 : (numberOf(row, 'quantity') ?? 1) };
  },
};
