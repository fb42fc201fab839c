import { createHash, timingSafeEqual } from 'node:crypto';

/** A row of `bcs_gatewayticket`, as Dataverse gives it. */
export interface TicketRow {
  /** SHA-256 of the value, 64 hexadecimal digits. */
  readonly valueHash: string;
  /** Milliseconds since 1970, by Dataverse's clock. */
  readonly createdOn: number;
  readonly modifiedOn: number;
  /** systemuserid */
  readonly createdBy: string;
  readonly modifiedBy: string;
  /** The user who created the row in the name of `createdBy`; null: `createdBy` did. */
  readonly createdOnBehalfBy: string | null;
}

/** What time it is when the ticket is judged. */
export interface TicketTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** True: by Dataverse's own clock, so that ours may be wrong. */
  readonly fromDataverse: boolean;
}

/** Why a ticket is not taken; for the log, never for the caller. */
export type TicketFault = 'wrongValue' | 'tooOld' | 'fromTheFuture' | 'notTheCreatorsOwn';

/** A ticket is made for one exchange that follows at once. */
export const ticketLifetimeMs = 60_000;

/** Dates in HTTP headers are whole seconds, and Dataverse's web and database servers are not one machine. */
const dataverseToleranceMs = 5_000;

/** How far our clock may be from Dataverse's, where an answer did not carry the time. */
const clockToleranceMs = 120_000;

/** A ticket's value: 256 bits as 64 lower case hexadecimal digits. */
export const ticketValue = /^[0-9a-f]{64}$/;

function holdsValue(row: TicketRow, value: string): boolean {
  const presented = createHash('sha256').update(Buffer.from(value, 'hex')).digest();
  const kept = Buffer.from(row.valueHash, 'hex');
  return kept.length === presented.length && timingSafeEqual(kept, presented);
}

/**
 * Whether the row is as its creator made it. Nobody else may have put it there in their name, or have written their
 * own hash into it; both take privileges that our roles do not give, but others may.
 */
function isCreatorsOwn({
  createdBy,
  modifiedBy,
  createdOnBehalfBy,
  createdOn,
  modifiedOn,
}: TicketRow): boolean {
  return createdOnBehalfBy === null && modifiedBy === createdBy && modifiedOn === createdOn;
}

/**
 * Judges a ticket.
 * @param value what the caller presents, of the form {@link ticketValue}
 * @returns null where the ticket is good
 */
export function faultOfTicket(row: TicketRow, value: string, time: TicketTime): TicketFault | null {
  if (!holdsValue(row, value)) {
    return 'wrongValue';
  }
  if (!isCreatorsOwn(row)) {
    return 'notTheCreatorsOwn';
  }
  const tolerance = time.fromDataverse ? dataverseToleranceMs : clockToleranceMs;
  const age = time.now - row.createdOn;
  if (age < -tolerance) {
    return 'fromTheFuture';
  }
  const oldest = time.fromDataverse ? ticketLifetimeMs : ticketLifetimeMs + clockToleranceMs;
  return age > oldest ? 'tooOld' : null;
}
