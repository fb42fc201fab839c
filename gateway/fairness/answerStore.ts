import type { Answer } from '../relay/answer';

/** What is in memory for some questions about one company. */
export interface Remembered {
  /** Changes with every write to the company; what was asked under another one is not worth keeping. */
  readonly generation: string;
  /** An answer for each question, or null. */
  readonly answers: readonly (Answer | null)[];
}

/** Answers that may be given again for a short time. */
export interface AnswerStore {
  /**
   * @param company key of the company
   * @param keys what makes two questions the same
   */
  read(company: string, keys: readonly string[]): Promise<Remembered>;
  /** @param generation under which the question was asked */
  keep(company: string, generation: string, key: string, answer: Answer): void;
  /** Forgets all answers of a company: a write went through. */
  drop(company: string): Promise<void>;
}
