import type { SolutionSources, SourceFile } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Roles that every environment has, by the ids of their templates (Microsoft Learn, "Role templates"). */
const standardRoleIds = ['{627090ff-40a3-4053-8790-584edc5be201}', '{119f245c-3cc8-4b62-b31c-d1a046ced15d}'];

/**
 * An app has its own site map, an icon, components and roles that exist, a name and a description; System Administrator
 * and System Customizer may open it. A table's icon is one that the solution brings.
 */
export function checkApps(sources: SolutionSources): Finding[] {
  return [...sources.apps.flatMap((app) => checkApp(app, sources)), ...checkTableIcons(sources)];
}

function checkApp({ path, root }: SourceFile, sources: SolutionSources): Finding[] {
  const finding = (reason: string): Finding => ({ part: path, reason });
  const name = textOf(at(root, 'UniqueName'));
  const components = childElements(at(root, 'AppModuleComponents'));
  const siteMaps = components.filter((component) => attributeOf(component, 'type') === '62');
  const roles = childElements(at(root, 'AppModuleRoleMaps'), 'Role').map((role) => attributeOf(role, 'id'));
  const ownRoles = sources.roles.map(({ root: role }) => attributeOf(role, 'id'));
  const icons = sources.webResources.map(({ root: resource }) => textOf(at(resource, 'WebResourceId')));
  return [
    ...(path === `AppModules/${name}/AppModule.xml`
      ? []
      : [finding(`the folder is not ${name}, the name of the app`)]),
    ...(siteMaps.length === 1 ? [] : [finding(`names ${siteMaps.length} site maps, not one`)]),
    ...components
      .filter((component) => !isBrought(component.attributes, sources))
      .map((component) =>
        finding(
          `names ${attributeOf(component, 'schemaName')} of type ${attributeOf(component, 'type')}, which the solution does not bring`,
        ),
      ),
    ...roles
      .filter((id) => !ownRoles.includes(id) && !standardRoleIds.includes(id))
      .map((id) => finding(`is opened to the role ${id}, which the solution does not bring`)),
    ...standardRoleIds
      .filter((id) => !roles.includes(id))
      .map((id) => finding(`is not opened to the standard role ${id}`)),
    ...(icons.includes(`{${textOf(at(root, 'WebResourceId'))}}`)
      ? []
      : [finding('has an icon that the solution does not bring')]),
    ...['LocalizedNames', 'Descriptions']
      .filter((texts) => childElements(at(root, texts)).length === 0)
      .map((texts) => finding(`has no <${texts}>`)),
  ];
}

function isBrought(component: ReadonlyMap<string, string>, sources: SolutionSources): boolean {
  const name = component.get('schemaName') ?? '';
  switch (component.get('type')) {
    case '1':
      return sources.tables.some((table) => table.logicalName === name);
    case '62':
      return sources.siteMaps.some(({ root }) => textOf(at(root, 'SiteMapUniqueName')) === name);
    default:
      return false;
  }
}

function checkTableIcons(sources: SolutionSources): Finding[] {
  return sources.tables
    .map(({ entity }) => ({
      part: entity.path,
      icon: textOf(at(entity.root, 'EntityInfo', 'entity', 'IconVectorName')),
    }))
    .filter(({ icon }) => icon !== '' && !sources.webResources.some(({ name }) => name === icon))
    .map(({ part, icon }) => ({ part, reason: `has the icon ${icon}, which the solution does not bring` }));
}
