import type { MadeTicket } from '../../businessCentral/administration/connectionCheck';
import { newGatewayTicket, type TicketMaker } from '../gatewayTicket';
import { SalesError } from '../sales';

/** A ticket for the check of the way through the gateway, or why the signed-in user gets none. */
export async function madeTicket(webAPI: TicketMaker): Promise<MadeTicket> {
  try {
    return { ok: true, ticket: await newGatewayTicket(webAPI) };
  } catch (error) {
    if (!(error instanceof SalesError)) {
      throw error;
    }
    return { ok: false, code: error.code === 'notPermitted' ? 'ticketNotPermitted' : 'ticketFailed' };
  }
}
