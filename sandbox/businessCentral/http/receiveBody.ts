import type { IncomingMessage } from 'node:http';
import { ODataError } from '../odata/odataError';

/** Largest body that is taken; a real server takes 350 MB, which no client of ours comes near. */
const maxBytes = 16 * 1024 * 1024;

/**
 * Reads the body of a request as text.
 * @throws ODataError 413 for a body that is too large
 */
export async function receiveBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ODataError(413, 'RequestDataTooLarge', 'The request body is too large.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
