import { randomUUID } from 'node:crypto';
import type { BusinessCentralOptions } from '../options';
import { emptyAnswer, jsonAnswer, type Answer } from './answer';
import { ServiceNotPublished } from './companyRoute';
import { ODataError } from './odataError';

/** Error body of Business Central: code, text, two spaces, and an id to find the failure in the telemetry. */
export function errorAnswer(
  { status, code, message }: Pick<ODataError, 'status' | 'code' | 'message'>,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return jsonAnswer(
    status,
    { error: { code, message: `${message}  CorrelationId:  ${randomUUID()}.` } },
    headers,
  );
}

/** The answer to something that was thrown while a request was worked on. */
export function answerToFailure(
  failure: unknown,
  options: Pick<BusinessCentralOptions, 'unpublishedBody'>,
): Answer {
  if (failure instanceof ServiceNotPublished && options.unpublishedBody === 'empty') {
    return emptyAnswer(404);
  }
  if (failure instanceof ODataError) {
    return errorAnswer(failure);
  }
  return errorAnswer({
    status: 500,
    code: 'Internal_ServerError',
    message: failure instanceof Error ? failure.message : 'An error has occurred.',
  });
}

/**
 * A 401 in one of the two bodies that are known (reference of the wire, "Errors").
 * `invalidCredentials`: Business Central in a container and online; `unauthorized`: newer on-premises servers.
 */
export function unauthorizedAnswer(options: Pick<BusinessCentralOptions, 'unauthorizedBody'>): Answer {
  const headers = { 'www-authenticate': 'Basic realm="Business Central", charset="UTF-8"' };
  return options.unauthorizedBody === 'unauthorized'
    ? jsonAnswer(
        401,
        { error: { code: 'Unauthorized', message: 'The credentials provided are incorrect.' } },
        headers,
      )
    : errorAnswer(
        {
          status: 401,
          code: 'Authentication_InvalidCredentials',
          message: 'The server has rejected the client credentials.',
        },
        headers,
      );
}
