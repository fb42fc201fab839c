import type { Scope } from '../admission/scope';
import { isRecord } from '../isRecord';
import { Refusal } from '../refusal';
import type { AllowList } from './allowList';
import { requirePermission } from './permission';
import { resourceAt, type Reading } from './resource';

/** A part of a batch: a question that may be asked, or why it may not. */
export interface BatchPart {
  readonly id: string;
  readonly asks: Reading | Refusal;
}

/** Business Central takes at most this many operations in one batch (Microsoft Learn, "Operational limits"). */
const mostParts = 100;

const partMembers: readonly string[] = ['id', 'method', 'url', 'headers', 'body'];
const partId = /^[\w.-]{1,64}$/;
/** Names and values of headers as RFC 9110 §5 has them: nothing that could end the line. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/;
const headerValue = /^[\x20-\x7e]{0,1000}$/;

function malformed(what: string): Refusal {
  return new Refusal('Gateway_BadRequest', `The batch is malformed: ${what}.`);
}

/** Headers of a part do not go on, but a batch that tries to smuggle something in them is not ours. */
function checkHeaders(headers: unknown): void {
  const isPlain =
    headers === undefined ||
    (isRecord(headers) &&
      Object.entries(headers).every(
        ([name, value]) => headerName.test(name) && typeof value === 'string' && headerValue.test(value),
      ));
  if (!isPlain) {
    throw malformed('headers of a part');
  }
}

function checkUrl(url: string): void {
  if (url.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(url)) {
    throw malformed('the address of a part is not relative');
  }
}

/** Only what the whole batch is refused for. */
function checkedPart(value: unknown): { readonly id: string; readonly method: string; readonly url: string } {
  if (!isRecord(value) || !Object.keys(value).every((member) => partMembers.includes(member))) {
    throw malformed('a part has other members than id, method, url, headers and body');
  }
  const { id, method, url, headers } = value;
  if (typeof id !== 'string' || !partId.test(id)) {
    throw malformed('the id of a part');
  }
  if (typeof method !== 'string' || !/^[A-Z]{1,10}$/.test(method)) {
    throw malformed('the method of a part');
  }
  if (typeof url !== 'string') {
    throw malformed('the address of a part');
  }
  checkUrl(url);
  checkHeaders(headers);
  return { id, method, url };
}

/** A part is judged as if it had come alone, and batches are for reading only. */
function judged(method: string, url: string, allowed: AllowList, held: readonly Scope[]): Reading | Refusal {
  try {
    const resource = resourceAt(url, allowed);
    if (resource.kind === 'batch') {
      throw malformed('a batch in a batch');
    }
    requirePermission(resource, method, held);
    return resource.kind === 'reading'
      ? resource
      : new Refusal(
          'Gateway_NotAllowed',
          'Actions and the list of companies are asked alone, not in a batch.',
        );
  } catch (failure) {
    // What is malformed comes from none of our clients, so the batch around it is refused too.
    if (failure instanceof Refusal && failure.code !== 'Gateway_BadRequest') {
      return failure;
    }
    throw failure;
  }
}

/**
 * Opens a JSON batch (OData 4.01 §19) and judges every part.
 * @param content the parsed body
 * @throws Refusal where the batch as a whole is refused: it is malformed, empty, too long, or holds another batch
 */
export function batchParts(
  content: unknown,
  allowed: AllowList,
  held: readonly Scope[],
): readonly BatchPart[] {
  const requests = isRecord(content) && Object.keys(content).length === 1 ? content['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw malformed('it has no list of requests');
  }
  if (requests.length > mostParts) {
    throw malformed(`it has more than ${mostParts} parts`);
  }
  const parts = requests.map(checkedPart);
  if (new Set(parts.map(({ id }) => id)).size < parts.length) {
    throw malformed('an id stands twice');
  }
  return parts.map(({ id, method, url }) => ({ id, asks: judged(method, url, allowed, held) }));
}
