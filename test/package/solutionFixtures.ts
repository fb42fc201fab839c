import { join } from 'node:path';
import type { FileTree } from '../../solution/packer/fileTree';
import { readFileTree } from '../../solution/packer/fileTree';
import type { PackInput } from '../../solution/packer/packSolution';
import { packSolution, SolutionRefused } from '../../solution/packer/packSolution';
import type { Finding } from '../../solution/rules/finding';

const encoder = new TextEncoder();

/** The real sources; packing them is what the tests are about. */
export const realSources: FileTree = readFileTree(join(__dirname, '../../solution/src'));

/** A control's manifest as a build leaves it. @param properties its `<property>` elements */
function manifestOf(constructor: string, properties: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<manifest><control namespace="BusinessCentralForSales" constructor="${constructor}" version="1.2.3" control-type="virtual" api-version="1.3.18">
${properties.join('\n')}
<resources><code path="bundle.js" order="1" /><resx path="strings/${constructor}.1033.resx" version="1.0.0" /></resources>
</control></manifest>`;
}

/** The properties of the real controls. */
const manifests: Readonly<Record<string, string>> = {
  CustomerStatistics: manifestOf('CustomerStatistics', [
    '<property name="anchor" of-type="SingleLine.Text" usage="bound" required="true" />',
    '<property name="number" of-type="SingleLine.Text" usage="bound" required="false" />',
    '<property name="modifiedOn" of-type="DateAndTime.DateAndTime" usage="bound" required="false" />',
    '<property name="total" of-type="Currency" usage="bound" required="false" />',
  ]),
  CoupleRecord: manifestOf('CoupleRecord', [
    '<property name="anchor" of-type="SingleLine.Text" usage="bound" required="true" />',
    '<property name="number" of-type="SingleLine.Text" usage="bound" required="false" />',
    '<property name="modifiedOn" of-type="DateAndTime.DateAndTime" usage="bound" required="false" />',
  ]),
  ProductAvailability: manifestOf('ProductAvailability', [
    '<property name="anchor" of-type="SingleLine.Text" usage="bound" required="true" />',
    '<property name="product" of-type="Lookup.Simple" usage="bound" required="false" />',
    '<property name="unit" of-type="Lookup.Simple" usage="bound" required="false" />',
    '<property name="quantity" of-type="Decimal" usage="bound" required="false" />',
    '<property name="requestedDelivery" of-type="DateAndTime.DateOnly" usage="bound" required="false" />',
    '<property name="total" of-type="Currency" usage="bound" required="false" />',
  ]),
};

/** `out/controls` with these controls, each with a bundle of one line: a build takes half a minute. */
export const fixtureControls: FileTree = new Map(
  Object.entries(manifests).flatMap(([control, manifest]) => [
    [`${control}/ControlManifest.xml`, encoder.encode(manifest)] as const,
    [`${control}/bundle.js`, encoder.encode('var control;')] as const,
    [`${control}/css/${control}.css`, encoder.encode('.control{}')] as const,
    [`${control}/strings/${control}.1033.resx`, encoder.encode('<root/>')] as const,
  ]),
);

/** `out/administration` with pages of one line. */
export const fixtureAdministration: FileTree = new Map([
  ['pages.js', encoder.encode('document.body.dataset.page;')],
  ...['setup', 'synchronization', 'salespeople', 'health'].map(
    (page) => [`${page}.html`, encoder.encode(`<body data-page="${page}"></body>`)] as const,
  ),
]);

/** `out/commands` with a command of one line. */
export const fixtureCommands: FileTree = new Map([
  ['openInBusinessCentral.js', encoder.encode('var BusinessCentralForSales;')],
]);

/** What packs without a finding. */
export const goodInput: PackInput = {
  sources: realSources,
  controls: fixtureControls,
  administration: fixtureAdministration,
  commands: fixtureCommands,
  packageVersion: '1.2.3',
};

/** The same tree with one file replaced or added. */
export function withFile(tree: FileTree, path: string, content: string | Uint8Array): FileTree {
  return new Map([...tree, [path, typeof content === 'string' ? encoder.encode(content) : content]]);
}

/** The same tree without one file. */
export function withoutFile(tree: FileTree, path: string): FileTree {
  return new Map([...tree].filter(([name]) => name !== path));
}

/** The same tree with one text of one file replaced; fails where the text is not there, so no case tests nothing. */
export function withText(tree: FileTree, path: string, text: string, replacement: string): FileTree {
  const before = textIn(tree, path);
  if (!before.includes(text)) {
    throw new Error(`${path} does not hold ${text}`);
  }
  return withFile(tree, path, before.replace(text, replacement));
}

/** The text of a file. */
export function textIn(tree: FileTree, path: string): string {
  const bytes = tree.get(path);
  if (bytes === undefined) {
    throw new Error(`${path} is not there`);
  }
  return new TextDecoder().decode(bytes);
}

/** The one path of the real sources that holds this text in its name. */
export function pathOf(part: string): string {
  const [path, ...more] = [...realSources.keys()].filter((name) => name.includes(part));
  if (path === undefined || more.length > 0) {
    throw new Error(`${part} is not the name of one file`);
  }
  return path;
}

/** A broken solution: what is broken, how to find that out, the part that is named and a piece of the reason. */
export type Refusal = readonly [string, () => readonly Finding[], string, string];

/** What the packer finds wrong with these files. */
export function findings(sources: FileTree, controls: FileTree = fixtureControls): readonly Finding[] {
  try {
    packSolution({ ...goodInput, sources, controls });
    return [];
  } catch (error) {
    if (error instanceof SolutionRefused) {
      return error.findings;
    }
    throw error;
  }
}

/** What is found after one change in the sources. */
export function broken(path: string, text: string, replacement: string): readonly Finding[] {
  return findings(withText(realSources, path, text, replacement));
}

/** What is found after one change in the manifest of Product Availability. */
export function withControl(text: string, replacement: string): readonly Finding[] {
  return findings(
    realSources,
    withText(fixtureControls, 'ProductAvailability/ControlManifest.xml', text, replacement),
  );
}
