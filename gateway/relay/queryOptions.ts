import { Refusal } from '../refusal';

/** Names of properties: letters, digits and underscores (docs/services.md). */
const propertyList = /^\w+(?:,\w+)*$/;
const orderList = /^\w+(?: (?:asc|desc))?(?:, ?\w+(?: (?:asc|desc))?)*$/;
const wholeNumber = /^\d{1,9}$/;

/** Texts in a filter; an apostrophe inside is doubled. */
const filterTexts = /'(?:[^']|'')*'/g;

/**
 * What a filter is made of apart from its texts. No slash, `$` or `@`: a path over a navigation property, `$it`,
 * `$root` or a parameter alias would ask another service than the one that was judged.
 */
const filterRest = /^[\w\s(),.:+-]*$/;

function isPlainFilter(filter: string): boolean {
  return filterRest.test(filter.replace(filterTexts, ' '));
}

/** The query options that a reading may have, each with what its value may be. */
const readingOptions: Readonly<Record<string, (value: string) => boolean>> = {
  $select: (value) => propertyList.test(value),
  $filter: isPlainFilter,
  $orderby: (value) => orderList.test(value),
  $top: (value) => wholeNumber.test(value),
  $skip: (value) => wholeNumber.test(value),
  $count: (value) => value === 'true' || value === 'false',
  // Made by Business Central, and only for the address that it stands in.
  $skiptoken: () => true,
  // Business Central Online puts this beside its tokens.
  aid: (value) => /^[A-Z]{1,10}$/.test(value),
};

/**
 * Writes the query of a reading anew.
 * @param options decoded
 * @returns the query without its question mark, encoded once
 * @throws Refusal where an option is not on the list, stands twice, or has a value that reaches further
 */
export function readingQuery(options: readonly (readonly [name: string, value: string])[]): string {
  const seen = new Set<string>();
  return options
    .map(([name, value]) => {
      const allows = Object.hasOwn(readingOptions, name) ? readingOptions[name] : undefined;
      if (allows === undefined) {
        throw new Refusal('Gateway_NotAllowed', 'A query option is not on the list of the gateway.');
      }
      if (seen.has(name) || !allows(value)) {
        throw new Refusal('Gateway_BadRequest', `The query option ${name} is malformed.`);
      }
      seen.add(name);
      return `${name}=${encodeURIComponent(value)}`;
    })
    .join('&');
}
