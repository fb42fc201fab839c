/** Longer than any sensible pause; what asks for more is taken as this. */
const longestPauseMs = 10 * 60 * 1000;

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @param header as it came; undefined where there was none
 * @param now milliseconds since 1970
 * @returns milliseconds to wait, 0 to ten minutes; null where the header is absent or makes no sense
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) {
    return Math.min(Number(value) * 1000, longestPauseMs);
  }
  // An HTTP date starts with the name of its day; Date.parse alone would take much else for a date.
  if (/^[A-Za-z]{3,9},? /.test(value)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : Math.min(Math.max(at - now, 0), longestPauseMs);
  }
  return null;
}
