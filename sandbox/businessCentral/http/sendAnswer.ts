import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Answer } from '../odata/answer';
import type { TransportFault } from '../faults/faultKinds';

const compress = promisify(gzip);

async function bodyOf(answer: Answer, acceptEncoding: string): Promise<{ bytes: Buffer; gzip: boolean }> {
  const half = answer.transport?.kind === 'truncated';
  const text = half ? answer.body.slice(0, Math.ceil(answer.body.length / 2)) : answer.body;
  const plain = Buffer.from(text, 'utf8');
  return plain.length > 0 && /\bgzip\b/i.test(acceptEncoding)
    ? { bytes: await compress(plain), gzip: true }
    : { bytes: plain, gzip: false };
}

async function drip(
  response: ServerResponse,
  bytes: Buffer,
  fault: Extract<TransportFault, { kind: 'drip' }>,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < bytes.length; start += fault.bytes) {
    response.write(bytes.subarray(start, start + fault.bytes));
    await wait(fault.everyMilliseconds, undefined, { signal });
  }
  response.end();
}

/** Waits until the caller gives up. */
function callerGone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Sends an answer, compressed where the caller takes that, and spoilt where a fault says so.
 * @returns bytes of the body as sent
 */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  acceptEncoding: string,
  signal: AbortSignal,
): Promise<number> {
  if (answer.transport?.kind === 'hang') {
    await callerGone(signal);
    return 0;
  }
  if (answer.transport?.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return 0;
  }
  const { bytes, gzip: compressed } = await bodyOf(answer, acceptEncoding);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    ...(answer.status === 204 ? {} : { 'content-length': bytes.length }),
  });
  if (answer.transport?.kind === 'drip') {
    await drip(response, bytes, answer.transport, signal);
  } else {
    response.end(bytes);
  }
  return bytes.length;
}
