import type { BuiltControl } from '../packer/builtControls';
import type { SolutionSources } from '../packer/solutionSources';
import { at, attributeOf, textOf } from '../packer/xml';
import type { Finding } from './finding';

/**
 * package.json has the one version. A control must carry the same: an import keeps the old control, silently, where
 * the new one's version is not higher (Microsoft Learn, component-framework/issues-and-workarounds).
 */
export function checkVersions(
  sources: SolutionSources,
  controls: readonly BuiltControl[],
  packageVersion: string,
): Finding[] {
  const inSources = textOf(at(sources.manifest.root, 'SolutionManifest', 'Version'));
  return [
    ...(/^\d+\.\d+\.\d+$/.test(packageVersion)
      ? []
      : [{ part: 'package.json', reason: `version ${packageVersion} is not three numbers` }]),
    ...(inSources === '0.0.0.0'
      ? []
      : [
          {
            part: sources.manifest.path,
            reason: `<Version> is ${inSources}; leave 0.0.0.0, the version comes from package.json`,
          },
        ]),
    ...controls
      .filter((control) => attributeOf(control.manifest, 'version') !== packageVersion)
      .map((control) => ({
        part: `${control.folder}/ControlManifest.xml`,
        reason: `version ${attributeOf(control.manifest, 'version')} is not ${packageVersion}, the version of package.json`,
      })),
  ];
}
