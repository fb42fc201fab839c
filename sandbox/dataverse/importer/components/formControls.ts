import type { Metadata } from '../../metadata/metadata';
import type { Table } from '../../metadata/table';
import type { Control, View } from '../../customizations';
import { guidIn } from '../guid';
import type { Refusals } from '../refusals';
import { attribute, childElements, childText, descendant, everyElement, textIn } from '../xml';
import type { XmlElement } from '../xml';
import type { FormSource } from './forms';

/** What the forms of a solution may refer to: that of the organization and that of the solution. */
export interface FormSurroundings {
  readonly metadata: Metadata;
  readonly controls: ReadonlyMap<string, Control>;
  readonly views: ReadonlyMap<string, View>;
}

/**
 * Refuses what a form refers to and does not exist: columns, code components, their properties, views of subgrids; and
 * descriptions of controls that are not on the form.
 */
export function checkForms(forms: readonly FormSource[], around: FormSurroundings, refusals: Refusals): void {
  for (const { form, element, payload } of forms) {
    const table = around.metadata.find(form.table);
    if (table) {
      checkBoundColumns(table, element, payload.part, refusals);
      checkSubgrids(element, around, payload.part, refusals);
      checkControlDescriptions(table, element, around, payload.part, refusals);
    }
  }
}

function checkBoundColumns(table: Table, form: XmlElement, part: string, refusals: Refusals): void {
  for (const control of controlsOn(form)) {
    const column = attribute(control, 'datafieldname');
    if (column !== '' && !table.columns.has(column)) {
      refusals.add('unknownColumn', part, `The table ${table.logicalName} has no column ${column}.`);
    }
  }
}

/** The `<control>` elements of a form: those in cells, in the body, the header and the footer. */
function controlsOn(form: XmlElement): readonly XmlElement[] {
  return [...everyElement(form)].filter((element) => element.name === 'control');
}

function checkSubgrids(form: XmlElement, around: FormSurroundings, part: string, refusals: Refusals): void {
  for (const control of controlsOn(form)) {
    const parameters = descendant(control, 'parameters');
    const target = parameters ? childText(parameters, 'TargetEntityType') : '';
    if (!parameters || target === '') {
      continue;
    }
    const table = around.metadata.find(target);
    const id = attribute(control, 'id');
    if (!table) {
      refusals.add(
        'missingDependency',
        part,
        `The subgrid ${id} lists the table ${target}, which does not exist.`,
      );
      continue;
    }
    const viewId = childText(parameters, 'ViewId');
    const view = around.views.get(guidIn(viewId) ?? '');
    if (view?.table !== target) {
      // Microsoft support KB4463283: the import looks the view up by its id.
      refusals.add(
        'missingDependency',
        part,
        `The dependent component SavedQuery (Id=${viewId}) does not exist.  Failure trying to associate it with ` +
          'SystemForm as a dependency. Missing dependency lookup type = PrimaryKeyLookup.',
      );
    }
    const relationship = childText(parameters, 'RelationshipName');
    const known = around.metadata.tables.some((other) =>
      around.metadata.collectionsOf(other).some(({ name }) => name === relationship),
    );
    if (relationship !== '' && !known) {
      refusals.add(
        'missingDependency',
        part,
        `The subgrid ${id} names the relationship ${relationship}, which does not exist.`,
      );
    }
  }
}

function checkControlDescriptions(
  table: Table,
  form: XmlElement,
  around: FormSurroundings,
  part: string,
  refusals: Refusals,
): void {
  const uniqueIds = new Set(controlsOn(form).map((control) => guidIn(attribute(control, 'uniqueid'))));
  const list = descendant(form, 'controlDescriptions');
  for (const description of list ? childElements(list, 'controlDescription') : []) {
    const forControl = attribute(description, 'forControl');
    const id = guidIn(forControl);
    if (id === null) {
      refusals.add('invalidGuid', part, `controlDescription/@forControl "${forControl}" is no GUID.`);
    } else if (!uniqueIds.has(id)) {
      refusals.add(
        'unmatchedControlDescription',
        part,
        `No control of the form has the uniqueid ${forControl}.`,
      );
    }
    for (const customControl of childElements(description, 'customControl')) {
      checkCustomControl(table, customControl, around, part, refusals);
    }
  }
}

function checkCustomControl(
  table: Table,
  customControl: XmlElement,
  around: FormSurroundings,
  part: string,
  refusals: Refusals,
): void {
  const name = attribute(customControl, 'name');
  if (name === '') {
    // The native control that stands in for the others, named by its class id.
    return;
  }
  const control = around.controls.get(name);
  if (!control) {
    refusals.add('missingDependency', part, `There is no custom control ${name}.`);
    return;
  }
  const parameters = descendant(customControl, 'parameters');
  const given = parameters ? childElements(parameters) : [];
  for (const parameter of given) {
    checkParameter(table, control, parameter, part, refusals);
  }
  for (const property of control.properties.filter(({ required, usage }) => required && usage !== 'output')) {
    if (!given.some((parameter) => parameter.name === property.name)) {
      refusals.add(
        'requiredProperty',
        part,
        `Property ${property.name} is required, but has no defined value (${name}).`,
      );
    }
  }
}

function checkParameter(
  table: Table,
  control: Control,
  parameter: XmlElement,
  part: string,
  refusals: Refusals,
): void {
  if (parameter.name === 'data-set') {
    if (!control.dataSets.includes(attribute(parameter, 'name'))) {
      const name = attribute(parameter, 'name');
      refusals.add(
        'undeclaredProperty',
        part,
        `Data set ${name} is not declared in the control manifest (${control.name}).`,
      );
    }
    return;
  }
  const property = control.properties.find(({ name }) => name === parameter.name);
  if (!property) {
    refusals.add(
      'undeclaredProperty',
      part,
      `Property ${parameter.name} is not declared in the control manifest (${control.name}).`,
    );
    return;
  }
  const value = textIn(parameter);
  if (attribute(parameter, 'static') !== 'true' && !table.columns.has(value)) {
    refusals.add(
      'unknownColumn',
      part,
      `Property ${property.name} is bound to a non-existent attribute ${value} in entity ${table.logicalName}.`,
    );
  }
}
