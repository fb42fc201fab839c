import XMLBuilder from 'fast-xml-builder';
import { SaxesParser } from 'saxes';

/** An element of a document, with its children in their order. */
export interface XmlElement {
  readonly name: string;
  /** Attributes by name; a map, because a control manifest has one called `constructor`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** A document that is not well-formed. */
export class XmlSyntaxError extends Error {
  public override readonly name = 'XmlSyntaxError';
}

/**
 * Reads a document with a strict parser: the platform's is strict too, and a lenient one would take what it refuses.
 * @throws XmlSyntaxError with line and column
 */
export function parseXml(text: string): XmlElement {
  interface Open {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: (XmlElement | string)[];
  }
  const document: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [document];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new XmlSyntaxError(message);
  });
  parser.on('doctype', () => {
    throw new XmlSyntaxError(`${parser.line}:${parser.column}: a document type is not allowed.`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: new Map(Object.entries(attributes)), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (words) => open.at(-1)?.children.push(words));
  parser.on('cdata', (words) => open.at(-1)?.children.push(words));
  parser.on('closetag', () => {
    open.pop();
  });
  // A byte order mark is no part of the document (a zip packed by pac has one on both files).
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const root = document.children.find((child): child is XmlElement => typeof child !== 'string');
  if (!root) {
    throw new XmlSyntaxError('The document is empty.');
  }
  return root;
}

/** Child elements, all or those of one name. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child element at the end of a path of names. */
export function descendant(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  let current: XmlElement | undefined = element;
  for (const name of path) {
    current = current && childElements(current, name)[0];
  }
  return current ?? null;
}

/** Every element below one, and itself. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of childElements(element)) {
    yield* everyElement(child);
  }
}

/** Text of an element, without the white space around it. */
export function textIn(element: XmlElement | null): string {
  return (element?.children ?? [])
    .filter((child): child is string => typeof child === 'string')
    .join('')
    .trim();
}

/** Text of a child element; empty when there is no such child. */
export function childText(element: XmlElement, name: string): string {
  return textIn(descendant(element, name));
}

export function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** The document text of an element. */
export function xmlOf(element: XmlElement): string {
  return builder.build([orderedNode(element)]);
}

/** The builder's form of an element: one key, its name, beside `:@`, its attributes. */
function orderedNode(element: XmlElement): Readonly<Record<string, unknown>> {
  const attributes = [...element.attributes].map(([name, value]) => [`@_${name}`, value] as const);
  const children = element.children
    .filter((child) => typeof child !== 'string' || child.trim() !== '')
    .map((child) => (typeof child === 'string' ? { '#text': child } : orderedNode(child)));
  return { [element.name]: children, ':@': Object.fromEntries(attributes) };
}
