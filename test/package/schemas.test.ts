import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { packSolution } from '../../solution/packer/packSolution';
import type { XmlElement } from '../../solution/packer/xml';
import {
  at,
  attributeOf,
  childElements,
  element,
  parseXml,
  withChildren,
  writeXml,
} from '../../solution/packer/xml';
import { asOfSchemas } from './newerThanSchemas';
import { goodInput } from './solutionFixtures';

/** Microsoft's schemas have no licence to be passed on, so they are used where somebody has put them. */
const schemaFolder = join(__dirname, '../../../shared/reference/xsd');

/**
 * The parameters of native controls are given as choices of choices that share elements. .NET takes that, a strict
 * processor refuses it as ambiguous (XML Schema, "Unique Particle Attribution"): they become one choice of the same
 * elements, each once.
 */
function withUnambiguousParameters(formSchema: string): string {
  const change = (part: XmlElement): XmlElement => {
    if (
      part.name !== 'xs:element' ||
      attributeOf(part, 'name') !== 'parameters' ||
      at(part, 'xs:complexType', 'xs:choice') === undefined
    ) {
      return withChildren(part, childElements(part).map(change));
    }
    const choices = (outer: XmlElement): XmlElement[] =>
      childElements(outer).flatMap((inner) =>
        inner.name === 'xs:choice' ? choices(inner) : inner.name === 'xs:element' ? [inner] : [],
      );
    const elements = new Map(
      choices(at(part, 'xs:complexType', 'xs:choice')!).map(
        (one) => [attributeOf(one, 'name'), one] as const,
      ),
    );
    const choice = element('xs:choice', { minOccurs: '1', maxOccurs: 'unbounded' }, [...elements.values()]);
    return withChildren(part, [element('xs:complexType', {}, [choice])]);
  };
  return writeXml(change(parseXml(formSchema, 'FormXml.xsd')));
}

async function complaints(customizations: string): Promise<string[]> {
  const schemas = readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.xsd'))
    .map((fileName) => ({ fileName, contents: readFileSync(join(schemaFolder, fileName), 'utf8') }))
    .map(({ fileName, contents }) => ({
      fileName,
      contents: fileName === 'FormXml.xsd' ? withUnambiguousParameters(contents) : contents,
    }));
  const result = await validateXML({
    xml: { fileName: 'customizations.xml', contents: customizations },
    schema: schemas.filter(({ fileName }) => fileName === 'CustomizationsSolution.xsd'),
    preload: schemas.filter(({ fileName }) => fileName !== 'CustomizationsSolution.xsd'),
    maxMemoryPages: 2048,
  });
  return result.errors.map(({ message }) => message);
}

function packedCustomizations(): string {
  const files = unzipSync(packSolution(goodInput).unmanaged);
  return strFromU8(files['customizations.xml']!);
}

(existsSync(schemaFolder) ? describe : describe.skip)("Microsoft's customization schemas", () => {
  test('accept the packed customizations.xml, without what is newer than they are', async () => {
    const packed = parseXml(packedCustomizations(), 'customizations.xml');
    expect(await complaints(writeXml(asOfSchemas(packed)))).toEqual([]);
  });

  test('are really asked: an element that no export has is found', async () => {
    const packed = asOfSchemas(parseXml(packedCustomizations(), 'customizations.xml'));
    const broken = withChildren(packed, [...packed.children, element('Sundries', {})]);
    expect(await complaints(writeXml(broken))).toEqual([expect.stringContaining('Sundries')]);
  });
});
