/** The header by which a control names its question, and the gateway its answer. */
export const correlationHeader = 'x-correlation-id';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The id under which a request is found in the logs of the control, the gateway and Business Central.
 * @param header as the caller sent it; what is not a GUID is not taken
 */
export function correlationId(header: string | string[] | undefined, newId: () => string): string {
  return typeof header === 'string' && guid.test(header) ? header.toLowerCase() : newId();
}
