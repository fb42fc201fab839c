/** Whoever keeps a page open waits no longer than this for what an administrator has changed. */
const longestKept = 5 * 60_000;

/** What Dataverse answers the same on each form of a page: salespeople go from form to form on one page. */
export interface Kept<Answer> {
  /** The answer that is kept, else what is looked up now. A failure is not kept. */
  of(lookUp: () => Promise<Answer>): Promise<Answer>;
  /** After a failure, or when a fresh answer is wanted: an administrator may have mended or changed it meanwhile. */
  forget(): void;
}

/**
 * Keeps an answer in memory for five minutes.
 * @param now milliseconds since 1970
 */
export function keepAnswer<Answer>(now: () => number = Date.now): Kept<Answer> {
  let latest: { readonly answer: Promise<Answer>; readonly since: number } | null = null;
  return {
    of: (lookUp) => {
      if (latest !== null && now() - latest.since < longestKept) {
        return latest.answer;
      }
      const looked = { answer: lookUp(), since: now() };
      latest = looked;
      looked.answer.catch(() => {
        if (latest === looked) {
          latest = null;
        }
      });
      return looked.answer;
    },
    forget: () => {
      latest = null;
    },
  };
}
