import type { Caller } from '../security/caller';

/** A request to the Web API, apart from the server that received it. */
export interface WebApiRequest {
  readonly method: string;
  /** Behind `/api/data/v9.2/`, percent-encoded, without the query. */
  readonly path: string;
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  /** Address of the service as the client reached it, without a trailing slash: `http://…/api/data/v9.2`. */
  readonly root: string;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  readonly caller: Caller;
}

export interface WebApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body. */
  readonly body?: unknown;
}
