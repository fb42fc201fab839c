/** What quotes and orders differ in. */
export interface DocumentKind {
  readonly table: 'quote' | 'salesorder';
  readonly lineTable: 'quotedetail' | 'salesorderdetail';
  /** Lookup of a line that points at its document. */
  readonly parentColumn: 'quoteid' | 'salesorderid';
  readonly lineNameColumn: 'quotedetailname' | 'salesorderdetailname';
  readonly numberColumn: 'quotenumber' | 'ordernumber';
  /** Beginning of the numbers that the organization gives. */
  readonly numberPrefix: 'QUO' | 'ORD';
  /** What an error calls it. */
  readonly word: 'quote' | 'order';
  /** The state in which the document and its lines can be changed: draft quotes, active orders. */
  readonly editableState: 0;
  /** States that an update may go to from the editable one; the others are reached by actions. */
  readonly nextStates: readonly number[];
}

export const quoteKind: DocumentKind = {
  table: 'quote',
  lineTable: 'quotedetail',
  parentColumn: 'quoteid',
  lineNameColumn: 'quotedetailname',
  numberColumn: 'quotenumber',
  numberPrefix: 'QUO',
  word: 'quote',
  editableState: 0,
  nextStates: [1],
};

export const orderKind: DocumentKind = {
  table: 'salesorder',
  lineTable: 'salesorderdetail',
  parentColumn: 'salesorderid',
  lineNameColumn: 'salesorderdetailname',
  numberColumn: 'ordernumber',
  numberPrefix: 'ORD',
  word: 'order',
  editableState: 0,
  nextStates: [1, 2, 3],
};
