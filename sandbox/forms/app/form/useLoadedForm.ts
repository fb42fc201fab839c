import { useApp } from '../appContext';
import { systemFormsOf } from '../dataverse/systemForms';
import type { Table } from '../dataverse/table';
import type { FormModel } from '../formXml/formModel';
import type { ColumnValue } from '../record/columnValue';
import { RecordSession } from '../record/recordSession';
import type { Session } from '../session';
import { useLoaded, type Loading } from '../useLoaded';
import { builtInForm } from './builtInForm';
import { followDefaultUnit } from './defaultUnit';

/** What a record's page needs before it can show anything. */
export interface LoadedForm {
  readonly record: RecordSession;
  readonly forms: readonly [FormModel, ...FormModel[]];
}

/** The form parameters of a link (`quoteid`, `quoteidname`, `quoteidtype`) as values of a new record. */
function initialValues(
  table: Table,
  defaults: Readonly<Record<string, string>>,
  session: Session,
): ReadonlyMap<string, ColumnValue> {
  const values = new Map<string, ColumnValue>();
  if (table.columns.has('ownerid')) {
    values.set('ownerid', { id: session.user.id, name: session.user.name, table: 'systemuser' });
  }
  for (const column of table.columns.values()) {
    if (column.kind === 'twoOptions' && column.canBeCreated) {
      // Two options are never empty on a form.
      values.set(column.logicalName, false);
    }
    const text = defaults[column.logicalName];
    if (text === undefined) {
      continue;
    }
    const name = column.logicalName;
    const target = defaults[`${name}type`] ?? column.targets[0] ?? '';
    const isText = column.kind === 'text' || column.kind === 'memo' || column.kind === 'dateOnly';
    values.set(
      name,
      column.kind === 'lookup'
        ? { id: text, name: defaults[`${name}name`] ?? '', table: target }
        : isText
          ? text
          : Number(text),
    );
  }
  return values;
}

/** Loads a record with its table's forms, once: a first save gives the record an id, and the page stays. */
export function useLoadedForm(
  tableName: string,
  id: string | null,
  defaults: Readonly<Record<string, string>>,
): Loading<LoadedForm> {
  const { session } = useApp();
  return useLoaded('the record of this page', async () => {
    const [table, systemForms] = await Promise.all([
      session.tables.tableOf(tableName),
      systemFormsOf(tableName),
    ]);
    const record = new RecordSession(table, session.tables, id, initialValues(table, defaults, session));
    await record.read();
    followDefaultUnit(record, session.tables);
    const [first, ...others] = systemForms;
    return {
      record,
      forms: [first ?? builtInForm(table, session.texts.general, session.language), ...others],
    };
  });
}
