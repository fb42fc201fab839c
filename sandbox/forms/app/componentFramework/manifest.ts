/** A property as a control's manifest declares it. */
export interface ManifestProperty {
  readonly name: string;
  /** Type, or the first type of its type group: `SingleLine.Text`, `Decimal`, `Lookup.Simple`, … */
  readonly type: string;
  readonly usage: 'bound' | 'input' | 'output';
  readonly defaultValue: string | null;
}

/** What the host needs of a built `ControlManifest.xml`. */
export interface ControlManifest {
  /** Name under which the bundle registers itself: `<namespace>.<constructor>`. */
  readonly registeredName: string;
  readonly isVirtual: boolean;
  readonly code: string;
  readonly styles: readonly string[];
  readonly strings: readonly string[];
  readonly properties: readonly ManifestProperty[];
}

function attributeOf(element: Element | null, name: string): string {
  return element?.getAttribute(name) ?? '';
}

function pathsOf(manifest: Document, resource: string): string[] {
  return [...manifest.querySelectorAll(`resources > ${resource}`)].map((element) =>
    attributeOf(element, 'path'),
  );
}

function propertyOf(manifest: Document, property: Element): ManifestProperty {
  const group = attributeOf(property, 'of-type-group');
  const typeOfGroup = manifest.querySelector(`type-group[name="${CSS.escape(group)}"] > type`)?.textContent;
  const usage = attributeOf(property, 'usage');
  return {
    name: attributeOf(property, 'name'),
    type: attributeOf(property, 'of-type') || (typeOfGroup ?? '').trim(),
    usage: usage === 'bound' || usage === 'output' ? usage : 'input',
    defaultValue: property.getAttribute('default-value'),
  };
}

/** Reads the manifest that the toolchain wrote beside a control's bundle. */
export function readManifest(xml: string): ControlManifest {
  const manifest = new DOMParser().parseFromString(xml, 'text/xml');
  const control = manifest.querySelector('control');
  return {
    registeredName: `${attributeOf(control, 'namespace')}.${attributeOf(control, 'constructor')}`,
    isVirtual: attributeOf(control, 'control-type') === 'virtual',
    code: pathsOf(manifest, 'code')[0] ?? 'bundle.js',
    styles: pathsOf(manifest, 'css'),
    strings: pathsOf(manifest, 'resx'),
    properties: [...manifest.querySelectorAll('control > property')].map((property) =>
      propertyOf(manifest, property),
    ),
  };
}
