/** Dataverse, or the token endpoint in front of it, cannot be asked now. The message is for the log. */
export class DataverseUnavailable extends Error {
  public override readonly name = 'DataverseUnavailable';

  public constructor(
    message: string,
    /** Seconds to wait, where Dataverse said how long. */
    public readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}
