import type { OutboundAnswer, Send } from '../outbound/httpClient';
import type { ActionCall, Reading } from './resource';

export interface BusinessCentralParts {
  /** Address up to and including `/ODataV4`. */
  readonly odataUrl: string;
  readonly userName: string;
  readonly webServiceAccessKey: string;
  readonly send: Send;
}

/** Requests to Business Central, the only ones that carry the key. Each may throw OutboundFailure. */
export interface BusinessCentral {
  read(reading: Reading, correlationId: string, signal: AbortSignal): Promise<OutboundAnswer>;
  /** The parts of the answer have the ids 1, 2, 3 … in the order of the readings. */
  readBatch(
    readings: readonly Reading[],
    correlationId: string,
    signal: AbortSignal,
  ): Promise<OutboundAnswer>;
  /** @param body JSON text */
  call(action: ActionCall, body: string, correlationId: string, signal: AbortSignal): Promise<OutboundAnswer>;
}

/**
 * Every header is set here and none comes from a caller. `client-request-id` becomes the operation id in Business
 * Central's telemetry (Microsoft Learn, "Web service telemetry").
 */
export function businessCentralAt({
  odataUrl,
  userName,
  webServiceAccessKey,
  send,
}: BusinessCentralParts): BusinessCentral {
  const credentials = Buffer.from(`${userName}:${webServiceAccessKey}`, 'utf8').toString('base64');
  const headers = (correlationId: string) => ({
    authorization: `Basic ${credentials}`,
    accept: 'application/json',
    'client-request-id': correlationId,
  });
  const json = { 'content-type': 'application/json' };

  return {
    read: ({ address }, correlationId, signal) =>
      send({ method: 'GET', url: `${odataUrl}/${address}`, headers: headers(correlationId) }, signal),
    readBatch: (readings, correlationId, signal) => {
      const requests = readings.map(({ address }, index) => ({
        id: String(index + 1),
        method: 'GET',
        url: address,
        headers: { Accept: 'application/json' },
      }));
      return send(
        {
          method: 'POST',
          url: `${odataUrl}/$batch`,
          headers: { ...headers(correlationId), ...json, prefer: 'odata.continue-on-error' },
          body: JSON.stringify({ requests }),
        },
        signal,
      );
    },
    call: ({ address }, body, correlationId, signal) =>
      send(
        {
          method: 'POST',
          url: `${odataUrl}/${address}`,
          headers: { ...headers(correlationId), ...json },
          body,
        },
        signal,
      ),
  };
}
