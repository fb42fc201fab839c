import type { SolutionSources } from './solutionSources';
import type { XmlElement } from './xml';
import { childElements, withChildren } from './xml';

/**
 * `solution.xml`. The sources say neither the version (package.json does) nor managed or unmanaged (`<Managed>2`:
 * both, one zip each); these two are put in here.
 * @param version four numbers, such as `1.0.0.0`
 */
export function solutionManifest(sources: SolutionSources, version: string, managed: boolean): XmlElement {
  const values: Readonly<Record<string, string>> = { Version: version, Managed: managed ? '1' : '0' };
  const { root } = sources.manifest;
  return withChildren(
    root,
    childElements(root).map((manifest) =>
      withChildren(
        manifest,
        childElements(manifest).map((child) => {
          const value = values[child.name];
          return value === undefined ? child : withChildren(child, [value]);
        }),
      ),
    ),
  );
}

/**
 * The solution's version: that of the npm package with a fourth number, which Dataverse wants.
 * @param packageVersion `version` of package.json
 */
export function solutionVersion(packageVersion: string): string {
  return `${packageVersion}.0`;
}
