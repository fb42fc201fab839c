import type { Column } from '../dataverse/table';
import type { FormCell, Labels } from '../formXml/formModel';

/** The base language of the organization, which every label has. */
const english = 1033;

/** A label in the user's language, else in the base language. */
export function labelIn(labels: Labels, language: number): string {
  return labels[language] ?? labels[english] ?? '';
}

/** The text of a cell: the form's own where it has one, else the column's name. */
export function labelOfCell(cell: FormCell, column: Column | undefined, language: number): string {
  return labelIn(cell.labels, language) || (column?.label ?? '');
}
