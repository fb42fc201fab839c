import type { FileTree } from './fileTree';
import { compareText } from './fileTree';
import type { SolutionSources } from './solutionSources';
import { publisherPrefix } from './solutionSources';
import { at, textOf } from './xml';

/**
 * What each web resource consists of: the pages of the administration app come out of the build under
 * `<prefix>_/administration/`, everything else lies beside its description.
 * @param administration `out/administration`
 * @returns by name; a web resource that has no content anywhere is not in it
 */
export function webResourceContents(sources: SolutionSources, administration: FileTree): FileTree {
  const folder = `${publisherPrefix(sources)}_/administration/`;
  return new Map([
    ...[...administration].map(([path, bytes]) => [folder + path, bytes] as const),
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
