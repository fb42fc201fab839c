import type { SolutionSources, SourceFile, TableSource } from '../packer/solutionSources';
import { columnsOf, isOwnTable } from '../packer/solutionSources';
import { allElements, at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** A view asks for every column that it shows, in a table that it lies under, and never for a secured one. */
export function checkViews(sources: SolutionSources): Finding[] {
  return sources.tables.flatMap((table) => table.views.flatMap((view) => checkView(table, view)));
}

function checkView(table: TableSource, view: SourceFile): Finding[] {
  const query = at(view.root, 'savedquery');
  const entity = at(query, 'fetchxml', 'fetch', 'entity');
  const fetched = childElements(entity, 'attribute').map((column) => attributeOf(column, 'name'));
  const shown = childElements(at(query, 'layoutxml', 'grid', 'row'), 'cell').map((cell) =>
    attributeOf(cell, 'name'),
  );
  const asked = entity === undefined ? [] : allElements(entity).map((part) => attributeOf(part, 'attribute'));
  const columns = new Map(
    columnsOf(table).map((column) => [textOf(at(column, 'LogicalName')), column] as const),
  );
  const used = [...new Set([...fetched, ...shown, ...asked])].filter((name) => name !== '');
  const finding = (reason: string): Finding => ({ part: view.path, reason });
  return [
    ...(attributeOf(entity, 'name') === table.logicalName
      ? []
      : [finding(`asks for ${attributeOf(entity, 'name')}, but lies under ${table.logicalName}`)]),
    ...shown
      .filter((name) => !fetched.includes(name))
      .map((name) => finding(`shows ${name}, but does not ask for it`)),
    ...used
      .filter((name) => isOwnTable(table) && !columns.has(name))
      .map((name) => finding(`${name} is no column of ${table.logicalName}`)),
    ...used
      .filter((name) => textOf(at(columns.get(name), 'IsSecured')) === '1')
      .map((name) => finding(`${name} is secured; it has no place in a view`)),
  ];
}
