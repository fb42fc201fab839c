import type { FastifyBaseLogger } from 'fastify';
import type { Report } from '../relay/errands';
import type { Measures } from './measures';

/** Business Central's own id stands at the end of the sentence of an error (recorded answers). */
const ownCorrelation = /CorrelationId:\s{0,2}([0-9a-f-]{36})/gi;

/** More are not needed to find the rest. */
const mostIds = 5;

/**
 * Writes a line about every request to Business Central, with the correlation id of the control and the ids under
 * which Business Central's own telemetry has what failed.
 */
export function exchangeLog(log: FastifyBaseLogger, measures: Measures): Report {
  return ({ correlationId, parts, body, outcome, status, failure, waitedMs, tookMs }) => {
    measures.exchange(outcome, waitedMs / 1000, tookMs / 1000);
    const ownIds = [...body.matchAll(ownCorrelation)].slice(0, mostIds).map(([, id]) => id);
    const line = {
      correlationId,
      parts,
      status,
      outcome,
      waitedMs,
      tookMs,
      ...(failure === '' ? {} : { failure }),
      ...(ownIds.length === 0 ? {} : { businessCentralIds: ownIds }),
    };
    if (outcome === 'answered' || outcome === 'abandoned') {
      log.info(line, 'Business Central was asked');
    } else {
      log.warn(line, 'Business Central was asked in vain');
    }
  };
}
