import type { FileTree } from './fileTree';
import type { XmlElement } from './xml';
import { at, attributeOf, parseXml } from './xml';

/** A control as `npm run build` leaves it in `out/controls/<Constructor>/`. */
export interface BuiltControl {
  readonly folder: string;
  /** `<control>` of its ControlManifest.xml. */
  readonly manifest: XmlElement;
  /** All its files, by path within the folder. */
  readonly files: FileTree;
}

/**
 * Sorts the files of `out/controls` by control.
 * @throws Error where a control has no ControlManifest.xml, or one that cannot be read
 */
export function builtControls(files: FileTree): BuiltControl[] {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/'))));
  return [...folders].map((folder) => {
    const own = new Map(
      [...files]
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, bytes]) => [path.slice(folder.length + 1), bytes] as const),
    );
    const part = `${folder}/ControlManifest.xml`;
    const text = own.get('ControlManifest.xml');
    const manifest = text && at(parseXml(new TextDecoder().decode(text), part), 'control');
    if (manifest === undefined) {
      throw new Error(`${part}: no control is described there; run npm run build`);
    }
    return { folder, manifest, files: own };
  });
}

/**
 * The name under which the platform knows a control: the publisher's prefix, the namespace and the constructor.
 * The manifest itself does not carry the prefix (reference: microsoft/powercat-creator-kit, Controls/cat_PowerCAT.*).
 */
export function fullControlName(control: BuiltControl, prefix: string): string {
  return `${prefix}_${attributeOf(control.manifest, 'namespace')}.${attributeOf(control.manifest, 'constructor')}`;
}
