import { BusinessCentralError } from '../businessCentral/errors';
import { SalesError } from '../sales/sales';
import type { SharedTextKey, Texts } from './texts';

/** What a user is told of a failure. */
export interface FailureWords {
  /** What happened. */
  readonly sentence: string;
  /** Who can do what about it. */
  readonly remedy: string;
  /** What an administrator needs to find the cause; not translated, null where there is nothing to add. */
  readonly technical: string | null;
}

/**
 * Puts a failure into words. The compiler demands a text and a remedy for every code of both closed unions, because
 * the keys below have to be among those of `ui/strings/1033.json`.
 * @param failure one without a code of ours is a fault in the control itself
 */
export function wordsOf(failure: Error, texts: Texts<SharedTextKey>): FailureWords {
  const code = codeOf(failure);
  return {
    sentence: texts.say(`error_${code}`),
    remedy: texts.say(`remedy_${code}`),
    technical: technicalOf(failure),
  };
}

function codeOf(failure: Error) {
  if (failure instanceof BusinessCentralError) {
    // An abandoned question is never shown (useReading drops it), so its code needs no words.
    return failure.code === 'aborted' ? 'unexpected' : failure.code;
  }
  return failure instanceof SalesError ? failure.code : 'unexpected';
}

function technicalOf(failure: Error): string | null {
  if (failure instanceof SalesError) {
    return failure.detail === '' ? null : failure.detail;
  }
  if (!(failure instanceof BusinessCentralError)) {
    return failure.message;
  }
  const { service, status, serverCode, serverMessage, correlationId } = failure.details;
  const parts = [
    service,
    status === undefined ? undefined : `HTTP ${status}`,
    serverCode,
    serverMessage,
    correlationId === undefined ? undefined : `CorrelationId ${correlationId}`,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}
