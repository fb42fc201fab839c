import { labelIn } from '../../metadata/column';
import { baseLanguage } from '../../organization';
import type { Form } from '../../customizations';
import { guidIn } from '../guid';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { attribute, childElements, childText, descendant, everyElement, xmlOf } from '../xml';
import type { XmlElement } from '../xml';
import type { TableSource } from './tables';

export interface FormSource {
  readonly payload: Payload;
  readonly form: Form;
  /** The `<form>` element. */
  readonly element: XmlElement;
}

/** systemform.type by the `type` of `<forms>`. */
const formTypes: Readonly<Record<string, number>> = { main: 2, quick: 6, quickCreate: 7, card: 11 };

/** Reads the `<FormXml>` of a table. */
export function readForms(table: TableSource, refusals: Refusals): readonly FormSource[] {
  const list = descendant(table.element, 'FormXml');
  return (list ? childElements(list, 'forms') : []).flatMap((forms) => {
    const type = formTypes[attribute(forms, 'type')];
    if (type === undefined) {
      refusals.add(
        'unsupportedComponent',
        table.payload.part,
        `This sandbox takes no forms of the type "${attribute(forms, 'type')}".`,
      );
      return [];
    }
    return childElements(forms, 'systemform').flatMap((systemForm) =>
      readForm(table, type, systemForm, refusals),
    );
  });
}

function readForm(
  table: TableSource,
  type: number,
  systemForm: XmlElement,
  refusals: Refusals,
): readonly FormSource[] {
  const names = labelsIn(descendant(systemForm, 'LocalizedNames'));
  const part = `${table.payload.part}, form "${labelIn(names, baseLanguage)}"`;
  const id = guidIn(childText(systemForm, 'formid'));
  const element = descendant(systemForm, 'form');
  if (id === null) {
    refusals.add('invalidGuid', part, `"${childText(systemForm, 'formid')}" is no id of a form.`);
    return [];
  }
  if (!element) {
    refusals.add('invalidXml', part, 'The form has no <form> element.');
    return [];
  }
  checkIds(element, part, refusals);
  const form: Form = {
    id,
    table: table.logicalName,
    names,
    descriptions: labelsIn(descendant(systemForm, 'Descriptions')),
    type,
    active: childText(systemForm, 'FormActivationState') !== '0',
    presentation: Number(childText(systemForm, 'FormPresentation') || 0),
    isDefault: false,
    formXml: xmlOf(element),
  };
  return [{ payload: { type: 60, key: id, part, optional: true } as const, form, element }];
}

/** Elements of a form that carry ids of their own, and the attribute that holds it. */
const idAttributes: Readonly<Record<string, string>> = {
  tab: 'id',
  section: 'id',
  cell: 'id',
  header: 'id',
  footer: 'id',
  control: 'uniqueid',
};

/** Refuses ids that are no GUIDs, and two of the same. */
function checkIds(form: XmlElement, part: string, refusals: Refusals): void {
  const seen = new Set<string>();
  for (const element of everyElement(form)) {
    const name = Object.hasOwn(idAttributes, element.name) ? idAttributes[element.name] : undefined;
    const value = name === undefined ? undefined : element.attributes.get(name);
    if (name === undefined || value === undefined) {
      continue;
    }
    const id = guidIn(value);
    if (id === null) {
      refusals.add('invalidGuid', part, `${element.name}/@${name} "${value}" is no GUID.`);
    } else if (seen.has(id)) {
      refusals.add('duplicateComponent', part, `The id ${value} (${element.name}) is there twice.`);
    } else {
      seen.add(id);
    }
  }
}
