import type { Table } from '../dataverse/table';
import type { FormModel } from '../formXml/formModel';

/** Columns that the platform keeps for itself. */
const kept = /^(versionnumber|createdon|createdby|modifiedon|modifiedby|owning\w+|statecode|statuscode)$/;

/**
 * A simple form with all columns, for a table that comes without a form (units, unit groups).
 * @param title of its tab, in the user's language
 */
export function builtInForm(table: Table, title: string, language: number): FormModel {
  const cells = [...table.columns.values()]
    .filter(({ kind, logicalName }) => kind !== 'uniqueId' && !kept.test(logicalName))
    .map(({ logicalName }) => ({
      id: logicalName,
      labels: {},
      showLabel: true,
      columnSpan: 1,
      control: {
        kind: 'column',
        name: logicalName,
        column: logicalName,
        disabled: false,
        codeComponents: {},
      } as const,
    }));
  const section = { id: 'columns', name: 'columns', labels: {}, showLabel: false, columnCount: 2, cells };
  return {
    id: null,
    name: table.label,
    header: [],
    tabs: [
      {
        id: 'general',
        name: 'general',
        labels: { [language]: title },
        columns: [{ width: '100%', sections: [section] }],
      },
    ],
  };
}
