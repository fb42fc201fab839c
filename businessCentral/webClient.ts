/** Pages of Business Central's web client that the product opens. */
export const webClientPages = {
  customerCard: 21,
  customerLedgerEntries: 25,
  itemCard: 30,
  crmRedirect: 5329,
} as const;

/**
 * The address of one record in Business Central's web client (Microsoft Learn, "Web client URL").
 * @param webClientUrl as the connection gives it; may hold `?company=…`, or a tenant
 * @param company name; only added where the address names none
 * @param page number of a card page
 * @param key the record's key field by its name in Business Central, and its value
 * @returns null where the connection's address is not one that may be opened
 */
export function recordAddress(
  webClientUrl: string,
  company: string,
  page: number,
  key: { readonly field: string; readonly value: string },
): string | null {
  if (!isSecureAddress(webClientUrl)) {
    return null;
  }
  const url = new URL(webClientUrl);
  const options = url.search
    .replace(/^\?/, '')
    .split('&')
    .filter((option) => option !== '');
  if (!options.some((option) => /^company=/i.test(option))) {
    options.push(`company=${encodeURIComponent(company)}`);
  }
  options.push(
    `page=${page}`,
    `filter=${encodeURIComponent(`${quoted(key.field)} IS ${quoted(key.value)}`)}`,
  );
  return `${url.origin}${url.pathname}?${options.join('&')}`;
}

function quoted(value: string): string {
  return `'${value.replace(/'/g, "''")}'`;
}

/** Whether an address is https, or http on this very machine. */
export function isSecureAddress(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (
    url.username === '' &&
    url.password === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && local))
  );
}
