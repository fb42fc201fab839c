import { useApp } from '../appContext';
import { systemFormsOf } from '../dataverse/systemForms';
import type { Column, Table } from '../dataverse/table';
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

/** A form parameter as the value of its column; a lookup's name and table have parameters of their own. */
function valueOfParameter(column: Column, parameters: Readonly<Record<string, string>>): ColumnValue {
  const name = column.logicalName;
  const text = parameters[name] ?? '';
  switch (column.kind) {
    case 'lookup':
      return {
        id: text,
        name: parameters[`${name}name`] ?? '',
        table: parameters[`${name}type`] ?? column.targets[0] ?? '',
      };
    case 'integer':
    case 'decimal':
    case 'money':
    case 'choice':
      return Number(text);
    case 'twoOptions':
      return text === 'true' || text === '1';
    default:
      return text;
  }
}

/**
 * What a new record starts with: its owner, "No" for two options, which are never empty on a form, and the form
 * parameters of the link (`quoteid`, `quoteidname`, `quoteidtype`, …).
 */
function initialValues(
  table: Table,
  parameters: Readonly<Record<string, string>>,
  session: Session,
): ReadonlyMap<string, ColumnValue> {
  const values = new Map<string, ColumnValue>();
  if (table.columns.has('ownerid')) {
    values.set('ownerid', { id: session.user.id, name: session.user.name, table: 'systemuser' });
  }
  for (const column of table.columns.values()) {
    if (Object.hasOwn(parameters, column.logicalName)) {
      values.set(column.logicalName, valueOfParameter(column, parameters));
    } else if (column.kind === 'twoOptions' && column.canBeCreated) {
      values.set(column.logicalName, false);
    }
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
