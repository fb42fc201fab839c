import type { Caller } from '../admission/accessToken';
import type { AnswerSource, RouteName } from '../observability/measures';

/** What is noted about a request while it is worked on, for its line in the log. */
export interface RequestNotes {
  route: RouteName;
  /** Null: nobody was let in (yet). */
  caller: Caller | null;
  /** Contract names of the services and actions that were asked for. */
  readonly asked: Set<string>;
  /** Questions of the request; 0 where it has none. */
  parts: number;
  readonly sources: Record<AnswerSource, number>;
  /** Code of the refusal, or why a ticket was not taken. */
  reason: string;
}

export function freshNotes(): RequestNotes {
  return {
    route: 'none',
    caller: null,
    asked: new Set(),
    parts: 0,
    sources: { businessCentral: 0, memory: 0, shared: 0 },
    reason: '',
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    notes: RequestNotes;
  }
}
