/**
 * A query option as odata-v4-parser reads it. OData allows more than the library: blanks after a comma, and `not(…)`
 * without one; and inside a quoted text the library wants everything percent-encoded but apostrophes.
 * @param text a query option's value, percent-decoded
 */
export function normalizedSyntax(text: string): string {
  // Every second piece is the inside of a quoted text; a doubled apostrophe merely makes an empty piece between two.
  return text
    .split("'")
    .map((piece, index) => (index % 2 === 1 ? encodeURIComponent(piece) : outsideText(piece)))
    .join("'");
}

function outsideText(piece: string): string {
  return piece.replace(/\s*,\s*/g, ',').replace(/\bnot\(/g, 'not (');
}
