/** Text as Dataverse compares it: without regard to case and accents (its collation is Latin1_General_CI_AI). */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * A text with wildcards as a regular expression: `%` any characters, `_` one, `[…]` and `[^…]` one of a set
 * (Microsoft Learn, "Use wildcard characters in conditions for string values").
 */
export function likePattern(text: string, place: 'contains' | 'startswith' | 'endswith'): RegExp {
  const body = folded(text).replace(/\[\^?[^\]]+\]|[\s\S]/g, likePart);
  return new RegExp(`${place === 'startswith' ? '^' : ''}${body}${place === 'endswith' ? '$' : ''}`, 's');
}

function likePart(part: string): string {
  if (part === '%') {
    return '.*';
  }
  if (part === '_') {
    return '.';
  }
  if (part.length > 1) {
    const negated = part.startsWith('[^');
    return `[${negated ? '^' : ''}${characterSet(part.slice(negated ? 2 : 1, -1))}]`;
  }
  return escaped(part);
}

/** The inside of `[…]`: a dash between two characters in ascending order is a range, any other one a dash. */
function characterSet(set: string): string {
  return set.replace(
    /([\s\S])-([\s\S])|[\s\S]/g,
    (piece, from: string | undefined, to: string | undefined) =>
      from !== undefined && to !== undefined && from <= to
        ? `${escaped(from)}-${escaped(to)}`
        : escaped(piece),
  );
}

function escaped(characters: string): string {
  return characters.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
