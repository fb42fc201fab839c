import type { RefusalCode, Refusals } from './refusals';
import { childElements } from './xml';
import type { XmlElement } from './xml';

/**
 * Refuses child elements that the schema does not know, that are there twice, or that stand in another order than it says: a
 * real import validates customizations.xml and refuses the whole file.
 * @param order names of the children in the order of the schema
 */
export function checkElementOrder(
  element: XmlElement,
  order: readonly string[],
  code: RefusalCode,
  part: string,
  refusals: Refusals,
): void {
  let last = -1;
  for (const { name } of childElements(element)) {
    const place = order.indexOf(name);
    if (place < 0) {
      refusals.add(code, part, `The element '${element.name}' has invalid child element '${name}'.`);
    } else if (place <= last) {
      refusals.add(
        code,
        part,
        `The element '${element.name}' has invalid child element '${name}': it is there twice, or not in its place.`,
      );
    }
    last = Math.max(last, place);
  }
}
