/** Longer than any sensible pause; what asks for more is taken as this. */
const longestPauseSeconds = 600;

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @param now milliseconds since 1970
 * @returns whole seconds, at most ten minutes; null where the header is absent or makes no sense
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) {
    return Math.min(Number(value), longestPauseSeconds);
  }
  // An HTTP date starts with the name of its day; Date.parse alone would take much else for a date.
  if (!/^[A-Za-z]{3,9},? /.test(value)) {
    return null;
  }
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(Math.ceil((at - now) / 1000), 0), longestPauseSeconds);
}
