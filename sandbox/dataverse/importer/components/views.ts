import { labelIn } from '../../metadata/column';
import type { Metadata } from '../../metadata/metadata';
import { baseLanguage } from '../../organization';
import type { View } from '../../customizations';
import { guidIn } from '../guid';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant, everyElement, xmlOf } from '../xml';
import type { XmlElement } from '../xml';
import type { TableSource } from './tables';

export interface ViewSource {
  readonly payload: Payload;
  readonly view: View;
  readonly element: XmlElement;
}

/** Reads the `<SavedQueries>` of a table. */
export function readViews(table: TableSource, refusals: Refusals): readonly ViewSource[] {
  const list = descendant(table.element, 'SavedQueries', 'savedqueries');
  return (list ? childElements(list, 'savedquery') : []).flatMap((element) => {
    const names = labelsIn(descendant(element, 'LocalizedNames'));
    const part = `${table.payload.part}, view "${labelIn(names, baseLanguage)}"`;
    const id = guidIn(childText(element, 'savedqueryid'));
    if (id === null) {
      refusals.add('invalidGuid', part, `"${childText(element, 'savedqueryid')}" is no id of a view.`);
      return [];
    }
    const view: View = {
      id,
      table: table.logicalName,
      names,
      descriptions: labelsIn(descendant(element, 'Descriptions')),
      queryType: Number(childText(element, 'querytype')),
      isDefault: childText(element, 'isdefault') === '1',
      fetchXml: innerXml(descendant(element, 'fetchxml')),
      layoutXml: innerXml(descendant(element, 'layoutxml')),
    };
    return [{ payload: { type: 26, key: id, part, optional: true } as const, view, element }];
  });
}

function innerXml(element: XmlElement | null): string {
  const [content] = element ? childElements(element) : [];
  return content ? xmlOf(content) : '';
}

/** Refuses columns that the table does not have, in the query and in the grid of a view; linked tables are passed over. */
export function checkViews(views: readonly ViewSource[], metadata: Metadata, refusals: Refusals): void {
  for (const { view, payload, element } of views) {
    const table = metadata.find(view.table);
    const query = descendant(element, 'fetchxml', 'fetch', 'entity');
    const grid = descendant(element, 'layoutxml', 'grid', 'row');
    if (!query || !grid || attribute(query, 'name') !== view.table) {
      refusals.add('invalidXml', payload.part, `A view of ${view.table} needs a fetch over it and a grid.`);
      continue;
    }
    const names = [
      ...childElements(query, 'attribute').map((found) => attribute(found, 'name')),
      ...childElements(query, 'order').map((found) => attribute(found, 'attribute')),
      ...childElements(query, 'filter').flatMap((filter) => conditionColumns(filter)),
      ...childElements(grid, 'cell').map((cell) => attribute(cell, 'name')),
    ];
    for (const name of new Set(names.filter((found) => found !== '' && !found.includes('.')))) {
      if (table && !table.columns.has(name)) {
        refusals.add('unknownColumn', payload.part, `The table ${view.table} has no column ${name}.`);
      }
    }
  }
}

function conditionColumns(filter: XmlElement): readonly string[] {
  return [...everyElement(filter)]
    .filter((element) => element.name === 'condition' && !element.attributes.has('entityname'))
    .map((condition) => attribute(condition, 'attribute'));
}
