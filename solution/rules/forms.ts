import type { BuiltControl } from '../packer/builtControls';
import { fullControlName } from '../packer/builtControls';
import type { SolutionSources, SourceFile, TableSource } from '../packer/solutionSources';
import { columnsOf, isOwnTable, publisherPrefix } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, at, attributeOf, childElements, textOf, writeXml } from '../packer/xml';
import type { Finding } from './finding';

/** The host of custom controls; a control with this class is drawn by its control description. */
const customControlHost = '{F9A8A302-114E-466A-B582-6771B2AE0D92}';

/** Phone, tablet, web (in this order 0, 1, 2). */
const formFactors = ['0', '1', '2'];

/**
 * Controls on forms: each description belongs to a control of the form and the reverse, names a control that the
 * solution brings, the same way for phone, tablet and web, gives it only properties that its manifest declares
 * ("Property X is not declared in the control manifest") and all that it requires. Columns of our own tables exist.
 */
export function checkForms(sources: SolutionSources, controls: readonly BuiltControl[]): Finding[] {
  const prefix = publisherPrefix(sources);
  const manifests = new Map(
    controls.map((control) => [fullControlName(control, prefix), control.manifest] as const),
  );
  return sources.tables.flatMap((table) =>
    table.forms.flatMap((form) => [
      ...checkColumns(table, form),
      ...checkDescriptions(form),
      ...allElements(form.root)
        .filter(({ name }) => name === 'controlDescription')
        .flatMap((description) => checkCustomControls(form, description, manifests)),
    ]),
  );
}

function controlsOf(form: SourceFile): XmlElement[] {
  return allElements(form.root).filter(({ name }) => name === 'control');
}

function checkColumns(table: TableSource, form: SourceFile): Finding[] {
  if (!isOwnTable(table)) {
    return [];
  }
  const columns = columnsOf(table).map((column) => textOf(at(column, 'LogicalName')));
  return controlsOf(form)
    .map((control) => attributeOf(control, 'datafieldname'))
    .filter((name) => name !== '' && !columns.includes(name))
    .map((name) => ({ part: form.path, reason: `${name} is no column of ${table.logicalName}` }));
}

function checkDescriptions(form: SourceFile): Finding[] {
  const described = allElements(form.root)
    .filter(({ name }) => name === 'controlDescription')
    .map((description) => attributeOf(description, 'forControl'));
  const controls = controlsOf(form);
  const uniqueIds = controls.map((control) => attributeOf(control, 'uniqueid'));
  return [
    ...described
      .filter((id) => !uniqueIds.includes(id))
      .map((id) => ({
        part: form.path,
        reason: `the control description for ${id} belongs to no control of the form`,
      })),
    ...controls
      .filter((control) => attributeOf(control, 'classid').toUpperCase() === customControlHost)
      .filter((control) => !described.includes(attributeOf(control, 'uniqueid')))
      .map((control) => ({
        part: form.path,
        reason: `the control ${attributeOf(control, 'id')} has no control description`,
      })),
  ];
}

function checkCustomControls(
  form: SourceFile,
  description: XmlElement,
  manifests: ReadonlyMap<string, XmlElement>,
): Finding[] {
  const finding = (reason: string): Finding => ({ part: form.path, reason });
  const all = childElements(description, 'customControl');
  const named = all.filter((control) => attributeOf(control, 'name') !== '');
  const factors = named.map((control) => attributeOf(control, 'formFactor')).join(', ');
  const bindings = named.map((control) => attributeOf(control, 'name') + writeParameters(control));
  return [
    ...(all.some((control) => attributeOf(control, 'id') !== '')
      ? []
      : [finding('a control description has no native control to fall back on')]),
    ...(factors === formFactors.join(', ')
      ? []
      : [finding(`a control is there for the form factors ${factors}, not for ${formFactors.join(', ')}`)]),
    ...(new Set(bindings).size > 1
      ? [finding('a control is bound differently on different form factors')]
      : []),
    ...named.slice(0, 1).flatMap((control) => {
      const name = attributeOf(control, 'name');
      const manifest = manifests.get(name);
      return manifest === undefined
        ? [finding(`the solution does not bring the control ${name}`)]
        : checkProperties(form, control, manifest);
    }),
  ];
}

function checkProperties(form: SourceFile, control: XmlElement, manifest: XmlElement): Finding[] {
  const declared = childElements(manifest, 'property');
  const given = childElements(at(control, 'parameters')).map(({ name }) => name);
  const controlName = attributeOf(control, 'name');
  return [
    ...given
      .filter((name) => !declared.some((property) => attributeOf(property, 'name') === name))
      .map((name) => ({
        part: form.path,
        reason: `property ${name} is not declared in the manifest of ${controlName}`,
      })),
    ...declared
      .filter((property) => attributeOf(property, 'required') === 'true')
      .map((property) => attributeOf(property, 'name'))
      .filter((name) => !given.includes(name))
      .map((name) => ({
        part: form.path,
        reason: `property ${name}, which ${controlName} requires, is not given`,
      })),
  ];
}

function writeParameters(control: XmlElement): string {
  const parameters = at(control, 'parameters');
  return parameters === undefined ? '' : writeXml(parameters);
}
