import type { BusinessCentralConnection } from './connection';
import type { Wire } from './odata/callAction';
import { systemClock, withinDeadline, type Clock, type Deadline } from './odata/deadline';
import { readerOf, type Read } from './odata/reader';
import { serviceCatalog } from './odata/serviceCatalog';
import { transportTo, type Send } from './odata/transport';
import { recordAddress } from './webClient';

/** Milliseconds for the whole of an answer: nobody waits longer for a form (Nielsen's limit of attention). */
export const answerDeadline = 10_000;

/** Milliseconds for which an answer is given again. */
export const answerKeptFor = 30_000;

/** What tests put in the place of the real world. */
export interface CompanyParts {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly send?: Send;
}

/**
 * One Business Central company, as the questions to it are put: `availability/availability.ts`,
 * `statistics/statistics.ts`, `coupling/coupling.ts`. One object is kept as long as its connection is valid, since it carries the request
 * places, how long Business Central asked to be left alone, and which fields it lacks.
 */
export interface Company {
  readonly matchBy: BusinessCentralConnection['matchBy'];
  readonly read: Read;
  /** For actions; readings go through {@link read}. */
  readonly wire: Wire;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: Clock['pause'];
  /** Gives a question {@link answerDeadline}, or another time in milliseconds; `signal` ends it sooner. */
  readonly withinDeadline: <Answer>(
    signal: AbortSignal | undefined,
    question: (deadline: Deadline) => Promise<Answer>,
    limit?: number,
  ) => Promise<Answer>;
  /**
   * Address of a record in the web client.
   * @param page number of a page
   * @param key the key field by its name in Business Central, and its value
   * @returns null where the connection has no web client address that may be opened
   */
  readonly recordAddress: (
    page: number,
    key: { readonly field: string; readonly value: string },
  ) => string | null;
}

/** Opens the company of a connection; nothing is asked yet. */
export function openCompany(connection: BusinessCentralConnection, parts: CompanyParts = {}): Company {
  const { clock = systemClock, random = Math.random } = parts;
  const { odataUrl, company, matchBy, authorization, webClientUrl } = connection;
  const wire: Wire = {
    company,
    catalog: serviceCatalog(connection.services ?? {}),
    send: parts.send ?? transportTo(odataUrl.replace(/\/+$/, ''), authorization),
  };
  return {
    matchBy,
    read: readerOf({ ...wire, clock, random }),
    wire,
    now: () => clock.now(),
    pause: (milliseconds, signal) => clock.pause(milliseconds, signal),
    withinDeadline: (signal, question, limit = answerDeadline) =>
      withinDeadline(limit, signal, clock, question),
    recordAddress: (page, key) =>
      webClientUrl === undefined ? null : recordAddress(webClientUrl, company, page, key),
  };
}
