import type { FileTree } from '../packer/fileTree';
import type { SolutionSources, WebResourceSource } from '../packer/solutionSources';
import { at, textOf } from '../packer/xml';
import { maximumFileSize } from './controls';
import type { Finding } from './finding';

/** `WebResourceType` by the ending of the name (webresource.webresourcetype). */
const typesByEnding: Readonly<Record<string, string>> = {
  html: '1',
  css: '2',
  js: '3',
  png: '5',
  svg: '11',
};

/**
 * A web resource is described where its name says, is of the type that its name ends in, has its content in the part that an
 * export would put it in, and is not too big for an organization's default. What is built is described.
 * @param contents by the name of the web resource
 */
export function checkWebResources(sources: SolutionSources, contents: FileTree): Finding[] {
  const described = sources.webResources.map(({ name }) => name);
  return [
    ...sources.webResources.flatMap((resource) => checkWebResource(resource, contents.get(resource.name))),
    ...[...contents.keys()]
      .filter((name) => !described.includes(name))
      .map((name) => ({
        part: `web resource ${name}`,
        reason: 'is built, but not described in WebResources/',
      })),
  ];
}

function checkWebResource(resource: WebResourceSource, content: Uint8Array | undefined): Finding[] {
  const { path, name, root } = resource;
  const finding = (reason: string): Finding => ({ part: path, reason });
  const type = typesByEnding[name.slice(name.lastIndexOf('.') + 1)];
  const fileName = exportedFileName(name, textOf(at(root, 'WebResourceId')));
  return [
    ...(textOf(at(root, 'Name')) === name ? [] : [finding(`<Name> is not ${name}, which the path says`)]),
    ...(textOf(at(root, 'WebResourceType')) === type
      ? []
      : [finding(`<WebResourceType> is not ${type ?? 'known'}, that of the name's ending`)]),
    ...(textOf(at(root, 'FileName')) === fileName ? [] : [finding(`<FileName> is not ${fileName}`)]),
    ...(textOf(at(root, 'DisplayName')) === '' ? [finding('has no display name')] : []),
    ...(content === undefined ? [finding('has no content: no file beside it, and none is built')] : []),
    ...(content !== undefined && content.length > maximumFileSize
      ? [finding(`has ${content.length} bytes; an import takes at most ${maximumFileSize}`)]
      : []),
  ];
}

/**
 * The part that an export puts a web resource in: its name without anything but letters, digits and `_`, and its id in
 * upper case (microsoft/powercat-business-approvals-kit, WebResources/*.data.xml; names with slashes: Talxis' guide to icons).
 */
function exportedFileName(name: string, id: string): string {
  return `/WebResources/${name.replace(/\W/g, '')}${id.replace(/[{}]/g, '').toUpperCase()}`;
}
