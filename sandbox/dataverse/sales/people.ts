import { textOf } from '../rows/row';
import type { Row } from '../rows/row';
import type { BusinessLogic } from '../service/businessLogic';

/** First and last name together, in the order of the organization's name format. */
export function fullName(row: Row): string {
  return [textOf(row, 'firstname'), textOf(row, 'lastname')].filter((name) => name !== null).join(' ');
}

/** A contact's full name follows from its parts. */
export const contactLogic: BusinessLogic = {
  table: 'contact',
  beforeCreate: (row) => ({ ...row, fullname: fullName(row) }),
  beforeUpdate: (row) => ({ ...row, fullname: fullName(row) }),
};
