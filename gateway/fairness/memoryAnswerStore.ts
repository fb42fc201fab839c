import type { Now } from '../clock';
import type { Answer } from '../relay/answer';
import type { AnswerStore } from './answerStore';

export interface MemoryLimits {
  /** Milliseconds for which an answer is given again; 0: never. */
  readonly keepForMs: number;
  /** Characters of all answers together; the oldest make room. */
  readonly mostCharacters: number;
}

interface Kept {
  readonly answer: Answer;
  readonly generation: string;
  readonly until: number;
}

/** Answers in the memory of this instance. */
export class MemoryAnswerStore implements AnswerStore {
  /** The oldest first. */
  private readonly kept = new Map<string, Kept>();
  private readonly writes = new Map<string, number>();
  private characters = 0;

  public constructor(
    private readonly limits: MemoryLimits,
    private readonly now: Now,
  ) {}

  public read(
    company: string,
    keys: readonly string[],
  ): Promise<{ generation: string; answers: (Answer | null)[] }> {
    const generation = this.generationOf(company);
    const now = this.now();
    const answers = keys.map((key) => {
      const kept = this.kept.get(key);
      return kept !== undefined && kept.generation === generation && kept.until > now ? kept.answer : null;
    });
    return Promise.resolve({ generation, answers });
  }

  public keep(company: string, generation: string, key: string, answer: Answer): void {
    const { keepForMs, mostCharacters } = this.limits;
    if (
      keepForMs === 0 ||
      generation !== this.generationOf(company) ||
      answer.body.length > mostCharacters / 8
    ) {
      return;
    }
    this.forget(key);
    this.kept.set(key, { answer, generation, until: this.now() + keepForMs });
    this.characters += answer.body.length;
    this.makeRoom();
  }

  public drop(company: string): Promise<void> {
    this.writes.set(company, (this.writes.get(company) ?? 0) + 1);
    return Promise.resolve();
  }

  private generationOf(company: string): string {
    return String(this.writes.get(company) ?? 0);
  }

  /** All answers are kept equally long, so the first ones are the ones that end first. */
  private makeRoom(): void {
    const now = this.now();
    for (const [key, { until }] of this.kept) {
      if (until > now && this.characters <= this.limits.mostCharacters) {
        return;
      }
      this.forget(key);
    }
  }

  private forget(key: string): void {
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.kept.delete(key);
      this.characters -= kept.answer.body.length;
    }
  }
}
