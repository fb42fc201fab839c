import type { AskOptions } from '../businessCentral/askOptions';
import type { Connect } from '../businessCentral/connectOnce';
import type { BusinessCentralConnection } from '../businessCentral/connection';
import { keepAnswer, type Kept } from './keptAnswer';

/** The connection of a page's user, which is the same on each form. */
export type KeptConnection = Kept<BusinessCentralConnection>;

export function keepConnection(): KeptConnection {
  return keepAnswer();
}

/** Where a session gets its company from; tests give others. */
export interface CompanySources<Questions> {
  /** The connection of the signed-in user. @throws SalesError */
  readonly connection: () => Promise<BusinessCentralConnection>;
  /** Gives the same object again where nothing has changed. */
  readonly connect: Connect<Questions>;
  /** What the controls of one page share; a session keeps its own unless given. */
  readonly kept?: KeptConnection | undefined;
}

/**
 * One control's way to the company that the user's connection names. The connection is looked up where none is kept, with
 * the first question, and again after a failure.
 */
export interface CompanySession<Questions> {
  /** Starts looking up the connection, so that it is there when it is needed. */
  readonly prepare: () => void;
  /** Puts a question. @throws SalesError, BusinessCentralError */
  readonly ask: <Answer>(
    options: AskOptions,
    question: (company: Questions, options: AskOptions) => Promise<Answer>,
  ) => Promise<Answer>;
  /** Null while the connection is not known. */
  readonly company: () => Questions | null;
  /** Ends every question that is under way. */
  readonly close: () => void;
}

export function openCompanySession<Questions>({
  connection,
  connect,
  kept = keepConnection(),
}: CompanySources<Questions>): CompanySession<Questions> {
  const closed = new AbortController();
  let connected: Questions | null = null;
  let connecting: Promise<Questions> | null = null;

  const company = (): Promise<Questions> => {
    connecting ??= kept.of(connection).then(
      (found) => (connected = connect(found)),
      (reason: unknown) => {
        connecting = null;
        throw reason;
      },
    );
    return connecting;
  };

  return {
    prepare: () => {
      // Whoever asks a question hears of a failure; here there is nobody to tell.
      company().catch(() => undefined);
    },
    ask: async (options, question) => {
      const signal = eitherOf(closed.signal, options.signal);
      const asked = await company();
      try {
        return await question(asked, { ...options, signal });
      } catch (reason) {
        if (!signal.aborted) {
          // An administrator may mend the connection meanwhile; the next attempt shall find it mended.
          kept.forget();
          connecting = null;
        }
        throw reason;
      }
    },
    company: () => connected,
    close: () => closed.abort(),
  };
}

/** A signal that ends with either of two; `AbortSignal.any` is too young for the browsers that Sales supports. */
function eitherOf(always: AbortSignal, now: AbortSignal | undefined): AbortSignal {
  if (now === undefined) {
    return always;
  }
  const either = new AbortController();
  const end = () => {
    either.abort();
    always.removeEventListener('abort', end);
  };
  if (always.aborted || now.aborted) {
    end();
  }
  always.addEventListener('abort', end);
  now.addEventListener('abort', end);
  return either.signal;
}
