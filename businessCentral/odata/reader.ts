import { BusinessCentralError, type BusinessCentralErrorCode } from '../errors';
import { batchAnswers, batchRequest, batchesSideBySide, cutIntoBatches } from './batch';
import type { Clock, Deadline } from './deadline';
import { failureOf, isRecord, isSuccess, refusedFields, type Answer } from './failure';
import { placesSideBySide } from './placesSideBySide';
import { neededFields, relativeAddress, type ReadOperation } from './readOperation';
import { isTransient, pauseBeforeRetry } from './retryPolicy';
import { Row, type RawRow } from './row';
import type { ServiceCatalog } from './serviceCatalog';
import type { Send } from './transport';

/** What came of one operation. */
export type ReadOutcome =
  | {
      readonly ok: true;
      readonly rows: readonly Row[];
      /** How many rows there are without `top`; null unless asked for. */
      readonly total: number | null;
      /** Fields that were wanted and that this version of Business Central lacks. */
      readonly missingFields: readonly string[];
      /** Milliseconds since Business Central gave the rows; more than 0 where a gateway had them in memory. */
      readonly age: number;
    }
  | { readonly ok: false; readonly error: BusinessCentralError };

/**
 * Reads several operations, in as few requests as there can be.
 * @param fresh true: no gateway's memory will do
 * @returns an outcome for each operation, in their order; one that failed does not spoil the others
 * @throws BusinessCentralError `aborted` only
 */
export type Read = (
  operations: readonly ReadOperation[],
  deadline: Deadline,
  fresh?: boolean,
) => Promise<ReadOutcome[]>;

