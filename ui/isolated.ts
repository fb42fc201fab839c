/**
 * A name within a sentence, kept to itself, so that one written from right to left does not turn the words around it
 * (Unicode Standard Annex #9, "Isolates").
 */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
