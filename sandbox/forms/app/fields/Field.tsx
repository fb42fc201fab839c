import React from 'react';
import { useApp } from '../appContext';
import type { Column } from '../dataverse/table';
import { isLookup, type ColumnValue } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';
import { ChoiceField } from './ChoiceField';
import { DateField } from './DateField';
import { DateTimeField } from './DateTimeField';
import type { FieldProps } from './fieldProps';
import { LookupField } from './LookupField';
import { NumberField } from './NumberField';
import { relatedRowsOnly } from './relatedRowsOnly';
import { SecuredField } from './SecuredField';
import { TextField } from './TextField';
import { textOfColumn } from './textOfColumn';

interface FieldOfColumnProps {
  readonly id: string;
  readonly column: Column;
  readonly record: RecordSession;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
}

/** The editor of a column, by its type. */
export function Field({ id, column, record, isDisabled, isInvalid }: FieldOfColumnProps): React.JSX.Element {
  const { session } = useApp();
  const value = record.value(column.logicalName);
  const field: FieldProps = {
    id,
    column,
    text: textOfColumn(record, column, session),
    isDisabled,
    isInvalid,
    change: (changed: ColumnValue) => record.set(column.logicalName, changed),
  };
  switch (column.kind) {
    case 'integer':
    case 'decimal':
    case 'money':
      return <NumberField {...field} value={typeof value === 'number' ? value : null} />;
    case 'dateOnly':
      return <DateField {...field} value={typeof value === 'string' ? value : null} />;
    case 'dateTime':
      return <DateTimeField {...field} value={typeof value === 'string' ? value : null} />;
    case 'twoOptions':
    case 'choice':
      return <ChoiceField {...field} value={value} />;
    case 'lookup':
      return (
        <LookupField
          {...field}
          value={isLookup(value) ? value : null}
          filterOf={() => relatedRowsOnly(record, column)}
        />
      );
    default:
      return column.isSecured ? (
        <SecuredField {...field} text="" hasValue={value !== null} />
      ) : (
        <TextField {...field} value={typeof value === 'string' ? value : ''} />
      );
  }
}
