/**
 * Why one record could not be synchronized: the text of a row of table 5339. The job goes on with its other records.
 * The wordings are the sandbox's own; what they say is what codeunits 5330, 5336 and 5341 say.
 */
export class SynchError extends Error {
  public override readonly name = 'SynchError';
}

/** Another record has to be coupled first. @param record such as `Salesperson/Purchaser: JO` */
export function mustBeCoupled(record: string, partner: string): SynchError {
  return new SynchError(`${record} must be coupled to a ${partner} before this record can be synchronized.`);
}
