import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';

/** One XML element. Comments and processing instructions are not kept: exports have none. */
export interface XmlElement {
  readonly name: string;
  /** A map, because attributes may be called `constructor` (control manifests). */
  readonly attributes: ReadonlyMap<string, string>;
  /** In document order; text without the white space around it. */
  readonly children: readonly (XmlElement | string)[];
}

/** The library's own form of an ordered document: one key, the element's name, beside `:@`, its attributes. */
type OrderedNode = Record<string, unknown>;

/** Set before attribute names by the libraries, so that none can be the name of something of Object's. */
const attributePrefix = '@_';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
});

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  suppressBooleanAttributes: false,
  format: true,
  suppressEmptyNode: true,
});

/**
 * Reads an XML document.
 * @param part where the text comes from, for the error
 * @throws Error that names the part and what is wrong, where the text is not well-formed
 */
export function parseXml(text: string, part: string): XmlElement {
  const root = readOrdered(text, part)
    .map(fromOrdered)
    .find((node) => typeof node !== 'string');
  if (root === undefined) {
    throw new Error(`${part}: no element`);
  }
  return root;
}

function readOrdered(text: string, part: string): OrderedNode[] {
  try {
    // Without the second argument the library reads on where tags do not match.
    return parser.parse(text, true) as OrderedNode[];
  } catch (error) {
    throw new Error(`${part}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Writes an element as an indented document without declaration and BOM, as the platform's own exports are. */
export function writeXml(root: XmlElement): string {
  return `${builder.build([toOrdered(root)]).trim()}\n`;
}

/** A new element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

/** The value of an attribute; empty where it or the element is absent. */
export function attributeOf(owner: XmlElement | undefined, name: string): string {
  return owner?.attributes.get(name) ?? '';
}

/** The child elements, all or those of one name. */
export function childElements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (parent?.children ?? []).filter((child) => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first element reached by one child name after another. */
export function at(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => childElements(found, name)[0], parent);
}

/** The text of an element; empty where it or the element is absent. */
export function textOf(parent: XmlElement | undefined): string {
  return (parent?.children ?? []).filter((child) => typeof child === 'string').join('');
}

/** The element itself and everything below it, in document order. */
export function allElements(root: XmlElement): XmlElement[] {
  return [root, ...childElements(root).flatMap(allElements)];
}

/** The same element with other children. */
export function withChildren(parent: XmlElement, children: readonly (XmlElement | string)[]): XmlElement {
  return { ...parent, children };
}

/** The same element without `xmlns:…` attributes: a fragment that moves into a document which declares them. */
export function withoutNamespaceDeclarations(parent: XmlElement): XmlElement {
  return {
    ...parent,
    attributes: new Map([...parent.attributes].filter(([name]) => !name.startsWith('xmlns:'))),
  };
}

function fromOrdered(node: OrderedNode): XmlElement | string {
  if (typeof node['#text'] === 'string') {
    return node['#text'];
  }
  const [name, children] = Object.entries(node).find(([key]) => key !== ':@') ?? ['', []];
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
  return {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key.slice(attributePrefix.length), value])),
    children: (children as OrderedNode[]).map(fromOrdered),
  };
}

function toOrdered(node: XmlElement | string): OrderedNode {
  if (typeof node === 'string') {
    return { '#text': node };
  }
  const attributes = [...node.attributes].map(([key, value]) => [attributePrefix + key, value] as const);
  return { [node.name]: node.children.map(toOrdered), ':@': Object.fromEntries(attributes) };
}
