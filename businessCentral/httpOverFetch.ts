import { BusinessCentralError } from './errors';
import type { SendHttp } from './http';

export { parsedJson } from './http';

/**
 * The same as `http.ts` with the browser's own `fetch`: for scripts that every form loads, where a library would be most of
 * what is loaded (`tools/buildCommands.ts` puts it in its place).
 */
export function httpOver(): SendHttp {
  return async ({ method, url, headers, body }, signal) => {
    try {
      const response = await fetch(url, {
        method,
        headers,
        signal,
        credentials: 'omit',
        ...(body === undefined ? {} : { body }),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers.entries()),
        text: await response.text(),
      };
    } catch {
      throw new BusinessCentralError(signal.aborted ? 'aborted' : 'unreachable');
    }
  };
}
