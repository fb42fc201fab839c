/** EDM types that page fields are served as. */
export type FieldType =
  'Edm.String' | 'Edm.Boolean' | 'Edm.Decimal' | 'Edm.Int32' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Guid';

export type FieldValue = string | number | boolean;

/**
 * A property of a service.
 *
 * `field`: a table field, normal or FlowField. `flowFilter`: changes the sums of FlowFields and never the row set.
 * `variable`: a page variable, computed for each row after reading, so that it can be neither filtered nor sorted by.
 */
export interface FieldDefinition {
  readonly name: string;
  readonly type: FieldType;
  readonly kind: 'field' | 'flowFilter' | 'variable';
  /** Longest text that the field holds; a longer one in a filter or a change is an error. */
  readonly maxLength?: number;
  /** Values of an option field; ' ' is blank. */
  readonly options?: readonly string[];
}
