/** How Business Central reaches Dataverse: what its page "Dataverse Connection Setup" holds. */
export interface DataverseConnection {
  /** Origin of the environment, without a slash at its end. */
  readonly url: string;
  /** What lets the integration user in, such as `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A row as the Web API gives it. */
export type DataverseRow = Readonly<Record<string, unknown>>;

/** Text in a column; '' where there is none. */
export function textIn(row: DataverseRow | null | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}

/** Dataverse has answered, and refused. */
export class DataverseRefused extends Error {
  public override readonly name = 'DataverseRefused';

  public constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** No answer came from Dataverse. */
export class DataverseUnreachable extends Error {
  public override readonly name = 'DataverseUnreachable';
}

const timeoutMs = 30_000;

/** Dataverse's Web API, as the integration user. */
export class DataverseClient {
  private integrationUserId: string | null = null;

  public constructor(private readonly connection: DataverseConnection) {}

  /** Id of the integration user, asked once. @throws DataverseRefused, DataverseUnreachable */
  public async userId(): Promise<string> {
    if (this.integrationUserId === null) {
      const answer = await this.send('GET', 'WhoAmI()');
      this.integrationUserId = textIn(answer, 'UserId');
    }
    return this.integrationUserId;
  }

  /** A row with all its columns; null: there is none. @throws DataverseRefused, DataverseUnreachable */
  public async row(entitySet: string, id: string): Promise<DataverseRow | null> {
    try {
      return await this.send('GET', `${entitySet}(${id})`);
    } catch (failure) {
      if (failure instanceof DataverseRefused && failure.status === 404) {
        return null;
      }
      throw failure;
    }
  }

  /** @param filter a condition, not yet encoded @throws DataverseRefused, DataverseUnreachable */
  public async rows(entitySet: string, filter: string): Promise<readonly DataverseRow[]> {
    const answer = await this.send('GET', `${entitySet}?$filter=${encodeURIComponent(filter)}`);
    const { value } = answer;
    return Array.isArray(value) ? (value as DataverseRow[]) : [];
  }

  /**
   * @param filter a condition, not yet encoded; empty: none
   * @returns so many rows at most
   * @throws DataverseRefused, DataverseUnreachable
   */
  public async firstRows(entitySet: string, filter: string, most: number): Promise<readonly DataverseRow[]> {
    const condition = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`;
    const { value } = await this.send('GET', `${entitySet}?$top=${most}${condition}`);
    return Array.isArray(value) ? (value as DataverseRow[]) : [];
  }

  /** Changes a row that is there. @returns the row as it is then @throws DataverseRefused, DataverseUnreachable */
  public change(entitySet: string, id: string, changes: DataverseRow): Promise<DataverseRow> {
    return this.send('PATCH', `${entitySet}(${id})`, changes);
  }

  private async send(method: string, path: string, body?: DataverseRow): Promise<DataverseRow> {
    const { url, headers } = this.connection;
    let answer: Response;
    try {
      answer = await fetch(`${url}/api/data/v9.2/${path}`, {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          prefer: 'return=representation',
          ...(body === undefined ? {} : { 'content-type': 'application/json', 'if-match': '*' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch {
      throw new DataverseUnreachable('Dataverse did not answer.');
    }
    const text = await answer.text();
    if (!answer.ok) {
      throw new DataverseRefused(answer.status, messageIn(text) ?? `Dataverse answered ${answer.status}.`);
    }
    return text === '' ? {} : (JSON.parse(text) as DataverseRow);
  }
}

function messageIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { readonly error?: { readonly message?: string } };
    return error?.message ?? null;
  } catch {
    return null;
  }
}
