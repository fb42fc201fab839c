import React from 'react';
import { useApp } from '../appContext';
import { textIn, type Json } from '../dataverse/request';
import type { Column, Table } from '../dataverse/table';
import { valueText } from '../format/valueText';
import { isLookup, readFormattedValue, readValue } from '../record/columnValue';
import { Icon } from '../shell/icons';
import { Link } from '../shell/Link';
import { fill } from '../texts/texts';
import type { Order, View } from './view';

interface RowsTableProps {
  readonly table: Table;
  readonly view: View;
  readonly rows: readonly Json[];
  readonly label: string;
  /** Null: rows stand in the order of the view. */
  readonly order: Order | null;
  readonly setOrder: (order: Order) => void;
  readonly isLoading: boolean;
  /** Rows that are chosen for a command; absent where there is no command for rows. */
  readonly selection?: { readonly ids: ReadonlySet<string>; readonly toggle: (id: string) => void };
}

const numeric = new Set(['integer', 'decimal', 'money']);

function CellText({ row, column, table }: { row: Json; column: Column; table: Table }): React.JSX.Element {
  const { session } = useApp();
  const value = readValue(row, column);
  const text = readFormattedValue(row, column) ?? valueText(column, value, session.culture, '');
  if (column.logicalName === table.primaryName) {
    const id = textIn(row[table.primaryId]);
    return (
      <Link to={{ kind: 'record', table: table.logicalName, id, formId: null, defaults: {} }}>
        {text || session.texts.noName}
      </Link>
    );
  }
  if (
    isLookup(value) &&
    (value.table === 'account' || value.table === 'contact' || value.table === 'product')
  ) {
    return (
      <Link to={{ kind: 'record', table: value.table, id: value.id, formId: null, defaults: {} }}>
        {text}
      </Link>
    );
  }
  return <>{text}</>;
}

/** Rows of a view as a table; headings sort. */
export function RowsTable(props: RowsTableProps): React.JSX.Element {
  const { table, view, rows, label, order, setOrder, isLoading, selection } = props;
  const { texts } = useApp().session;
  const columns = view.columns.flatMap(({ name, width }) => {
    const column = table.columns.get(name);
    return column === undefined ? [] : [{ column, width }];
  });
  const sortOf = (column: Column) => {
    if (order?.column !== column.logicalName) {
      return 'none';
    }
    return order.isDescending ? 'descending' : 'ascending';
  };
  return (
    // A list that is wider than its place is scrolled, also by keyboard.
    <div className="rows-scroll" tabIndex={0} role="region" aria-label={label} aria-busy={isLoading}>
      <table className="rows">
        <thead>
          <tr>
            {selection !== undefined && (
              <td className="select-column">
                <span className="visually-hidden">{texts.selection}</span>
              </td>
            )}
            {columns.map(({ column, width }) => (
              <th
                key={column.logicalName}
                scope="col"
                style={{ minWidth: `${width * 0.75}px` }}
                className={numeric.has(column.kind) ? 'numeric' : undefined}
                aria-sort={sortOf(column)}
              >
                <button
                  type="button"
                  onClick={() =>
                    setOrder({ column: column.logicalName, isDescending: sortOf(column) === 'ascending' })
                  }
                >
                  {column.label}
                  {sortOf(column) !== 'none' && (
                    <Icon name={sortOf(column) === 'ascending' ? 'chevronUp' : 'chevronDown'} />
                  )}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = textIn(row[table.primaryId]);
            return (
              <tr key={id} className={selection?.ids.has(id) === true ? 'selected' : undefined}>
                {selection !== undefined && (
                  <td className="select-column">
                    <input
                      type="checkbox"
                      checked={selection.ids.has(id)}
                      aria-label={fill(texts.selectRow, textIn(row[table.primaryName]) || texts.noName)}
                      onChange={() => selection.toggle(id)}
                    />
                  </td>
                )}
                {columns.map(({ column }) => (
                  <td key={column.logicalName} className={numeric.has(column.kind) ? 'numeric' : undefined}>
                    <CellText row={row} column={column} table={table} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="no-rows" role="status">
          {isLoading ? texts.loading : texts.noRows}
        </p>
      )}
    </div>
  );
}
