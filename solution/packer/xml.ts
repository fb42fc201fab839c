import XMLBuilder from 'fast-xml-builder';
import { SaxesParser } from 'saxes';

/** One XML element. Comments and processing instructions are not kept: exports have none. */
export interface XmlElement {
  readonly name: string;
  /** A map, because attributes may be called `constructor` (control manifests). */
  readonly attributes: ReadonlyMap<string, string>;
  /** In document order; text without the white space around it. */
  readonly children: readonly (XmlElement | string)[];
}

/** The builder's form of an ordered document: one key, the element's name, beside `:@`, its attributes. */
type OrderedNode = Record<string, unknown>;

/** Set before attribute names by the builder, so that none can be the name of something of Object's. */
const attributePrefix = '@_';

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  suppressBooleanAttributes: false,
  format: true,
  suppressEmptyNode: true,
});

/**
 * Reads an XML document. The parser is a strict one: what is not well-formed here would fail an import as a whole.
 * @param part where the text comes from, for the error
 * @throws Error that names the part, the line and what is wrong, where the text is not well-formed
 */
export function parseXml(text: string, part: string): XmlElement {
  const parser = new SaxesParser({ fileName: part });
  const document = {
    name: '',
    attributes: new Map<string, string>(),
    children: [] as (XmlElement | string)[],
  };
  const open = [document];
  const addText = (content: string) => {
    if (content.trim() !== '') {
      open.at(-1)?.children.push(content.trim());
    }
  };
  parser.on('opentag', ({ name, attributes }) => {
    const started = { name, attributes: new Map(Object.entries(attributes)), children: [] };
    open.at(-1)?.children.push(started);
    open.push(started);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const [root] = childElements(document);
  if (root === undefined) {
    throw new Error(`${part}: no element`);
  }
  return root;
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

function toOrdered(node: XmlElement | string): OrderedNode {
  if (typeof node === 'string') {
    return { '#text': node };
  }
  const attributes = [...node.attributes].map(([key, value]) => [attributePrefix + key, value] as const);
  return { [node.name]: node.children.map(toOrdered), ':@': Object.fromEntries(attributes) };
}
