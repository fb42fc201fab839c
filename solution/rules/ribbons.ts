import type { SolutionSources, SourceFile, TableSource } from '../packer/solutionSources';
import { languagesOf, publisherPrefix } from '../packer/solutionSources';
import type { XmlElement } from '../packer/xml';
import { allElements, at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';
import { checkTexts } from './labels';

/** Ids of the platform's own commands and rules begin with it; they need no definition of ours. */
const platformPrefix = 'Mscrm.';

interface Ribbon extends SourceFile {
  readonly table: TableSource;
}

/**
 * A command stands on a form of its own table, names only commands, rules, labels and web resources that are there, each
 * under one id that begins with the publisher's prefix, and its labels are there in every language. A button that leads
 * to nothing is imported without a word, and not shown.
 */
export function checkRibbons(sources: SolutionSources): Finding[] {
  const ribbons = sources.tables.flatMap((table) =>
    table.ribbon === undefined ? [] : [{ ...table.ribbon, table }],
  );
  const webResources = sources.webResources.map(({ name }) => name);
  return ribbons.flatMap((ribbon) => [
    ...checkIds(ribbon, publisherPrefix(sources)),
    ...checkLocations(ribbon),
    ...checkReferences(ribbon),
    ...checkWebResourceNames(ribbon, webResources),
    ...childElements(at(ribbon.root, 'LocLabels'), 'LocLabel').flatMap((label) =>
      checkTexts(ribbon.path, childElements(at(label, 'Titles'), 'Title'), languagesOf(sources)),
    ),
  ]);
}

function checkIds({ path, root }: Ribbon, prefix: string): Finding[] {
  const ids = [
    ...definitionsOf(root, 'CustomAction'),
    ...definitionsOf(root, 'Button'),
    ...definedIn(root, 'CommandDefinitions'),
    ...definedIn(at(root, 'RuleDefinitions'), 'EnableRules'),
    ...definedIn(at(root, 'RuleDefinitions'), 'DisplayRules'),
    ...definedIn(root, 'LocLabels'),
  ];
  return [
    ...ids
      .filter((id) => !id.startsWith(`${prefix}.`))
      .map((id) => ({ part: path, reason: `the id ${id} does not begin with ${prefix}.` })),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ part: path, reason: `the id ${id} is there twice` })),
  ];
}

function checkLocations({ path, root, table }: Ribbon): Finding[] {
  const start = `Mscrm.Form.${table.logicalName}.MainTab.`;
  return childElements(at(root, 'CustomActions'), 'CustomAction')
    .map((action) => attributeOf(action, 'Location'))
    .filter((location) => !location.startsWith(start) || !location.endsWith('.Controls._children'))
    .map((location) => ({
      part: path,
      reason: `"${location}" is no group of commands on a form of ${table.logicalName}`,
    }));
}

function checkReferences({ path, root }: Ribbon): Finding[] {
  const commands = definedIn(root, 'CommandDefinitions');
  const rules = definedIn(at(root, 'RuleDefinitions'), 'EnableRules');
  const labels = definedIn(root, 'LocLabels');
  const named = {
    commands: allElements(root)
      .map((part) => attributeOf(part, 'Command'))
      .filter((id) => id !== ''),
    rules: allElements(at(root, 'CommandDefinitions') ?? root)
      .filter(({ name }) => name === 'EnableRule')
      .map((rule) => attributeOf(rule, 'Id')),
    labels: valuesAfter(root, '$LocLabels:'),
  };
  const missing = (kind: string, wanted: readonly string[], there: readonly string[]) =>
    wanted
      .filter((id) => !id.startsWith(platformPrefix) && !there.includes(id))
      .map((id) => ({ part: path, reason: `names the ${kind} ${id}, which is not defined` }));
  const idle = (kind: string, there: readonly string[], wanted: readonly string[]) =>
    there
      .filter((id) => !wanted.includes(id))
      .map((id) => ({ part: path, reason: `defines the ${kind} ${id}, which nothing names` }));
  return [
    ...missing('command', named.commands, commands),
    ...missing('rule', named.rules, rules),
    ...missing('label', named.labels, labels),
    ...idle('command', commands, named.commands),
    ...idle('rule', rules, named.rules),
    ...idle('label', labels, named.labels),
  ];
}

function checkWebResourceNames({ path, root }: Ribbon, webResources: readonly string[]): Finding[] {
  return valuesAfter(root, '$webresource:')
    .filter((name) => !webResources.includes(name))
    .map((name) => ({
      part: path,
      reason: `names the web resource ${name}, which the solution does not bring`,
    }));
}

/** What attributes and texts name behind a directive such as `$LocLabels:`. */
function valuesAfter(root: XmlElement, directive: string): string[] {
  return allElements(root)
    .flatMap((part) => [...part.attributes.values(), textOf(part)])
    .filter((value) => value.startsWith(directive))
    .map((value) => value.slice(directive.length));
}

function definitionsOf(root: XmlElement, name: string): string[] {
  return allElements(root)
    .filter((part) => part.name === name)
    .map((part) => attributeOf(part, 'Id'));
}

function definedIn(root: XmlElement | undefined, list: string): string[] {
  return childElements(at(root, list)).map((definition) => attributeOf(definition, 'Id'));
}
