import { maxUploadFileSize } from '../../organization';
import type { Control } from '../../customizations';
import type { Parts } from '../archive';
import type { Refusals } from '../refusals';
import type { Payload } from '../rootComponents';
import { childElements, childText, parseXml, XmlSyntaxError } from '../xml';
import type { XmlElement } from '../xml';
import { readControlManifest } from './controlManifest';
import type { ControlManifest } from './controlManifest';

export interface ControlSource {
  readonly payload: Payload;
  /** Null when the control cannot be read: then it has been refused. */
  readonly control: Control | null;
}

/**
 * Reads `<CustomControls>` and the folders that they name. Folder, Name, FileName, and the manifest's namespace and
 * constructor behind the publisher's prefix are all one name.
 */
export function readControls(
  section: XmlElement | null,
  parts: Parts,
  prefix: string,
  refusals: Refusals,
): readonly ControlSource[] {
  const sources = (section ? childElements(section, 'CustomControl') : []).map((element) => {
    const name = childText(element, 'Name');
    const part = `customizations.xml, control ${name}`;
    const fileName = childText(element, 'FileName');
    const expected = `/Controls/${name}/ControlManifest.xml`;
    if (fileName !== expected) {
      refusals.add('controlName', part, `FileName must be ${expected}, not "${fileName}".`);
    }
    if (!name.startsWith(`${prefix}_`)) {
      refusals.add(
        'controlName',
        part,
        `The publisher prefix of the control does not match the solution's: its name must begin with "${prefix}_".`,
      );
    }
    return {
      payload: { type: 66, key: name, part } as const,
      control: readControl(name, parts, prefix, refusals),
    };
  });
  refuseUnregisteredFolders(sources, parts, refusals);
  return sources;
}

function refuseUnregisteredFolders(
  sources: readonly ControlSource[],
  parts: Parts,
  refusals: Refusals,
): void {
  const folders = new Set(
    [...parts.keys()].filter((name) => name.startsWith('Controls/')).map((name) => name.split('/')[1] ?? ''),
  );
  for (const folder of folders) {
    if (!sources.some(({ payload }) => payload.key === folder)) {
      refusals.add(
        'controlName',
        `Controls/${folder}`,
        'customizations.xml registers no control of this name.',
      );
    }
  }
}

function readControl(name: string, parts: Parts, prefix: string, refusals: Refusals): Control | null {
  const folder = `Controls/${name}/`;
  const files = new Map(
    [...parts]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, bytes]) => [path.slice(folder.length), bytes]),
  );
  const part = `${folder}ControlManifest.xml`;
  const manifestFile = files.get('ControlManifest.xml');
  if (!manifestFile) {
    refusals.add('missingPart', part, 'The control has no manifest under its registered name.');
    return null;
  }
  const manifestXml = new TextDecoder().decode(manifestFile);
  const manifest = parsedManifest(manifestXml, part, refusals);
  if (!manifest) {
    return null;
  }
  const ownName = `${prefix}_${manifest.namespace}.${manifest.constructorName}`;
  if (ownName !== name) {
    refusals.add(
      'controlName',
      part,
      `By its namespace and constructor the control is ${ownName}, not ${name}.`,
    );
  }
  checkFiles(folder, files, manifest, refusals);
  const { version, properties, dataSets } = manifest;
  return { name, version, manifestXml, properties, dataSets, files };
}

function parsedManifest(xml: string, part: string, refusals: Refusals): ControlManifest | null {
  try {
    const manifest = readControlManifest(parseXml(xml));
    if (!manifest || !/^\d+\.\d+\.\d+$/.test(manifest.version)) {
      refusals.add(
        'controlManifest',
        part,
        'It is no manifest of a control with a version of three numbers.',
      );
      return null;
    }
    return manifest;
  } catch (error) {
    if (error instanceof XmlSyntaxError) {
      refusals.add('invalidXml', part, error.message);
      return null;
    }
    throw error;
  }
}

function checkFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  { resources }: ControlManifest,
  refusals: Refusals,
): void {
  for (const path of resources) {
    if (!files.has(path)) {
      refusals.add(
        'controlFileMissing',
        `${folder}${path}`,
        'The manifest names this file, and it is not there.',
      );
    }
  }
  for (const [path, bytes] of files) {
    if (bytes.length > maxUploadFileSize) {
      const size = Math.ceil(bytes.length / 1024);
      refusals.add(
        'fileTooLarge',
        `${folder}${path}`,
        `Webresource content size is too big: ${size} KB, and the organization takes ${maxUploadFileSize / 1024} KB.`,
      );
    }
  }
}
