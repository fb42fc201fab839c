import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Something to be read from Dataverse or Business Central. */
export interface Question<Answer> {
  /** What the question is about; an answer about something else is never shown. */
  readonly subject: string;
  /** Changes whenever the question has to be asked anew; a different subject has a different key. */
  readonly key: string;
  /** @param before the latest answer about the same subject */
  ask(options: QuestionOptions, before: Answer | null): Promise<Answer>;
}

export interface QuestionOptions {
  readonly signal: AbortSignal;
  /** True from when the user asks for it until such an answer has come: memory will not do. */
  readonly fresh: boolean;
}

export interface Reading<Answer> {
  /** The latest answer about this subject; it stays while a newer one is awaited, and if that one fails. */
  readonly value: Answer | null;
  /** Why the latest attempt failed; null while one is under way and after a success. */
  readonly failure: Error | null;
  readonly busy: boolean;
  /** Asks once more, past all memory. */
  readonly again: () => void;
}

interface Known<Answer> {
  readonly subject: string;
  readonly key: string;
  readonly attempt: number;
  readonly value: Answer | null;
  readonly failure: Error | null;
}

/**
 * Asks a question whenever its key changes, and keeps the answer.
 *
 * One question is under way at a time: a newer one ends the older, whose answer is dropped however late it comes,
 * and so does the end of the component.
 * @param question null: there is nothing to ask
 */
export function useReading<Answer>(question: Question<Answer> | null): Reading<Answer> {
  const [known, setKnown] = useState<Known<Answer> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ question, known });
  /** The subject of which the user has asked for a fresh answer that has not come yet. */
  const freshOwed = useRef<string | null>(null);
  useLayoutEffect(() => {
    latest.current = { question, known };
  });

  const subject = question?.subject;
  const key = question?.key;
  // Before the browser paints, so that nobody waits for a picture of the waiting.
  useLayoutEffect(() => {
    const { question: asked, known: before } = latest.current;
    if (subject === undefined || key === undefined || asked === null) {
      return undefined;
    }
    const value = before?.subject === subject ? before.value : null;
    const controller = new AbortController();
    const settle = (answer: { value: Answer } | { failure: Error }) => {
      if (!controller.signal.aborted) {
        if (fresh && 'value' in answer) {
          freshOwed.current = null;
        }
        setKnown({ subject, key, attempt, value, failure: null, ...answer });
      }
    };
    const fresh = freshOwed.current === subject;
    asked.ask({ signal: controller.signal, fresh }, value).then(
      (answer) => settle({ value: answer }),
      (reason: unknown) => settle({ failure: reason instanceof Error ? reason : new Error(String(reason)) }),
    );
    return () => controller.abort();
  }, [subject, key, attempt]);

  const again = useCallback(() => {
    freshOwed.current = latest.current.question?.subject ?? null;
    setAttempt((last) => last + 1);
  }, []);
  const current = known !== null && known.subject === subject ? known : null;
  const settled = current !== null && current.key === key && current.attempt === attempt;
  return {
    value: current?.value ?? null,
    failure: settled ? current.failure : null,
    busy: question !== null && !settled,
    again,
  };
}
