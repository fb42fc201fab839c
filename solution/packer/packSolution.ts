import type { Finding } from '../rules/finding';
import { checkSolution } from '../rules/checkSolution';
import type { BuiltControl } from './builtControls';
import { builtControls, fullControlName } from './builtControls';
import { contentTypes } from './contentTypes';
import { customizations } from './customizations';
import type { FileTree } from './fileTree';
import { compareText } from './fileTree';
import { solutionManifest, solutionVersion } from './solutionManifest';
import type { SolutionSources } from './solutionSources';
import { publisherPrefix, solutionSources } from './solutionSources';
import { webResourceContents, webResourceParts } from './webResources';
import type { BuiltWebResources } from './webResources';
import { writeXml } from './xml';
import { zip } from './zip';

/** What goes into a package. */
export interface PackInput extends BuiltWebResources {
  /** `solution/src`. */
  readonly sources: FileTree;
  /** `out/controls`. */
  readonly controls: FileTree;
  /** `version` of package.json, three numbers. */
  readonly packageVersion: string;
}

/** Both packages of one version. */
export interface PackedSolution {
  /** Four numbers. */
  readonly version: string;
  readonly unmanaged: Uint8Array;
  readonly managed: Uint8Array;
}

/** The sources are broken; an import would fail or, worse, lose something. */
export class SolutionRefused extends Error {
  public override readonly name = 'SolutionRefused';

  public constructor(public readonly findings: readonly Finding[]) {
    super(findings.map(({ part, reason }) => `${part}: ${reason}`).join('\n'));
  }
}

/**
 * Packs the solution, unmanaged and managed. The two differ in `<Managed>` alone, as Microsoft's own pairs do.
 * @throws SolutionRefused with everything that is wrong with the sources
 */
export function packSolution(input: PackInput): PackedSolution {
  const sources = solutionSources(input.sources);
  const controls = builtControls(input.controls);
  const contents = webResourceContents(sources, input);
  const findings = checkSolution(sources, controls, contents, input.packageVersion);
  if (findings.length > 0) {
    throw new SolutionRefused(findings);
  }
  const version = solutionVersion(input.packageVersion);
  const packed = (managed: boolean) => zip(packageParts(sources, controls, contents, version, managed));
  return { version, unmanaged: packed(false), managed: packed(true) };
}

/** The entries of one package; the three at the root have exactly these names, in lower case. */
function packageParts(
  sources: SolutionSources,
  controls: readonly BuiltControl[],
  contents: FileTree,
  version: string,
  managed: boolean,
): FileTree {
  const encoder = new TextEncoder();
  const prefix = publisherPrefix(sources);
  const controlFiles = controls
    .flatMap((control) =>
      [...control.files].map(
        ([path, bytes]) => [`Controls/${fullControlName(control, prefix)}/${path}`, bytes] as const,
      ),
    )
    .sort(([a], [b]) => compareText(a, b));
  const parts = [
    ['solution.xml', encoder.encode(writeXml(solutionManifest(sources, version, managed)))] as const,
    ['customizations.xml', encoder.encode(writeXml(customizations(sources)))] as const,
    ...webResourceParts(sources, contents),
    ...controlFiles,
  ];
  const types = contentTypes(parts.map(([path]) => path));
  return new Map([['[Content_Types].xml', encoder.encode(writeXml(types))] as const, ...parts]);
}
