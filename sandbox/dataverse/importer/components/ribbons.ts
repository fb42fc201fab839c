import type { Ribbon, WebResource } from '../../customizations';
import { checkElementOrder } from '../elementOrder';
import { labelsIn } from '../languages';
import type { Refusals } from '../refusals';
import { attribute, childElements, descendant, everyElement } from '../xml';
import type { XmlElement } from '../xml';
import type { TableSource } from './tables';

export interface RibbonSource {
  readonly ribbon: Ribbon;
  readonly part: string;
}

/** Children of `<RibbonDiffXml>` of a table (RibbonCore.xsd, RibbonEntityDiffXmlType). */
const elementOrder = ['CustomActions', 'Templates', 'CommandDefinitions', 'RuleDefinitions', 'LocLabels'];

/** All three have to be there, empty or not (RibbonTypes.xsd, CommandDefinitionType). */
const commandParts = ['EnableRules', 'DisplayRules', 'Actions'];

/** Reads the `<RibbonDiffXml>` of a table. @returns null where the solution adds no commands to it */
export function readRibbon(table: TableSource, refusals: Refusals): RibbonSource | null {
  const element = descendant(table.element, 'RibbonDiffXml');
  if (!element || childElements(element).length === 0) {
    return null;
  }
  const part = `${table.payload.part}, RibbonDiffXml`;
  checkElementOrder(element, elementOrder, 'invalidRibbon', part, refusals);
  const commands = everyNamed(element, 'CommandDefinition');
  for (const command of commands) {
    checkElementOrder(command, commandParts, 'invalidRibbon', part, refusals);
    for (const name of commandParts.filter((wanted) => !descendant(command, wanted))) {
      refusals.add(
        'invalidRibbon',
        part,
        `The element 'CommandDefinition' has incomplete content: '${name}' is expected.`,
      );
    }
  }
  checkTwins(element, part, refusals);
  const labels = everyNamed(element, 'LocLabel').map(
    (label) => [attribute(label, 'Id'), labelsIn(descendant(label, 'Titles'))] as const,
  );
  return {
    part,
    ribbon: {
      table: table.logicalName,
      actions: everyNamed(element, 'CustomAction').map((action) => ({
        location: attribute(action, 'Location'),
        sequence: Number(attribute(action, 'Sequence')),
        buttons: everyNamed(action, 'Button').map(({ attributes }) => attributes),
      })),
      commands,
      rules: childElements(descendant(element, 'RuleDefinitions', 'EnableRules') ?? element, 'EnableRule'),
      labels: new Map(labels),
      webResources: webResourcesOf(element),
    },
  };
}

function everyNamed(element: XmlElement, wanted: string): readonly XmlElement[] {
  return [...everyElement(element)].filter(({ name }) => name === wanted);
}

/** Refuses two actions, buttons, commands or labels of one id. */
function checkTwins(ribbon: XmlElement, part: string, refusals: Refusals): void {
  for (const kind of ['CustomAction', 'Button', 'CommandDefinition', 'LocLabel']) {
    const ids = everyNamed(ribbon, kind).map((element) => attribute(element, 'Id'));
    for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) {
      refusals.add('duplicateComponent', part, `The ${kind} ${id} is there twice.`);
    }
  }
}

function webResourcesOf(ribbon: XmlElement): readonly string[] {
  const names = [...everyElement(ribbon)]
    .flatMap(({ attributes }) => [...attributes.values()])
    .flatMap((value) => /^\$webresource:(.+)$/.exec(value)?.[1] ?? []);
  return [...new Set(names)];
}

/** Refuses commands whose scripts and pictures are neither in the organization nor in the solution. */
export function checkRibbons(
  ribbons: readonly RibbonSource[],
  webResources: ReadonlyMap<string, WebResource>,
  refusals: Refusals,
): void {
  for (const { ribbon, part } of ribbons) {
    for (const name of ribbon.webResources.filter((resource) => !webResources.has(resource))) {
      refusals.add(
        'missingDependency',
        part,
        `A command names the web resource ${name}, which does not exist.`,
      );
    }
  }
}
