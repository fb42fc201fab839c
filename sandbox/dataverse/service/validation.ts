import { DataverseError, errorCodes } from '../dataverseError';
import type { Column, NumberColumn } from '../metadata/column';
import type { Table } from '../metadata/table';
import type { Value } from '../rows/row';
import { roundedTo } from './rounding';

/**
 * Checks a value that a client wants to write against its column, as the platform does whatever the client is.
 * @returns the value as it is kept: numbers rounded to the column's precision
 * @throws DataverseError 400 when text is too long, a number out of range, or a choice not among the options
 */
export function checkedValue(table: Table, column: Column, value: Value): Value {
  if (value === null) {
    return null;
  }
  switch (column.type) {
    case 'String':
    case 'Memo':
      return checkedText(table, column.logicalName, column.maxLength, value);
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
    case 'Money':
      return checkedNumber(table, column, value);
    case 'Picklist':
    case 'State':
    case 'Status':
      if (!column.options.some((option) => option.value === value)) {
        const accepted = column.options.map((option) => option.value).join(',');
        throw new DataverseError(
          400,
          errorCodes.optionOutOfRange,
          `A validation error occurred. The value ${JSON.stringify(value)} of '${column.logicalName}' on record of type ` +
            `'${table.logicalName}' is outside the valid range. Accepted Values: ${accepted}`,
        );
      }
      return value;
    case 'Boolean':
    case 'DateTime':
    case 'Lookup':
    case 'Customer':
    case 'Owner':
    case 'Uniqueidentifier':
      return value;
  }
}

function checkedText(table: Table, column: string, maxLength: number, value: Value): Value {
  if (typeof value === 'string' && value.length > maxLength) {
    throw new DataverseError(
      400,
      errorCodes.textTooLong,
      `A validation error occurred.  The length of the '${column}' attribute of the '${table.logicalName}' entity ` +
        `exceeded the maximum allowed length of '${maxLength}'.`,
    );
  }
  // The platform keeps no empty text.
  return value === '' ? null : value;
}

function checkedNumber(table: Table, column: NumberColumn, value: Value): Value {
  if (typeof value !== 'number' || value < column.min || value > column.max) {
    throw new DataverseError(
      400,
      errorCodes.numberOutOfRange,
      `A validation error occurred.  The value of '${column.logicalName}' on record of type '${table.logicalName}' ` +
        'is outside the valid range.',
    );
  }
  return roundedTo(value, column.precision);
}
