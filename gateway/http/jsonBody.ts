import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** JSON in UTF-8, and nothing that only looks like it. */
function parsedJson(contentType: string, body: Buffer): unknown {
  const charset = /;\s*charset=("?)([^";]*)\1/i.exec(contentType)?.[2] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    throw new Refusal('Gateway_UnsupportedMediaType', 'A body must be JSON in UTF-8.');
  }
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    throw new Refusal('Gateway_BadRequest', 'The body is no JSON.');
  }
}

/** Bodies are JSON, or on the token route a form; any other kind is refused. */
export function takeJsonAndForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, parsedJson(request.headers['content-type'] ?? '', body as Buffer));
    } catch (failure) {
      done(failure as Error);
    }
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, new URLSearchParams(body as string));
    },
  );
}
