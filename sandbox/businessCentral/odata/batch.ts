import { jsonTextAnswer, type Answer } from './answer';
import { answerToFailure } from './errorAnswer';
import { answerOperation, serviceTimeOf, type BusinessCentralServer, type Operation } from './operation';
import { badRequest, resourceNotFound } from './odataError';

/** Operations in one $batch (Microsoft Learn "operational-limits-online"). */
const maxOperations = 100;

/** A part of a batch request, in the JSON format of OData 4.01 §19. */
interface BatchPart {
  readonly id: string | null;
  readonly atomicityGroup: string | null;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of a part, for the log of requests. */
export interface AnsweredPart {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

export interface BatchAnswer {
  readonly answer: Answer;
  readonly parts: readonly AnsweredPart[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headersOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([name, text]) => [name.toLowerCase(), String(text)]),
  );
}

function partOf(value: unknown): BatchPart {
  const { id, atomicityGroup, method, url, headers, body } = isRecord(value) ? value : {};
  if (typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest('Invalid Request Body');
  }
  return {
    id: typeof id === 'string' ? id : null,
    atomicityGroup: typeof atomicityGroup === 'string' ? atomicityGroup : null,
    method: method.toUpperCase(),
    url,
    headers: headersOf(headers),
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/**
 * Parts of a batch request.
 * @throws ODataError 400 where the body is not a batch, an id stands twice, or there are more than 100 parts
 */
function partsOf(body: string): readonly BatchPart[] {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    throw badRequest('Invalid Request Body');
  }
  const requests = isRecord(content) ? content['requests'] : null;
  if (!Array.isArray(requests)) {
    throw badRequest('Invalid Request Body');
  }
  if (requests.length > maxOperations) {
    throw badRequest(
      `The current batch message contains too many parts. A maximum number of '${maxOperations}' query operations ` +
        'and change sets are allowed in a batch message.',
    );
  }
  const parts = requests.map(partOf);
  const ids = parts.flatMap((part) => part.id ?? []);
  if (new Set(ids).size < ids.length) {
    throw badRequest('A request id stands more than once in the batch message.');
  }
  return parts;
}

function checkContentType({ headers }: Operation): void {
  const contentType = headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(contentType)) {
    throw badRequest(`The 'Content-Type' header value '${contentType}' is invalid for a batch request.`);
  }
}

/** Path and query of a part: its address is absolute, or absolute on this server, or relative to `/ODataV4/`. */
function addressOf(url: string, odataUrl: string): { readonly path: string; readonly query: string } {
  const withoutFragment = url.split('#')[0] ?? '';
  const root = `${new URL(odataUrl).pathname}/`;
  const [address = '', ...query] = withoutFragment.split('?');
  let path = address;
  if (address.startsWith(`${odataUrl}/`)) {
    path = address.slice(odataUrl.length + 1);
  } else if (address.startsWith(root)) {
    path = address.slice(root.length);
  } else if (address.startsWith('/') || /^[a-z]+:\/\//i.test(address)) {
    throw resourceNotFound(address);
  }
  return { path, query: query.join('?') };
}

async function answerPart(
  part: BatchPart,
  batch: Operation,
  server: BusinessCentralServer,
  startsAt: number,
): Promise<Answer> {
  try {
    const { path, query } = addressOf(part.url, server.odataUrl);
    const { method, headers, body } = part;
    return await answerOperation(
      { method, path, query, headers, body, user: batch.user, signal: batch.signal },
      server,
      startsAt,
    );
  } catch (failure) {
    if (batch.signal.aborted) {
      throw failure;
    }
    return answerToFailure(failure, server.options);
  }
}

/** A part of the answer, as JSON text; the body of a part is JSON already, or becomes a text. */
function responseOf(part: BatchPart, { status, headers, body }: Answer): string {
  const head = {
    id: part.id,
    ...(part.atomicityGroup === null ? {} : { atomicityGroup: part.atomicityGroup }),
    status,
    headers,
  };
  if (body === '') {
    return JSON.stringify(head);
  }
  const json = headers['content-type']?.startsWith('application/json') ?? false;
  return `${JSON.stringify(head).slice(0, -1)},"body":${json ? body : JSON.stringify(body)}}`;
}

/** Remembers the tables that callers can change; the returned function undoes all changes since. */
function snapshot({ companies }: BusinessCentralServer): () => void {
  const undo = companies.flatMap((company) => [
    company.items.snapshot(),
    company.customers.snapshot(),
    company.integrationRecords.snapshot(),
  ]);
  return () => {
    for (const restore of undo) {
      restore();
    }
  };
}

/**
 * Answers a JSON batch. Parts are worked off one after another. The first failed part ends the batch and the rest
 * is not answered at all, unless `Prefer: odata.continue-on-error` is sent; with `Isolation: snapshot` a failed
 * part also undoes the ones before it (Microsoft Learn "use-odata-batch"; kauffmann.nl, batch calls 2). By how much this
 * computer's timers are late for one part is not added up over all of them.
 */
export async function answerBatch(batch: Operation, server: BusinessCentralServer): Promise<BatchAnswer> {
  const responses: string[] = [];
  const answered: AnsweredPart[] = [];
  const continues = /continue-on-error(?!\s*=\s*false)/i.test(batch.headers['prefer'] ?? '');
  const isolated = batch.headers['isolation'] !== undefined;
  const undo = isolated ? snapshot(server) : null;
  let transport: Answer['transport'];
  let startsAt = performance.now();
  try {
    checkContentType(batch);
    for (const part of partsOf(batch.body)) {
      const answer = await answerPart(part, batch, server, startsAt);
      startsAt += serviceTimeOf(server);
      responses.push(responseOf(part, answer));
      answered.push({ method: part.method, url: part.url, status: answer.status });
      transport ??= answer.transport;
      if (answer.status >= 400) {
        undo?.();
        if (isolated || !continues) {
          break;
        }
      }
    }
  } catch (failure) {
    if (batch.signal.aborted) {
      throw failure;
    }
    return { answer: answerToFailure(failure, server.options), parts: answered };
  }
  const answer = jsonTextAnswer(200, `{"responses":[${responses.join(',')}]}`);
  return { answer: transport === undefined ? answer : { ...answer, transport }, parts: answered };
}
