import type { BusinessCentralConnection } from '../businessCentral/connection';

/** An administrator who changes the connection waits no longer than this for salespeople who keep their page open. */
const longestKept = 5 * 60_000;

/** The connection of a page's user: salespeople go from form to form on one page, and it is the same on each. */
export interface KeptConnection {
  /** The one that is kept, else what is looked up now. A failure is not kept. */
  of(lookUp: () => Promise<BusinessCentralConnection>): Promise<BusinessCentralConnection>;
  /** After a failure: an administrator may be mending it, and the next one who asks shall find it mended. */
  forget(): void;
}

/**
 * Keeps a connection in memory for five minutes.
 * @param now milliseconds since 1970
 */
export function keepConnection(now: () => number = Date.now): KeptConnection {
  let latest: { readonly connection: Promise<BusinessCentralConnection>; readonly since: number } | null =
    null;
  return {
    of: (lookUp) => {
      if (latest !== null && now() - latest.since < longestKept) {
        return latest.connection;
      }
      const looked = { connection: lookUp(), since: now() };
      latest = looked;
      looked.connection.catch(() => {
        if (latest === looked) {
          latest = null;
        }
      });
      return looked.connection;
    },
    forget: () => {
      latest = null;
    },
  };
}
