import { createHash, randomUUID } from 'node:crypto';
import { isRecord } from '../isRecord';
import type { Answer } from '../relay/answer';
import type { AnswerStore, Remembered } from './answerStore';
import type { Redis } from './redis';

export interface RedisAnswerStoreParts {
  readonly redis: Redis;
  /** In front of every key, so that gateways of different organizations can share one Redis. */
  readonly prefix: string;
  readonly keepForMs: number;
  readonly onProblem: (problem: string) => void;
}

/** No answer that was asked before a write is still on its way, or in memory, after this. */
const writeRememberedMs = 15 * 60_000;

/** Redis did not say which generation it is; nothing is kept under one that begins so. */
const unknownGeneration = '?';

function parsedAnswer(text: string | null | undefined, generation: string): Answer | null {
  if (text === null || text === undefined) {
    return null;
  }
  const content: unknown = JSON.parse(text);
  const { body, readAt, generation: keptUnder } = isRecord(content) ? content : {};
  return typeof body === 'string' && typeof readAt === 'number' && keptUnder === generation
    ? { status: 200, body, readAt, retryAfterSeconds: null }
    : null;
}

/** Answers that several instances share. Without Redis there is no memory; every question is asked. */
export class RedisAnswerStore implements AnswerStore {
  /** Writes of this instance: without Redis, too, what was asked before one of them is not taken for fresh. */
  private writes = 0;

  public constructor(private readonly parts: RedisAnswerStoreParts) {}

  public async read(company: string, keys: readonly string[]): Promise<Remembered> {
    try {
      const [written, ...texts] = await this.parts.redis.getAll([
        this.writeKey(company),
        ...keys.map((key) => this.answerKey(key)),
      ]);
      const generation = written ?? 'no write';
      return { generation, answers: keys.map((_, index) => parsedAnswer(texts[index], generation)) };
    } catch (failure) {
      this.note(failure);
      return { generation: `${unknownGeneration}${this.writes}`, answers: keys.map(() => null) };
    }
  }

  public keep(_company: string, generation: string, key: string, { body, readAt }: Answer): void {
    const { redis, keepForMs } = this.parts;
    if (keepForMs > 0 && !generation.startsWith(unknownGeneration)) {
      const text = JSON.stringify({ body, readAt, generation });
      redis
        .set(this.answerKey(key), text, Math.ceil(keepForMs))
        .catch((failure: unknown) => this.note(failure));
    }
  }

  public async drop(company: string): Promise<void> {
    this.writes += 1;
    try {
      await this.parts.redis.set(this.writeKey(company), randomUUID(), writeRememberedMs);
    } catch (failure) {
      this.note(failure);
    }
  }

  private note(failure: unknown): void {
    this.parts.onProblem(failure instanceof Error ? failure.name : 'failed');
  }

  /** Questions hold names and numbers of customers; keys are seen by whoever looks after Redis. */
  private answerKey(key: string): string {
    return `${this.parts.prefix}:answer:${createHash('sha256').update(key).digest('base64url')}`;
  }

  private writeKey(company: string): string {
    return `${this.parts.prefix}:write:${createHash('sha256').update(company).digest('base64url')}`;
  }
}
