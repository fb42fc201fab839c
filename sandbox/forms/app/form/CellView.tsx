import React from 'react';
import { useApp } from '../appContext';
import { CodeComponentHost } from '../componentFramework/CodeComponentHost';
import type { Column } from '../dataverse/table';
import { Field } from '../fields/Field';
import type { ColumnControl, FormCell } from '../formXml/formModel';
import type { RecordSession } from '../record/recordSession';
import { fill } from '../texts/texts';
import { controlElementId } from '../clientApi/formContext';
import { labelOfCell } from './labelOfCell';
import { Subgrid } from './Subgrid';

interface CellViewProps {
  readonly cell: FormCell;
  readonly record: RecordSession;
  readonly isReadOnly: boolean;
  readonly missing: ReadonlySet<string>;
}

/** Whether the form lets the user change a column: the form's word, the column's, and the record's. */
function isDisabled(control: ColumnControl, column: Column, { record, isReadOnly }: CellViewProps): boolean {
  return control.disabled || isReadOnly || !(record.isNew ? column.canBeCreated : column.canBeUpdated);
}

/** One cell of a section: a field with its label, a code component in its place, a list of related rows, or nothing. */
export function CellView(props: CellViewProps): React.JSX.Element | null {
  const { cell, record, missing } = props;
  const { session, formFactor } = useApp();
  const { control } = cell;
  if (control === null) {
    return <div className="cell" />;
  }
  const style = cell.columnSpan > 1 ? { gridColumn: `span ${cell.columnSpan}` } : undefined;
  if (control.kind === 'subgrid') {
    return (
      <div className="cell wide" style={style}>
        <Subgrid control={control} record={record} label={labelOfCell(cell, undefined, session.language)} />
      </div>
    );
  }
  const column = record.table.columns.get(control.column);
  if (column === undefined) {
    return null;
  }
  const label = labelOfCell(cell, column, session.language);
  const disabled = isDisabled(control, column, props);
  const component = control.codeComponents[formFactor];
  if (component !== undefined) {
    return (
      <div
        className={cell.showLabel ? 'cell' : 'cell wide'}
        style={style}
        id={controlElementId(control.name)}
      >
        {cell.showLabel && <span className="label">{label}</span>}
        <CodeComponentHost binding={component} record={record} label={label} isDisabled={disabled} />
      </div>
    );
  }
  const fieldId = `field-${cell.id.replace(/[{}]/g, '')}`;
  const isMissing = missing.has(column.logicalName) && record.value(column.logicalName) === null;
  return (
    <div className="cell" style={style} id={controlElementId(control.name)} data-column={column.logicalName}>
      <label className="label" htmlFor={fieldId}>
        {label}
        {column.requiredLevel !== 'None' && !disabled && (
          <span
            className={column.requiredLevel === 'Recommended' ? 'recommended' : 'required'}
            aria-hidden="true"
          >
            {column.requiredLevel === 'Recommended' ? '+' : '*'}
          </span>
        )}
      </label>
      <div className="field">
        <Field id={fieldId} column={column} record={record} isDisabled={disabled} isInvalid={isMissing} />
        {isMissing && (
          <p className="field-error" id={`${fieldId}-error`}>
            {fill(session.texts.requiredColumn, label)}
          </p>
        )}
      </div>
    </div>
  );
}
