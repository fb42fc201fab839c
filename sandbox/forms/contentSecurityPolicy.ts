/**
 * The policy of the form host's page.
 *
 * Model-driven apps restrict scripts, workers, styles, fonts and framing by default, and leave `connect-src` open
 * (Microsoft Learn, "Content security policy"). This page is stricter: everything that is not named is refused, so
 * that a control that reaches out to any other host fails here rather than at a customer. Inline styles stay
 * allowed as they are on the platform, because Fluent 8 writes its styles into the page at run time.
 * @param askedOrigin the only other origin that scripts may ask
 */
export function contentSecurityPolicy(askedOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${askedOrigin}`,
    "worker-src 'self' blob:",
    // HTML web resources of the same origin.
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
