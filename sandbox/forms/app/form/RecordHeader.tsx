import React from 'react';
import { useApp } from '../appContext';
import { textOfColumn } from '../fields/textOfColumn';
import type { FormCell, FormModel } from '../formXml/formModel';
import { isLookup } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';
import { initialsOf } from '../shell/initials';
import { Link } from '../shell/Link';
import { fill } from '../texts/texts';
import { labelOfCell } from './labelOfCell';

interface HeaderFieldProps {
  readonly record: RecordSession;
  readonly cell: FormCell;
}

/** A header field shows its value only: it is edited in the body of the form. */
function HeaderField({ record, cell }: HeaderFieldProps): React.JSX.Element | null {
  const { session } = useApp();
  const column = cell.control?.kind === 'column' ? record.table.columns.get(cell.control.column) : undefined;
  if (column === undefined) {
    return null;
  }
  const value = record.value(column.logicalName);
  const text = textOfColumn(record, column, session) || '---';
  return (
    <div className="header-field">
      <dt>{labelOfCell(cell, column, session.language)}</dt>
      <dd>
        {isLookup(value) && value.table !== 'systemuser' ? (
          <Link to={{ kind: 'record', table: value.table, id: value.id, formId: null, defaults: {} }}>
            {text}
          </Link>
        ) : (
          text
        )}
      </dd>
    </div>
  );
}

interface RecordHeaderProps {
  readonly record: RecordSession;
  readonly forms: readonly FormModel[];
  readonly form: FormModel;
}

/** Name, table and form of the record, and the fields that its form puts at the top. */
export function RecordHeader({ record, forms, form }: RecordHeaderProps): React.JSX.Element {
  const { session, address, replacePage } = useApp();
  const { texts } = session;
  const name = record.isNew ? fill(texts.newRecord, record.table.label) : record.name || texts.noName;
  const choose = (formId: string) => {
    if (address.page.kind === 'record') {
      replacePage({ ...address.page, formId });
    }
  };
  return (
    <header className="record-header">
      <span className="record-image" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div className="record-title">
        <h1>
          {name}{' '}
          <span className="save-state" role="status">
            - {record.isDirty || record.isNew ? texts.unsaved : texts.saved}
          </span>
        </h1>
        <p>
          {record.table.label}
          <span aria-hidden="true"> · </span>
          {forms.length > 1 ? (
            <select
              className="form-selector"
              aria-label={texts.formSelector}
              value={form.id ?? ''}
              onChange={(event) => choose(event.target.value)}
            >
              {forms.map((candidate) => (
                <option key={candidate.id} value={candidate.id ?? ''}>
                  {candidate.name}
                </option>
              ))}
            </select>
          ) : (
            form.name
          )}
        </p>
      </div>
      <dl className="header-fields">
        {form.header.map((cell) => (
          <HeaderField key={cell.id} record={record} cell={cell} />
        ))}
      </dl>
    </header>
  );
}
