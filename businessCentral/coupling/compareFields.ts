import type { MappedFieldName } from './mappedFields';
import type { ComparedField, MappingDirection } from './types';

type Value = string | number | null;

/** A mapped field, side by side. */
export interface FieldComparison {
  readonly field: MappedFieldName;
  readonly businessCentral: Value;
  readonly sales: Value;
  /** Null: both sides write it in words of their own, so that nobody but a reader can tell. */
  readonly isEqual: boolean | null;
  /**
   * Whose value the next synchronization brings to the other side; `either` where the mapping lets both through and it
   * depends on who synchronizes, or on which side changed last.
   */
  readonly wins: 'businessCentral' | 'sales' | 'either';
  readonly decimals: number | null;
}

const winners: Readonly<Record<MappingDirection, FieldComparison['wins']>> = {
  toSales: 'businessCentral',
  fromSales: 'sales',
  bidirectional: 'either',
};

/**
 * Puts the mapped fields of both sides beside each other.
 *
 * Texts are equal if they are after trimming, numbers if they are within the field's decimals; an empty text is no value.
 * A quantity below zero is zero in Sales, since the mapping of the inventory cuts it off (codeunit 5341).
 * @param fields Business Central's values, by mapping
 * @param sales the row's values by field name; a field that is not among them is left out
 */
export function compareFields(
  fields: readonly ComparedField[],
  sales: Readonly<Partial<Record<string, Value>>>,
): FieldComparison[] {
  return fields.flatMap(({ field, direction, decimals, isComparable, businessCentral }) => {
    const inSales = sales[field];
    return inSales === undefined
      ? []
      : [
          {
            field,
            businessCentral,
            sales: inSales,
            isEqual: isComparable
              ? areEqual(
                  field === 'inventory' ? atLeastZero(businessCentral) : businessCentral,
                  inSales,
                  decimals,
                )
              : null,
            wins: winners[direction],
            decimals,
          },
        ];
  });
}

function areEqual(a: Value, b: Value, decimals: number | null): boolean {
  if (decimals !== null) {
    // No value and zero are the same for a number that Business Central always has.
    return Math.abs(Number(a ?? 0) - Number(b ?? 0)) < 0.5 * 10 ** -decimals;
  }
  return plain(a) === plain(b);
}

function plain(value: Value): string {
  return String(value ?? '')
    .normalize('NFC')
    .trim();
}

function atLeastZero(value: Value): Value {
  return typeof value === 'number' ? Math.max(value, 0) : value;
}
