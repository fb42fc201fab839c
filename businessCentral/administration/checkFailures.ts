import type { BusinessCentralError, BusinessCentralErrorCode } from '../errors';
import type { CheckFailureCode, CheckPart } from './types';

/** Where a failed question to Business Central belongs, and what it is called. */
interface Failed {
  readonly part: CheckPart;
  readonly code: CheckFailureCode;
}

/** What a failure means where the page asks Business Central itself. */
const directly: Readonly<Partial<Record<BusinessCentralErrorCode, Failed>>> = {
  unreachable: { part: 'address', code: 'nothingAnswers' },
  timeout: { part: 'address', code: 'timeout' },
  notBusinessCentral: { part: 'address', code: 'notBusinessCentral' },
  unreadableAnswer: { part: 'address', code: 'notBusinessCentral' },
  questionRefused: { part: 'address', code: 'wrongPath' },
  wrongCredentials: { part: 'signIn', code: 'wrongCredentials' },
  companyNotFound: { part: 'company', code: 'companyNotFound' },
  forbidden: { part: 'reading', code: 'noPermission' },
  serviceNotPublished: { part: 'reading', code: 'noServicePublished' },
  tooManyRequests: { part: 'reading', code: 'tooBusy' },
  unavailable: { part: 'reading', code: 'tooBusy' },
};

/** What the same failure means where the gateway asks. */
const throughGateway: Readonly<Partial<Record<BusinessCentralErrorCode, Failed>>> = {
  ...directly,
  gatewayUnreachable: { part: 'gatewayReachable', code: 'gatewayNotFound' },
  gatewayUnavailable: { part: 'token', code: 'gatewayWithoutDataverse' },
  gatewayRefused: { part: 'token', code: 'tokenRefused' },
  notPermitted: { part: 'token', code: 'noRole' },
  unreachable: { part: 'address', code: 'gatewayWithoutBusinessCentral' },
  timeout: { part: 'address', code: 'gatewayWithoutBusinessCentral' },
  wrongCredentials: { part: 'signIn', code: 'gatewayWrongCredentials' },
};

/** The gateway pauses where Business Central has failed several times in a row (docs/gateway.md). */
const paused = 'Gateway_Paused';
const companyNotAllowed = 'Gateway_CompanyNotAllowed';

/** @param way how Business Central was asked */
export function failedPart(error: BusinessCentralError, way: 'direct' | 'gateway'): Failed {
  const { code, details } = error;
  if (details.serverCode === companyNotAllowed) {
    return { part: 'company', code: 'gatewayCompanyNotAllowed' };
  }
  if (details.serverCode === paused) {
    return { part: 'address', code: 'gatewayWithoutBusinessCentral' };
  }
  if (code === 'notBusinessCentral' && details.status === 404) {
    return { part: 'address', code: 'wrongPath' };
  }
  const meanings = way === 'direct' ? directly : throughGateway;
  return meanings[code] ?? { part: 'reading', code: 'businessCentralFailed' };
}
