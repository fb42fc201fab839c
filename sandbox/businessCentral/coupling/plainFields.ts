import type { SynchDirection } from '../company/synchronizationRecords';
import { blankDate } from '../company/records';
import type { FieldMapping } from './fieldMapping';
import { SynchError } from './synchError';

type Direction = SynchDirection;

/** A text; what is longer than the field is cut off, and an empty text is no value in Dataverse. */
export function textField(
  field: string,
  column: string,
  maxLength: number,
  direction: Direction = 'Bidirectional',
): FieldMapping {
  return {
    field,
    column,
    direction,
    toSales: (value) => {
      const text = value === '' ? null : String(value);
      return { shown: text, sent: { [column]: text } };
    },
    fromSales: (value) => String(value ?? '').slice(0, maxLength),
  };
}

/** A code: upper case, and an error where it does not fit, for a part of a code means something else. */
export function codeField(
  field: string,
  column: string,
  maxLength: number,
  direction: Direction = 'Bidirectional',
): FieldMapping {
  return {
    ...textField(field, column, maxLength, direction),
    fromSales: (value) => {
      const code = String(value ?? '').toUpperCase();
      if (code.length > maxLength) {
        throw new SynchError(
          `The value ${code} is too long for the field ${field}, which holds ${maxLength} characters.`,
        );
      }
      return code;
    },
  };
}

/** A number that goes to Dataverse only. */
export function numberToSales(
  field: string,
  column: string,
  shape: (value: number) => number = (value) => value,
): FieldMapping {
  return {
    field,
    column,
    direction: 'ToIntegrationTable',
    toSales: (value) => {
      const number = shape(Number(value));
      return { shown: number, sent: { [column]: number } };
    },
    fromSales: () => null,
  };
}

/** A date that goes to Dataverse only; the blank one is none. */
export function dateToSales(field: string, column: string): FieldMapping {
  return {
    field,
    column,
    direction: 'ToIntegrationTable',
    toSales: (value) => {
      const date = value === blankDate ? null : String(value);
      return { shown: date, sent: { [column]: date } };
    },
    fromSales: () => null,
  };
}
