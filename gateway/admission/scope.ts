/** What an access token lets its holder ask, from least to most. */
export const scopes = ['availability', 'statistics', 'coupling.read', 'coupling.write'] as const;

export type Scope = (typeof scopes)[number];

/** The scopes among some words, in the order of {@link scopes}; other words are left out. */
export function scopesAmong(words: readonly string[]): readonly Scope[] {
  return scopes.filter((scope) => words.includes(scope));
}
