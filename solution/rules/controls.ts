import type { BuiltControl } from '../packer/builtControls';
import { fullControlName } from '../packer/builtControls';
import type { SolutionSources, SourceFile } from '../packer/solutionSources';
import { publisherPrefix } from '../packer/solutionSources';
import { at, attributeOf, childElements, textOf } from '../packer/xml';
import type { Finding } from './finding';

/** Default of an organization's maximum upload size, 5120 KB (Microsoft Learn, "use-web-resources"). */
export const maximumFileSize = 5_000_000;

/**
 * Name, folder, file name and root component of a control are one name; what its manifest names is there; and no file
 * is too big for an organization's default.
 */
export function checkControls(sources: SolutionSources, controls: readonly BuiltControl[]): Finding[] {
  const prefix = publisherPrefix(sources);
  const built = new Map(controls.map((control) => [fullControlName(control, prefix), control] as const));
  const registered = sources.controls.map(({ root }) => textOf(at(root, 'Name')));
  return [
    ...sources.controls.flatMap(checkRegistration),
    ...registered
      .filter((name) => !built.has(name))
      .map((name) => ({
        part: `control ${name}`,
        reason: `is registered, but out/controls has ${[...built.keys()].join(', ') || 'no control'}`,
      })),
    ...[...built.keys()]
      .filter((name) => !registered.includes(name))
      .map((name) => ({ part: `control ${name}`, reason: 'is built, but not registered in Controls/' })),
    ...controls.flatMap(checkFiles),
  ];
}

function checkRegistration({ path, root }: SourceFile): Finding[] {
  const name = textOf(at(root, 'Name'));
  const fileName = `/Controls/${name}/ControlManifest.xml`;
  return [
    ...(path === `Controls/${name}/ControlManifest.xml.data.xml`
      ? []
      : [{ part: path, reason: `the folder is not ${name}, the name of the control` }]),
    ...(textOf(at(root, 'FileName')) === fileName
      ? []
      : [{ part: path, reason: `<FileName> is not ${fileName}` }]),
  ];
}

function checkFiles(control: BuiltControl): Finding[] {
  const resources = childElements(at(control.manifest, 'resources'))
    .filter(({ name }) => ['code', 'css', 'resx', 'img'].includes(name))
    .map((resource) => attributeOf(resource, 'path'));
  return [
    ...resources
      .filter((path) => !control.files.has(path))
      .map((path) => ({
        part: `${control.folder}/${path}`,
        reason: 'is named in the manifest, but not there',
      })),
    ...[...control.files]
      .filter(([, bytes]) => bytes.length > maximumFileSize)
      .map(([path, bytes]) => ({
        part: `${control.folder}/${path}`,
        reason: `has ${bytes.length} bytes; an import takes at most ${maximumFileSize}`,
      })),
  ];
}
