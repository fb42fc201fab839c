/** A Web API call as it went; no header and no body is kept. */
export interface LoggedRequest {
  readonly method: string;
  /** With its query, as it came. */
  readonly path: string;
  readonly status: number;
  /** Id of the user on whose behalf it was answered; null: nobody was signed in. */
  readonly userId: string | null;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly finished: number;
}

/** The latest Web API calls, the oldest first. */
export class RequestLog {
  private readonly requests: LoggedRequest[] = [];

  /** @param limit calls that are kept */
  public constructor(private readonly limit = 10_000) {}

  public add(request: LoggedRequest): void {
    this.requests.push(request);
    if (this.requests.length > this.limit) {
      this.requests.shift();
    }
  }

  public all(): readonly LoggedRequest[] {
    return [...this.requests];
  }

  public clear(): void {
    this.requests.length = 0;
  }
}
