import type { Company } from '../company/company';
import type { FlowFilters } from '../company/flowFields';
import type { FieldType, FieldValue } from './field';
import type { RecordField } from './service';

type Reader<Row> = (row: Row) => FieldValue;

/** Field of type Code or Text. @param maxLength as in the table, such as 20 of Code[20] */
export function text<Row>(name: string, maxLength: number, value: Reader<Row>): RecordField<Row> {
  return { name, type: 'Edm.String', kind: 'field', maxLength, value };
}

/** Field of type Option or Enum; the service shows the value's name. */
export function option<Row>(name: string, options: readonly string[], value: Reader<Row>): RecordField<Row> {
  return { name, type: 'Edm.String', kind: 'field', options, value };
}

/** Field of another type. */
export function typed<Row>(
  name: string,
  type: Exclude<FieldType, 'Edm.String'>,
  value: Reader<Row>,
): RecordField<Row> {
  return { name, type, kind: 'field', value };
}

/** A field that always has the same value: the sandbox's company makes no use of it. */
export function constant<Row>(name: string, type: FieldType, value: FieldValue): RecordField<Row> {
  return { name, type, kind: 'field', value: () => value };
}

/** A FlowField of type Decimal: a sum over other tables, computed for every row that is read. */
export function flowField<Row>(
  name: string,
  sum: (row: Row, company: Company, filters: FlowFilters) => number,
): RecordField<Row> {
  return { name, type: 'Edm.Decimal', kind: 'field', value: sum };
}

/** A page variable, which can be neither filtered nor sorted by. */
export function variable<Row>(
  name: string,
  type: FieldType,
  value: (row: Row, company: Company) => FieldValue,
): RecordField<Row> {
  return { name, type, kind: 'variable', value };
}

/** A FlowFilter: shown as an empty text, used in $filter only. */
export function flowFilter<Row>(name: string): RecordField<Row> {
  return { name, type: 'Edm.String', kind: 'flowFilter', value: () => '' };
}
