import type {
  CodeComponentBinding,
  FormCell,
  FormControl,
  FormFactor,
  FormModel,
  FormSection,
  FormTab,
  Labels,
  PropertyBinding,
} from './formModel';

/** The control that FormXML names for a list of related rows. */
const subgridClassId = '{e7a81278-8635-4d9e-8d4d-59480b391c5b}';

type Components = Readonly<Partial<Record<FormFactor, CodeComponentBinding>>>;

function children(parent: Element | null, name: string): Element[] {
  return parent === null ? [] : [...parent.children].filter((child) => child.tagName === name);
}

function child(parent: Element | null, name: string): Element | null {
  return children(parent, name)[0] ?? null;
}

function textOf(parent: Element | null, name: string): string {
  return child(parent, name)?.textContent.trim() ?? '';
}

/** FormXML's attributes hold `true` unless they say otherwise. */
function isOn(element: Element, attribute: string): boolean {
  return element.getAttribute(attribute) !== 'false';
}

function count(element: Element, attribute: string): number {
  const value = Number(element.getAttribute(attribute));
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function labelsOf(element: Element): Labels {
  return Object.fromEntries(
    children(child(element, 'labels'), 'label').map((label) => [
      Number(label.getAttribute('languagecode')),
      label.getAttribute('description') ?? '',
    ]),
  );
}

function bindingOf(parameter: Element): PropertyBinding {
  const value = parameter.textContent;
  return parameter.getAttribute('static') === 'true'
    ? { kind: 'static', type: parameter.getAttribute('type') ?? 'SingleLine.Text', value }
    : { kind: 'column', column: value.trim() };
}

/** The code components of a `controlDescription`; the entry without a name is the plain field to fall back on. */
function codeComponentsOf(description: Element): Components {
  const components: Partial<Record<FormFactor, CodeComponentBinding>> = {};
  for (const component of children(description, 'customControl')) {
    const name = component.getAttribute('name');
    const formFactor = Number(component.getAttribute('formFactor') ?? NaN);
    if (name !== null && (formFactor === 0 || formFactor === 1 || formFactor === 2)) {
      components[formFactor] = {
        name,
        properties: Object.fromEntries(
          [...(child(component, 'parameters')?.children ?? [])].map((parameter) => [
            parameter.tagName,
            bindingOf(parameter),
          ]),
        ),
      };
    }
  }
  return components;
}

function controlOf(cell: Element, components: ReadonlyMap<string, Components>): FormControl | null {
  const control = child(cell, 'control');
  if (control === null) {
    return null;
  }
  if (control.getAttribute('classid')?.toLowerCase() === subgridClassId) {
    const parameters = child(control, 'parameters');
    return {
      kind: 'subgrid',
      table: textOf(parameters, 'TargetEntityType'),
      relationship: textOf(parameters, 'RelationshipName'),
      viewId: textOf(parameters, 'ViewId').replace(/[{}]/g, '').toLowerCase() || null,
      rowsPerPage: Number(textOf(parameters, 'RecordsPerPage')) || 10,
    };
  }
  const column = control.getAttribute('datafieldname');
  return column === null
    ? null
    : {
        kind: 'column',
        name: control.getAttribute('id') ?? column,
        column,
        disabled: control.getAttribute('disabled') === 'true',
        codeComponents: components.get(control.getAttribute('uniqueid')?.toLowerCase() ?? '') ?? {},
      };
}

function cellsOf(container: Element, components: ReadonlyMap<string, Components>): FormCell[] {
  return children(child(container, 'rows'), 'row').flatMap((row) =>
    children(row, 'cell')
      .filter((cell) => isOn(cell, 'visible'))
      .map((cell) => ({
        id: cell.getAttribute('id') ?? '',
        labels: labelsOf(cell),
        showLabel: isOn(cell, 'showlabel'),
        columnSpan: count(cell, 'colspan'),
        control: controlOf(cell, components),
      })),
  );
}

/** `columns` is written as one digit a column ("11") or, in older forms, as their number. */
function columnCountOf(section: Element): number {
  const columns = section.getAttribute('columns') ?? '1';
  return /^1+$/.test(columns) ? columns.length : Math.max(1, Math.min(4, Number(columns) || 1));
}

function sectionOf(section: Element, components: ReadonlyMap<string, Components>): FormSection {
  return {
    id: section.getAttribute('id') ?? '',
    name: section.getAttribute('name') ?? '',
    labels: labelsOf(section),
    showLabel: isOn(section, 'showlabel'),
    columnCount: columnCountOf(section),
    cells: cellsOf(section, components),
  };
}

function tabOf(tab: Element, components: ReadonlyMap<string, Components>): FormTab {
  return {
    id: tab.getAttribute('id') ?? '',
    name: tab.getAttribute('name') ?? '',
    labels: labelsOf(tab),
    columns: children(child(tab, 'columns'), 'column').map((column) => ({
      width: column.getAttribute('width') ?? '100%',
      sections: children(child(column, 'sections'), 'section')
        .filter((section) => isOn(section, 'visible'))
        .map((section) => sectionOf(section, components)),
    })),
  };
}

/**
 * Reads the FormXML of a main form (Microsoft's FormXml.xsd).
 * @param formXml a document whose root is `<form>`
 */
export function readFormXml(id: string, name: string, formXml: string): FormModel {
  const form = new DOMParser().parseFromString(formXml, 'text/xml').documentElement;
  const components = new Map(
    children(child(form, 'controlDescriptions'), 'controlDescription').map((description) => [
      description.getAttribute('forControl')?.toLowerCase() ?? '',
      codeComponentsOf(description),
    ]),
  );
  const header = child(form, 'header');
  return {
    id,
    name,
    header: header === null ? [] : cellsOf(header, components),
    tabs: children(child(form, 'tabs'), 'tab')
      .filter((tab) => isOn(tab, 'visible'))
      .map((tab) => tabOf(tab, components)),
  };
}
