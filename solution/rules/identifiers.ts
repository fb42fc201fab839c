import type { SolutionSources } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

interface Identifier {
  readonly part: string;
  readonly id: string;
}

const guid = /^\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}$/;

/**
 * Roles of Microsoft's own integration and the two role templates (microsoft/BCApps codeunits 5330 and 7201). Business
 * Central looks for them by id: a role of ours with such an id would be taken for Microsoft's.
 */
const microsoftRoleIds = new Set([
  '{8c8d4f51-a72b-e511-80d9-3863bb349780}',
  '{6f960e32-a72b-e511-80d9-3863bb349780}',
  '{2f92fbbd-2d13-461a-895f-27c13f789fdb}',
  '{a2b18661-9ff5-e911-a812-000d3a0b9028}',
  '{d7dbad50-c0f6-4b30-81cf-d2158f1e7c06}',
  '{627090ff-40a3-4053-8790-584edc5be201}',
  '{119f245c-3cc8-4b62-b31c-d1a046ced15d}',
]);

/** Ids are GUIDs in the form of an export, each used once; a file that is named by its id has that very name. */
export function checkIdentifiers(sources: SolutionSources): Finding[] {
  const forms = sources.tables.flatMap(({ forms: own }) => own);
  const views = sources.tables.flatMap(({ views: own }) => own);
  const named = [
    ...forms.map(({ path, root }) => ({ part: path, id: textOf(at(root, 'systemform', 'formid')) })),
    ...views.map(({ path, root }) => ({ part: path, id: textOf(at(root, 'savedquery', 'savedqueryid')) })),
  ];
  const roles = sources.roles.map(({ path, root }) => ({ part: path, id: attributeOf(root, 'id') }));
  const profiles = childElements(sources.columnSecurityProfiles?.root).map((profile) => ({
    part: `column security profile ${attributeOf(profile, 'name')}`,
    id: attributeOf(profile, 'fieldsecurityprofileid'),
  }));
  const inForms = forms.flatMap(({ path, root }) => idsWithin(path, root));
  const webResources = sources.webResources.map(({ path, root }) => ({
    part: path,
    id: textOf(at(root, 'WebResourceId')),
  }));
  const all = [...named, ...roles, ...profiles, ...webResources, ...inForms];
  return [
    ...all
      .filter(({ id }) => !guid.test(id))
      .map(({ part, id }) => ({ part, reason: `"${id}" is no GUID in braces and lower case` })),
    ...repeated(all).map(({ part, id }) => ({ part, reason: `the id ${id} is used more than once` })),
    ...named
      .filter(({ part, id }) => !part.endsWith(`/${id}.xml`))
      .map(({ part, id }) => ({ part, reason: `the file is not named by its id ${id}` })),
    ...roles
      .filter(({ id }) => microsoftRoleIds.has(id))
      .map(({ part, id }) => ({ part, reason: `${id} is a role of Microsoft's` })),
    ...forms.flatMap(({ path, root }) => repeatedControlIds(path, root)),
  ];
}

/** Ids of tabs, sections, cells, header and footer, and the unique ids of controls. */
function idsWithin(path: string, form: XmlElement): Identifier[] {
  return allElements(form).flatMap((part) => {
    const id = attributeOf(part, part.name === 'control' ? 'uniqueid' : 'id');
    const has = ['tab', 'section', 'cell', 'header', 'footer', 'control'].includes(part.name) && id !== '';
    return has ? [{ part: path, id }] : [];
  });
}

function repeatedControlIds(path: string, form: XmlElement): Finding[] {
  const ids = allElements(form)
    .filter(({ name }) => name === 'control')
    .map((control) => ({ part: path, id: attributeOf(control, 'id') }));
  return repeated(ids).map(({ part, id }) => ({ part, reason: `two controls are called ${id}` }));
}

function repeated(identifiers: readonly Identifier[]): Identifier[] {
  const seen = new Set<string>();
  return identifiers.filter(({ id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again;
  });
}
