import type { GatewayTicket } from '../businessCentral/gateway/tokenExchange';
import { SalesError } from './sales';
import { salesFailure } from './webApiFailure';

/** What is used of `context.webAPI`; a ticket is the only row that the product writes. */
export type TicketMaker = Pick<ComponentFramework.WebApi, 'createRecord'>;

const valueBytes = 32;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The id of a row that was made. Typed as a text, yet some hosts give an object around it. */
function idOf(created: unknown): string {
  const { id } = typeof created === 'object' && created !== null && 'id' in created ? created : { id: null };
  const bare = typeof id === 'object' && id !== null && 'guid' in id ? id.guid : id;
  const text = typeof bare === 'string' ? bare.replace(/[{}]/g, '').toLowerCase() : '';
  if (!guid.test(text)) {
    throw new SalesError('salesFailed', 'bcs_gatewayticket');
  }
  return text;
}

/**
 * Makes a ticket for the gateway: a row that only a signed-in user with one of our roles can make, and that holds the
 * hash of a value which never leaves this page but for the gateway.
 * @throws SalesError `notPermitted` where the user may not make one
 */
export async function newGatewayTicket(webAPI: TicketMaker): Promise<GatewayTicket> {
  const value = crypto.getRandomValues(new Uint8Array(valueBytes));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', value));
  const created: unknown = await webAPI
    .createRecord('bcs_gatewayticket', { bcs_valuehash: hexadecimal(hash) })
    .catch((error: unknown) => {
      throw salesFailure(error, 'notPermitted');
    });
  return { id: idOf(created), value: hexadecimal(value) };
}
