import { labelIn } from '../metadata/column';
import type { Table } from '../metadata/table';
import type { Organization } from '../organization';
import { textOf } from '../rows/row';
import type { Row } from '../rows/row';

/** A row with its localizable labels in a user's language: names and descriptions of forms and views. */
export function inLanguage(organization: Organization, language: number, table: Table, row: Row): Row {
  const { forms, views } = organization.customizations;
  const id = textOf(row, table.primaryId) ?? '';
  const labelled =
    table.logicalName === 'systemform'
      ? forms.get(id)
      : table.logicalName === 'savedquery'
        ? views.get(id)
        : undefined;
  return labelled
    ? {
        ...row,
        name: labelIn(labelled.names, language),
        description: labelIn(labelled.descriptions, language) || null,
      }
    : row;
}
