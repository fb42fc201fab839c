import type { Column } from '../column';
import { text } from '../standardColumns';

/** The columns of an address, such as `shipto_` of a quote or `address1_` of an account, with their real lengths. */
export function addressColumns(prefix: string, label: string): readonly Column[] {
  return [
    text(`${prefix}_name`, `${label} Name`, 200),
    text(`${prefix}_line1`, `${label} Street 1`, 250),
    text(`${prefix}_line2`, `${label} Street 2`, 250),
    text(`${prefix}_city`, `${label} City`, 80),
    text(`${prefix}_stateorprovince`, `${label} State/Province`, 50),
    text(`${prefix}_postalcode`, `${label} ZIP/Postal Code`, 20),
    text(`${prefix}_country`, `${label} Country/Region`, 80),
  ];
}
