import type { BusinessCentralConnection } from '../businessCentral/connection';
import type { IsoDate } from '../businessCentral/isoDate';
import type { RequestedLine, RequestedProduct, RequestedUnit } from '../businessCentral/availability/types';

/** Everything that can go wrong between a control and Dataverse; closed like Business Central's codes. */
export const salesErrorCodes = [
  /** There is no row in `bcs_connection`. */
  'notConfigured',
  /** The connection lacks something; `missing` names the columns. */
  'connectionIncomplete',
  /** Several connections and none, or more than one, is the default. */
  'connectionAmbiguous',
  /** The user has none of our roles: `bcs_connection` may not be read, or `bcs_gatewayticket` not be made. */
  'notPermitted',
  /** The web service access key came back empty: no column security profile, or no key entered. */
  'keyUnreadable',
  /** The address of Business Central or the gateway is neither https nor localhost. */
  'insecureAddress',
  /** Dataverse cannot be reached. */
  'salesUnreachable',
  /** The row is gone or may not be read. */
  'recordUnreadable',
  /** Dataverse refused or failed. */
  'salesFailed',
] as const;

export type SalesErrorCode = (typeof salesErrorCodes)[number];

/** A coded failure on the Dataverse side. */
export class SalesError extends Error {
  public override readonly name = 'SalesError';

  public constructor(
    public readonly code: SalesErrorCode,
    /** Columns that are empty, with `connectionIncomplete`; Dataverse's own sentence, with `salesFailed`. */
    public readonly detail: string = '',
  ) {
    super(code);
  }
}

export type DocumentTable = 'quote' | 'salesorder';

export function isDocumentTable(table: string): table is DocumentTable {
  return table === 'quote' || table === 'salesorder';
}

export type LineTable = 'quotedetail' | 'salesorderdetail';

/** A record that the control sits on. */
export interface RecordReference<Table extends string = string> {
  readonly table: Table;
  /** GUID in lower case without braces. */
  readonly id: string;
}

/** A line as saved. */
export interface DocumentLine extends RequestedLine {
  /** The line has no date of its own, so `requestedDate` is the document's. */
  readonly followsDocumentDate: boolean;
}

/** A quote or an order with its lines. */
export interface SalesDocument {
  readonly id: string;
  /** The document's own requested delivery date. */
  readonly requestedDate: IsoDate | null;
  /** In the order of their line numbers; dates already fall back to the document's. */
  readonly lines: readonly DocumentLine[];
}

/** The questions that the controls put to Dataverse. */
export interface Sales {
  /**
   * The Business Central company that this user works with.
   * @throws SalesError
   */
  connection(): Promise<BusinessCentralConnection>;

  /** A quote or order with all its lines, products and units. @throws SalesError */
  document(record: RecordReference<DocumentTable>): Promise<SalesDocument>;

  /**
   * The document around one line, with all its lines as saved, since lines that ask for the same item reduce each
   * other. @throws SalesError
   */
  documentOfLine(record: RecordReference<LineTable>): Promise<SalesDocument>;

  /** The document that a line belongs to, which never changes. @throws SalesError */
  documentIdOfLine(record: RecordReference<LineTable>): Promise<string>;

  /** Number and name of a product that was just chosen on the form. @throws SalesError */
  product(id: string): Promise<RequestedProduct>;

  /** Name and conversion of a unit that was just chosen on the form. @throws SalesError */
  unit(id: string): Promise<RequestedUnit>;
}
