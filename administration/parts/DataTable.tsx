import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { useUniqueId } from '../../ui/useUniqueId';
import { pageStyles } from './page.styles';
import { Pager } from './Pager';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => React.ReactNode;
  /** Names the row for screen readers; one column of a table. */
  readonly isRowHeader?: boolean;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What is said where there are no rows. */
  readonly empty: string;
  /** Rows at a time; 50 unless told. */
  readonly pageSize?: number;
}

/** Tables of more columns have room on a wide screen only, in languages of long words. */
const fewColumns = 4;

/**
 * A table that shows as many rows as a page holds; where it has not enough room, each row is a card. The roles are written out, since a browser
 * takes a table that is laid out otherwise for none.
 */
export function DataTable<Row>(props: DataTableProps<Row>): React.ReactElement {
  const { caption, columns, rows, rowKey, empty, pageSize = 50 } = props;
  const classes = pageStyles(useTheme());
  const captionId = useUniqueId();
  const [wanted, setWanted] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  // Rows become fewer while a search is typed; the page that was open may be gone.
  const page = Math.min(wanted, pages - 1);
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  if (rows.length === 0) {
    return <p className={classes.quiet}>{empty}</p>;
  }
  return (
    <div>
      <div className={classes.tableFrame} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table
          className={`${classes.table} ${columns.length > fewColumns ? classes.manyColumns : classes.fewColumns}`}
          role="table"
        >
          <caption id={captionId}>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, title, isNumber = false }) => (
                <th key={key} role="columnheader" scope="col" className={isNumber ? classes.number : ''}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map((column) => cellOf(column, row, classes.number))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <Pager page={page} pageSize={pageSize} total={rows.length} onPage={setWanted} label={caption} />
      )}
    </div>
  );
}

function cellOf<Row>(
  { key, title, cell, isRowHeader = false, isNumber = false }: Column<Row>,
  row: Row,
  numberClass: string,
): React.ReactElement {
  return isRowHeader ? (
    <th key={key} role="rowheader" scope="row">
      {cell(row)}
    </th>
  ) : (
    <td key={key} role="cell" data-title={title} className={isNumber ? numberClass : ''}>
      {cell(row)}
    </td>
  );
}
