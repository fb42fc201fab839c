/** What a client asks for in the `Prefer` header. */
export interface Preferences {
  /** Rows on a page; null: the server's limit. */
  readonly maxPageSize: number | null;
  /** Whether an annotation of this name is wanted. */
  readonly includesAnnotation: (name: string) => boolean;
  readonly returnRepresentation: boolean;
  /** What the answer repeats in `Preference-Applied`; empty: nothing was asked for. */
  readonly applied: string;
}

/** Reads `Prefer: odata.maxpagesize=50,odata.include-annotations="*",return=representation`. */
export function preferencesOf(header: string | undefined): Preferences {
  const text = header ?? '';
  const size = Number(/odata\.maxpagesize=(\d{1,6})/i.exec(text)?.[1] ?? 0);
  const annotations = /odata\.include-annotations="?([^";]*)"?/i.exec(text)?.[1] ?? '';
  const returnRepresentation = /return=representation/i.test(text);
  const applied = [
    size > 0 ? `odata.maxpagesize=${size}` : '',
    annotations ? `odata.include-annotations="${annotations}"` : '',
    returnRepresentation ? 'return=representation' : '',
  ].filter((preference) => preference !== '');
  return {
    maxPageSize: size > 0 ? size : null,
    includesAnnotation: annotationFilter(annotations.split(',').map((pattern) => pattern.trim())),
    returnRepresentation,
    applied: applied.join(','),
  };
}

/** `*` is every annotation, `Microsoft.Dynamics.CRM.*` every one of that namespace. */
function annotationFilter(patterns: readonly string[]): (name: string) => boolean {
  return (name) =>
    patterns.some(
      (pattern) => pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1))),
    );
}
