import type { AnsweredPart } from '../odata/batch';

/** A request that came, without its secrets. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Null: the connection ended without an answer. */
  readonly status: number | null;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
  /** Milliseconds since 1970. */
  readonly finishedMs: number;
  /** Null: nobody was let in. */
  readonly user: string | null;
  /** Bytes of the answer's body as they went over the wire. */
  readonly bytes: number;
  /** Parts of a $batch, in their order. */
  readonly parts: readonly AnsweredPart[];
}

/** What came to the OData services, in the order in which it was finished. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  public constructor(private readonly log: (line: string) => void = () => undefined) {}

  public add(request: LoggedRequest): void {
    this.entries.push(request);
    const took = request.finishedMs - request.startedMs;
    this.log(`${request.method} ${request.url} ${request.status ?? 'broken off'} ${took} ms`);
  }

  public all(): readonly LoggedRequest[] {
    return this.entries;
  }

  public clear(): void {
    this.entries = [];
  }
}
