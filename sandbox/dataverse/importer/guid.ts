/** A GUID as solutions write it, in braces or not, in lower case without them; null: it is none. */
export function guidIn(text: string): string | null {
  const match = /^\{([0-9a-f-]{36})\}$|^([0-9a-f-]{36})$/i.exec(text.trim());
  const guid = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) ? guid : null;
}
