/**
 * Whether anything answers at an address, of which a page may read nothing.
 * @returns true: something answered; false: nobody, or with a certificate that the browser does not take
 */
export type Answers = (url: string, signal: AbortSignal) => Promise<boolean>;

/**
 * Asks in the mode that every server may answer whatever origins it lets in (Fetch Standard, `no-cors`): where this gets an
 * answer and an ordinary request does not, the server is there and keeps the page out. No credentials go along.
 */
export const answersAtAll: Answers = (url, signal) =>
  fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal }).then(
    () => true,
    () => false,
  );
