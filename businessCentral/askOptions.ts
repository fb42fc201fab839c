/** How a question is to be asked. */
export interface AskOptions {
  /** Ends the question; it then fails with the code `aborted`. */
  readonly signal?: AbortSignal;
  /** True: do not answer from memory (the user asked for a fresh reading). */
  readonly fresh?: boolean;
}
