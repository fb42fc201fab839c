import type { Column } from '../dataverse/table';
import type { ColumnValue } from '../record/columnValue';

/** What every editor of a column gets. */
export interface FieldProps {
  /** Of the element that the cell's label names. */
  readonly id: string;
  readonly column: Column;
  /** The value as the user reads it. */
  readonly text: string;
  readonly isDisabled: boolean;
  /** True: the cell shows why, in an element `<id>-error`. */
  readonly isInvalid: boolean;
  readonly change: (value: ColumnValue) => void;
}

/** The attributes that tell assistive technology of a field's state. */
export function stateAttributes({ id, column, isInvalid }: FieldProps): React.AriaAttributes {
  return {
    'aria-required':
      column.requiredLevel === 'ApplicationRequired' || column.requiredLevel === 'SystemRequired',
    ...(isInvalid ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {}),
  };
}
