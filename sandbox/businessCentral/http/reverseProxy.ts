import type { IncomingHttpHeaders } from 'node:http';
import { emptyAnswer, type Answer } from '../odata/answer';
import type { ReverseProxy } from '../options';

type Headers = Readonly<Record<string, string>>;

/** Headers that the proxy adds to every answer for an allowed origin; none for another one or without a proxy. */
export function crossOriginHeaders(
  proxy: ReverseProxy | null | undefined,
  origin: string | undefined,
): Headers {
  if (origin === undefined || !(proxy?.allowedOrigins.includes(origin) ?? false)) {
    return {};
  }
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Location, OData-Version, Preference-Applied, Retry-After',
    vary: 'Origin',
  };
}

/**
 * The proxy's answer to a preflight request, which Business Central itself would refuse because a browser sends no
 * credentials with it (maximejund.fr, "IIS, application, CORS et reverse proxy").
 * @returns null where the request is no preflight of an allowed origin, and goes on to Business Central
 */
export function preflightAnswer(
  proxy: ReverseProxy | null | undefined,
  method: string,
  headers: IncomingHttpHeaders,
): Answer | null {
  const allowed = crossOriginHeaders(proxy, headers.origin);
  if (
    method !== 'OPTIONS' ||
    headers['access-control-request-method'] === undefined ||
    !('access-control-allow-origin' in allowed)
  ) {
    return null;
  }
  return emptyAnswer(204, {
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    'access-control-allow-headers':
      'Accept, Accept-Language, Authorization, Company, Content-Type, Data-Access-Intent, If-Match, Isolation, ' +
      'OData-MaxVersion, OData-Version, Prefer',
    'access-control-max-age': '600',
  });
}
