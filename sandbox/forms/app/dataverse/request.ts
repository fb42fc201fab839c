/** A row, or any other object, as the Web API writes it. */
export type Json = Readonly<Record<string, unknown>>;

export const serviceRoot = '/api/data/v9.2/';

/** What Dataverse answers where it refuses or fails. */
export class DataverseError extends Error {
  public override readonly name = 'DataverseError';

  public constructor(
    message: string,
    /** Dataverse's error code, such as `0x80040220`; empty where there is none (server away). */
    public readonly code: string,
    /** HTTP status; 0 where no answer came. */
    public readonly status: number,
    /** The body as it came. */
    public readonly raw: string,
  ) {
    super(message);
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: Json;
  /** Rows to a page; the answer then may hold `@odata.nextLink`. */
  readonly pageSize?: number;
  /** True: an update must not create the row that it does not find. */
  readonly mustExist?: boolean;
  /** True: a POST that makes no row, and so has none to give back. */
  readonly withoutAnswer?: boolean;
  readonly signal?: AbortSignal;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(status: number, text: string): DataverseError {
  const body = parse(text);
  const error = isJson(body) && isJson(body['error']) ? body['error'] : {};
  const message =
    typeof error['message'] === 'string' ? error['message'] : `Dataverse answered with ${status}.`;
  const code = typeof error['code'] === 'string' ? error['code'] : '';
  return new DataverseError(message, code, status, text);
}

/** @throws DataverseError */
async function send(path: string, options: RequestOptions, prefer: readonly string[]): Promise<Response> {
  const { method = 'GET', body, mustExist, signal } = options;
  let response: Response;
  try {
    response = await fetch(new URL(path, new URL(serviceRoot, location.origin)), {
      method,
      headers: {
        Accept: 'application/json',
        'OData-MaxVersion': '4.0',
        'OData-Version': '4.0',
        ...(prefer.length === 0 ? {} : { Prefer: prefer.join(',') }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
        ...(mustExist === true ? { 'If-Match': '*' } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new DataverseError('Dataverse cannot be reached.', '', 0, '');
  }
  if (!response.ok) {
    throw errorOf(response.status, await response.text());
  }
  return response;
}

/**
 * Asks the Web API as the signed-in user.
 * @param path relative to the service root, or a whole address that the Web API gave (`@odata.nextLink`)
 * @returns the answer; an empty object where there is none (204)
 * @throws DataverseError
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Json> {
  const prefer = ['odata.include-annotations="*"'];
  if (options.pageSize !== undefined) {
    prefer.push(`odata.maxpagesize=${options.pageSize}`);
  }
  if (options.method === 'POST' && options.withoutAnswer !== true) {
    prefer.push('return=representation');
  }
  const text = await (await send(path, options, prefer)).text();
  const answer = text === '' ? {} : parse(text);
  return isJson(answer) ? answer : {};
}

/**
 * Makes a row without reading it back, which takes no privilege to read it.
 * @returns the id of the new row
 * @throws DataverseError
 */
export async function createRow(entitySet: string, body: Json): Promise<string> {
  const response = await send(entitySet, { method: 'POST', body }, []);
  const address = response.headers.get('OData-EntityId') ?? '';
  return /\(([^()]*)\)$/.exec(address)?.[1] ?? '';
}

/** The rows of a collection's answer. */
export function rowsOf(answer: Json): readonly Json[] {
  const rows = answer['value'];
  return Array.isArray(rows) ? rows.filter(isJson) : [];
}

/** An object inside an answer; empty where there is none. */
export function objectIn(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** A list of objects inside an answer; empty where there is none. */
export function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** A text inside an answer; empty where there is none. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
