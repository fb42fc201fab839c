import type { ServiceName } from './connection';

/**
 * Everything that can go wrong between a control and Business Central. The union is closed: the user interface has
 * a text and a remedy for each code (`ui/strings`, keys `error_<code>` and `remedy_<code>`), and the compiler
 * demands both.
 */
export const businessCentralErrorCodes = [
  /** No connection could be made or it broke off: server down, name not found, certificate, CORS. */
  'unreachable',
  /** The whole answer was not there within the deadline. */
  'timeout',
  /** 401: user name or web service access key is wrong or has expired. */
  'wrongCredentials',
  /** 403: signed in, but Business Central's permission sets do not allow this. */
  'forbidden',
  /** The company of the connection does not exist (names are case-sensitive). */
  'companyNotFound',
  /** 404: the service is not published in Business Central. */
  'serviceNotPublished',
  /** 400: Business Central refused the question. */
  'questionRefused',
  /** 429: the integration user's request quota is used up. */
  'tooManyRequests',
  /** 408, 502, 503, 504: Business Central is restarting or overloaded. */
  'unavailable',
  /** 500 and AL errors: Business Central failed while working on the question. */
  'businessCentralFailed',
  /** 409: somebody else changed the record, or locks it. */
  'recordChanged',
  /** The record, or the one that was chosen for it, has been coupled by somebody else. */
  'coupledMeanwhile',
  /** The record that was to be synchronized is not coupled any more. */
  'uncoupledMeanwhile',
  /** An HTML page came instead of data: a sign-in page or a proxy in between. */
  'notBusinessCentral',
  /** The answer is cut off, empty, or not of the form that the contract says. */
  'unreadableAnswer',
  /** No connection to the gateway: down, name not found, certificate, or it does not let this page in. */
  'gatewayUnreachable',
  /** The gateway is there and cannot work: Dataverse does not answer it, or it fails. */
  'gatewayUnavailable',
  /** The gateway does not take the ticket or the token, or what was asked. */
  'gatewayRefused',
  /** The user's roles do not reach this; Dataverse says so by the same code. */
  'notPermitted',
  /** The caller gave up (record changed, control gone). Never shown. */
  'aborted',
] as const;

export type BusinessCentralErrorCode = (typeof businessCentralErrorCodes)[number];

/** What is known of a failure beyond its code; nothing in it is secret. */
export interface BusinessCentralErrorDetails {
  /** Service that was asked, by its contract name. */
  readonly service?: ServiceName;
  /** Field of the service that this version lacks, and without which the question cannot be asked. */
  readonly field?: string;
  /** HTTP status of the answer or of the failed part of a batch. */
  readonly status?: number;
  /** Business Central's own error code, such as `Application_DialogException`. */
  readonly serverCode?: string;
  /** Business Central's own sentence, without its correlation id; for administrators. */
  readonly serverMessage?: string;
  /** For the administrator to find the failure in Business Central's telemetry. */
  readonly correlationId?: string;
  /** Seconds to wait as the server asked (`Retry-After`), where it did. */
  readonly retryAfterSeconds?: number;
}

/** A coded failure of Business Central; `message` is for logs and holds neither key nor token. */
export class BusinessCentralError extends Error {
  public override readonly name = 'BusinessCentralError';

  public constructor(
    public readonly code: BusinessCentralErrorCode,
    public readonly details: BusinessCentralErrorDetails = {},
  ) {
    super(details.service === undefined ? code : `${code} (${details.service})`);
  }
}