export interface ReaderParts {
  readonly company: string;
  readonly catalog: ServiceCatalog;
  readonly send: Send;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** A server that pages without end is not Business Central. */
const mostPages = 100;

/** How long the server wants to be left alone, and what it refused with. */
interface Hold {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly code: BusinessCentralErrorCode;
}

/** An operation on its way. */
interface Reading {
  readonly operation: ReadOperation;
  readonly rows: Row[];
  select: readonly string[];
  /** Where the next page is, relative to `/ODataV4/`; null: the first page is still to be asked. */
  nextPage: string | null;
  pages: number;
  total: number | null;
  /** Of the oldest page, in milliseconds. */
  age: number;
  failure: BusinessCentralError | null;
  done: boolean;
}

/** Makes the reader of one company; its requests share {@link batchesSideBySide} places and one `Retry-After`. */
export function readerOf({ company, catalog, send, clock, random }: ReaderParts): Read {
  const inPlace = placesSideBySide(batchesSideBySide);
  /** Nobody asks before this, because the server said so when it refused. */
  let hold: Hold = { until: 0, code: 'tooManyRequests' };

  const begin = (operation: ReadOperation): Reading => {
    const failure = knownFailure(operation, catalog);
    return {
      operation,
      rows: [],
      select: catalog.knownFields(operation.service, operation.select),
      nextPage: null,
      pages: 0,
      total: null,
      age: 0,
      failure,
      done: failure !== null,
    };
  };

  const addressOf = (reading: Reading): string =>
    reading.nextPage ??
    relativeAddress(
      company,
      catalog.publishedName(reading.operation.service),
      reading.operation,
      reading.select,
    );

  const take = (reading: Reading, answer: Answer | null): void => {
    const { service } = reading.operation;
    if (answer === null) {
      fail(reading, new BusinessCentralError('unreadableAnswer', { service }));
    } else if (isSuccess(answer)) {
      takePage(reading, answer);
    } else {
      takeRefusal(reading, answer);
    }
  };

  const takeRefusal = (reading: Reading, answer: Answer): void => {
    const { service, select } = reading.operation;
    const refused = refusedFields(answer, [...reading.select, ...neededFields(reading.operation)]);
    catalog.learnMissing(service, refused);
    const failure =
      refused.length > 0 ? knownFailure(reading.operation, catalog) : failureOf(answer, clock.now(), service);
    if (failure !== null) {
      fail(reading, failure);
      return;
    }
    // Each time there is one field less to ask for, so this comes to an end.
    reading.select = catalog.knownFields(service, select);
  };

  const takePage = (reading: Reading, answer: Answer): void => {
    const { service } = reading.operation;
    const body = isRecord(answer.body) ? answer.body : {};
    const values = body['value'];
    const nextLink = body['@odata.nextLink'];
    const nextPage = typeof nextLink === 'string' ? belowOdataRoot(nextLink) : null;
    reading.pages += 1;
    if (
      !Array.isArray(values) ||
      !(values as readonly unknown[]).every(isRecord) ||
      (nextLink !== undefined && nextPage === null) ||
      reading.pages > mostPages
    ) {
      fail(reading, new BusinessCentralError('unreadableAnswer', { service, status: answer.status }));
      return;
    }
    reading.rows.push(...(values as readonly RawRow[]).map((value) => new Row(value)));
    const count = body['@odata.count'];
    reading.total = typeof count === 'number' ? count : reading.total;
    reading.age = Math.max(reading.age, ageOf(answer));
    reading.nextPage = nextPage;
    reading.done = nextPage === null;
  };

  const sendGroup = async (group: readonly Reading[], deadline: Deadline, fresh: boolean): Promise<void> => {
    try {
      const [only] = group;
      if (only !== undefined && group.length === 1) {
        take(only, await send({ method: 'GET', address: addressOf(only), fresh }, deadline.signal));
        return;
      }
      const answer = await send({ ...batchRequest(group.map(addressOf)), fresh }, deadline.signal);
      if (!isSuccess(answer)) {
        throw failureOfBatch(answer, clock.now());
      }
      batchAnswers(answer, group.length).forEach((part, index) => {
        const reading = group[index];
        if (reading !== undefined) {
          take(reading, part);
        }
      });
    } catch (error) {
      const failure = coded(error, deadline);
      group.forEach((reading) => fail(reading, failure));
    }
  };

  /** Waits as long as the server asked an earlier question to. @returns false where that is too long */
  const waitForServer = async (deadline: Deadline): Promise<boolean> => {
    const pause = hold.until - clock.now();
    if (pause >= deadline.remaining()) {
      return false;
    }
    if (pause > 0) {
      await clock.pause(pause, deadline.signal).catch(() => undefined);
    }
    return true;
  };

  /** @returns whether the failed readings are to be asked again, after having waited */
  const pauseForRetry = async (
    failed: readonly Reading[],
    retry: number,
    deadline: Deadline,
  ): Promise<boolean> => {
    const askedFor = Math.max(
      ...failed.map(({ failure }) => (failure?.details.retryAfterSeconds ?? -1) * 1000),
    );
    if (askedFor >= 0 && clock.now() + askedFor > hold.until) {
      hold = { until: clock.now() + askedFor, code: failed[0]?.failure?.code ?? hold.code };
    }
    const pause = pauseBeforeRetry(retry, askedFor >= 0 ? askedFor : null, deadline.remaining(), random());
    if (pause === null) {
      return false;
    }
    await clock.pause(pause, deadline.signal).catch(() => undefined);
    return !deadline.signal.aborted;
  };

  return async (operations, deadline, fresh = false) => {
    const readings = operations.map(begin);
    let pending = readings.filter(({ done }) => !done);
    if (pending.length > 0 && !(await waitForServer(deadline))) {
      const seconds = Math.ceil((hold.until - clock.now()) / 1000);
      const failure = new BusinessCentralError(hold.code, { retryAfterSeconds: seconds });
      pending.forEach((reading) => fail(reading, failure));
      pending = [];
    }
    for (let retry = 1; pending.length > 0;) {
      await Promise.all(
        cutIntoBatches(pending).map((group) => inPlace(() => sendGroup(group, deadline, fresh))),
      );
      if (deadline.signal.aborted && deadline.reason() === 'aborted') {
        throw new BusinessCentralError('aborted');
      }
      const failed = pending.filter(({ failure }) => failure !== null && isTransient(failure.code));
      if (failed.length > 0 && (await pauseForRetry(failed, retry, deadline))) {
        retry += 1;
        failed.forEach((reading) => {
          reading.failure = null;
          reading.done = false;
        });
      }
      pending = pending.filter(({ done }) => !done);
    }
    return readings.map(outcomeOf);
  };
}

/** Why an operation need not be asked: its service is known to be missing, or a field that it cannot do without. */
function knownFailure(operation: ReadOperation, catalog: ServiceCatalog): BusinessCentralError | null {
  const { service } = operation;
  if (catalog.isMissing(service)) {
    return new BusinessCentralError('serviceNotPublished', { service });
  }
  const needed = neededFields(operation);
  const known = catalog.knownFields(service, needed);
  const field = needed.find((each) => !known.includes(each));
  return field === undefined ? null : new BusinessCentralError('questionRefused', { service, field });
}

function fail(reading: Reading, failure: BusinessCentralError): void {
  reading.failure = failure;
  reading.done = true;
}

function outcomeOf({ failure, rows, total, age, operation, select }: Reading): ReadOutcome {
  const missingFields = operation.select.filter((field) => !select.includes(field));
  return failure === null ? { ok: true, rows, total, missingFields, age } : { ok: false, error: failure };
}

/** A gateway says how long it has had an answer (RFC 9111 §5.1, whole seconds); Business Central says nothing. */
function ageOf({ headers }: Answer): number {
  const seconds = Number(headers['age'] ?? 0);
  return seconds > 0 ? seconds * 1000 : 0;
}

/** A 404 for the batch itself is a wrong address, not an unpublished service. */
function failureOfBatch(answer: Answer, now: number): BusinessCentralError {
  const failure = failureOf(answer, now);
  return failure.code === 'serviceNotPublished'
    ? new BusinessCentralError('notBusinessCentral', failure.details)
    : failure;
}

function coded(error: unknown, deadline: Deadline): BusinessCentralError {
  if (!(error instanceof BusinessCentralError)) {
    throw error;
  }
  return error.code === 'aborted' ? new BusinessCentralError(deadline.reason()) : error;
}

/**
 * A next page is asked below the connection's own address: a server behind a reverse proxy gives its inner name, and
 * the authorization must never go to a host that an answer names.
 */
function belowOdataRoot(nextLink: string): string | null {
  const root = '/ODataV4/';
  const start = nextLink.indexOf(root);
  return start < 0 ? null : nextLink.slice(start + root.length);
}
