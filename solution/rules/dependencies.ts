import type { SolutionSources } from '../packer/solutionSources';
import { isOwnTable } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Tables that every Dataverse has; they belong to the solution System and are never listed. */
const platformTables = ['account', 'contact', 'systemuser', 'transactioncurrency'];

/** Which part of ours needs which table of somebody else's. */
interface Dependency {
  readonly table: string;
  /** Component type: 1 the table's shell, 26 a view, 60 a form. */
  readonly type: string;
  /** Id of view or form; of a shell the table. */
  readonly dependent: string;
}

/**
 * `<MissingDependencies>` says of every part that hangs on a table of another app that it needs that table, and whose it
 * is, so that an environment without the app refuses the import at once and by name.
 */
export function checkDependencies(sources: SolutionSources): Finding[] {
  const part = sources.manifest.path;
  const listed = listedDependencies(sources);
  const needed = neededDependencies(sources);
  const keyOf = ({ table, type, dependent }: Dependency) => `${type} ${dependent} needs the table ${table}`;
  const listedKeys = listed.map(keyOf);
  const neededKeys = needed.map(keyOf);
  return [
    ...neededKeys
      .filter((key) => !listedKeys.includes(key))
      .map((key) => ({ part, reason: `<MissingDependencies> does not say that ${key}` })),
    ...listedKeys
      .filter((key, index) => !neededKeys.includes(key) || listedKeys.indexOf(key) !== index)
      .map((key) => ({ part, reason: `<MissingDependencies> says in vain or twice that ${key}` })),
    ...requiredComponents(sources)
      .filter((required) => !/^\w+ \(\d+(\.\d+){1,3}\)$/.test(attributeOf(required, 'solution')))
      .map((required) => ({
        part,
        reason: `the required ${attributeOf(required, 'schemaName')} names no solution with its version`,
      })),
  ];
}

function dependenciesIn(sources: SolutionSources) {
  return childElements(at(sources.manifest.root, 'SolutionManifest', 'MissingDependencies'));
}

function requiredComponents(sources: SolutionSources) {
  return dependenciesIn(sources).flatMap((dependency) => childElements(dependency, 'Required'));
}

function listedDependencies(sources: SolutionSources): Dependency[] {
  return dependenciesIn(sources).map((dependency) => {
    const dependent = at(dependency, 'Dependent');
    return {
      table: attributeOf(at(dependency, 'Required'), 'schemaName'),
      type: attributeOf(dependent, 'type'),
      dependent: attributeOf(dependent, 'schemaName') || attributeOf(dependent, 'id'),
    };
  });
}

function neededDependencies(sources: SolutionSources): Dependency[] {
  return sources.tables
    .filter((table) => !isOwnTable(table) && !platformTables.includes(table.logicalName))
    .flatMap(({ logicalName, forms, views }) => [
      { table: logicalName, type: '1', dependent: logicalName },
      ...views.map(({ root }) => ({
        table: logicalName,
        type: '26',
        dependent: textOf(at(root, 'savedquery', 'savedqueryid')),
      })),
      ...forms.map(({ root }) => ({
        table: logicalName,
        type: '60',
        dependent: textOf(at(root, 'systemform', 'formid')),
      })),
    ]);
}
