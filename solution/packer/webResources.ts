import type { FileTree } from './fileTree';
import { compareText } from './fileTree';
import type { SolutionSources } from './solutionSources';
import { publisherPrefix } from './solutionSources';
import { at, textOf } from './xml';

/** Web resources that are built, by the folder of their names below `<prefix>_/`, which is also that in `out/`. */
export interface BuiltWebResources {
  /** The pages of the administration app. */
  readonly administration: FileTree;
  /** The commands of forms. */
  readonly commands: FileTree;
}

/**
 * What each web resource consists of: what is built comes out of the build, everything else lies beside its description.
 * @returns by name; a web resource that has no content anywhere is not in it
 */
export function webResourceContents(sources: SolutionSources, built: BuiltWebResources): FileTree {
  const { administration, commands } = built;
  const prefix = publisherPrefix(sources);
  return new Map([
    ...Object.entries({ administration, commands }).flatMap(([folder, files]) =>
      [...files].map(([path, bytes]) => [`${prefix}_/${folder}/${path}`, bytes] as const),
    ),
    ...sources.webResources.flatMap(({ name, content }) =>
      content === undefined ? [] : [[name, content] as const],
    ),
  ]);
}

/** The parts of the package that hold web resources: each under the name that its description gives. */
export function webResourceParts(
  sources: SolutionSources,
  contents: FileTree,
): readonly (readonly [path: string, content: Uint8Array])[] {
  return sources.webResources
    .flatMap(({ name, root }) => {
      const content = contents.get(name);
      return content === undefined
        ? []
        : [[textOf(at(root, 'FileName')).replace(/^\//, ''), content] as const];
    })
    .sort(([a], [b]) => compareText(a, b));
}
