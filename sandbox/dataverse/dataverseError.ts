/**
 * Codes of Dataverse's errors that the sandbox answers with (Microsoft Learn, "Web service error codes"; the ones with
 * 0x8006 are those that public logs of live systems show for requests that the OData layer turns down).
 */
export const errorCodes = {
  /** PrivilegeDenied */
  privilegeDenied: '0x80040220',
  /** The token is good, but nobody here is its user, or the user is disabled. */
  notAMember: '0x80072560',
  /** ObjectDoesNotExist */
  rowNotFound: '0x80040217',
  /** DuplicateRecord */
  duplicateRow: '0x80040237',
  /** The OData layer: unknown property or segment, unsupported option, mistyped literal. */
  badRequest: '0x80060888',
  /** Error in query syntax (CrmHttpError). */
  badSyntax: '0x8006088a',
  /** Payload that does not fit the table. */
  badPayload: '0x80048d19',
  /** ConcurrencyVersionMismatch */
  versionMismatch: '0x80060882',
  /** StringLengthTooLong */
  textTooLong: '0x80044331',
  /** PicklistValueOutOfRange */
  optionOutOfRange: '0x8004431a',
  /** Number outside its column's range (AttributeValueOutOfRange). */
  numberOutOfRange: '0x80044330',
  /** AttributePrivilegeCreateIsMissing */
  columnCreateDenied: '0x8004f502',
  /** AttributePermissionUpdateIsMissingDuringUpdate */
  columnUpdateDenied: '0x8004f507',
  /** CannotDeleteDueToAssociation */
  referenced: '0x80040227',
  /** ParentReadOnly */
  parentReadOnly: '0x80043b09',
  /** MissingProductId */
  missingProduct: '0x80043b11',
  /** MissingUomId */
  missingUnit: '0x80043b0d',
  /** MissingQuantity */
  missingQuantity: '0x80081012',
  /** ProductInvalidUnit */
  invalidUnit: '0x80043b14',
  /** InvalidArgument */
  invalidArgument: '0x80040203',
  /** Number of requests exceeded (recorded). */
  tooManyRequests: '0x80072322',
  /** ImportMissingDependenciesError */
  missingDependencies: '0x8004801d',
  /** The solution holds something that something else needs (the code is inferred, the sentence is recorded). */
  neededSolution: '0x8004f01f',
  /** UnExpected */
  unexpected: '0x80040216',
} as const;

export type DataverseErrorCode = (typeof errorCodes)[keyof typeof errorCodes];

/** A refusal as Dataverse words it: HTTP status, code and sentence. */
export class DataverseError extends Error {
  public override readonly name = 'DataverseError';

  public constructor(
    public readonly status: number,
    public readonly code: DataverseErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The OData layer turns the request down. */
export function badRequest(message: string): DataverseError {
  return new DataverseError(400, errorCodes.badRequest, message);
}

/** There is no such row (ObjectDoesNotExist). */
export function rowNotFound(table: string, id: string): DataverseError {
  return new DataverseError(404, errorCodes.rowNotFound, `Entity '${table}' With Id = ${id} Does Not Exist`);
}
