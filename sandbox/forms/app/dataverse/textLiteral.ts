/** A text literal of an OData filter, before it is encoded for an address. */
export function textLiteral(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
