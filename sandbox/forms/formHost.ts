import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { bundleClient } from './clientBundle';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import { favicon, page } from './page';
import { platformLibraries, reactVersions, stayOffline } from './platformLibraries';

export interface FormHostOptions {
  /** Scheme, host and port; for links, which the user follows. */
  readonly businessCentralOrigin: string;
  /** The only foreign origin that the page's scripts may ask: the gateway's, or Business Central's own. */
  readonly askedOrigin: () => string;
}

const script = 'text/javascript; charset=utf-8';

function send(reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  return reply.type(type).header('x-content-type-options', 'nosniff').send(body);
}

/**
 * Serves the form host: a page in the look of a model-driven app, at `/` and at `/main.aspx` with the parameters of
 * the real one (`pagetype`, `etn`, `id`). The page itself speaks to the Web API of the server it is registered in.
 */
export const formHost: FastifyPluginAsync<FormHostOptions> = async (
  server,
  { businessCentralOrigin, askedOrigin },
) => {
  const bundle = await bundleClient();

  for (const path of ['/', '/main.aspx']) {
    server.get<{ Querystring: { react?: string } }>(path, (request, reply) => {
      const asked = request.query.react ?? '';
      const react =
        reactVersions.find((version) => asked !== '' && version.startsWith(asked)) ?? reactVersions[0];
      reply.header('content-security-policy', contentSecurityPolicy(askedOrigin()));
      reply.header('referrer-policy', 'same-origin');
      reply.header('cache-control', 'no-store');
      return send(reply, 'text/html; charset=utf-8', page({ react, businessCentralOrigin }));
    });
  }

  server.get('/forms/app.js', (_, reply) =>
    send(reply.header('cache-control', 'no-store'), script, bundle.script),
  );
  server.get('/forms/app.css', (_, reply) =>
    send(reply.header('cache-control', 'no-store'), 'text/css; charset=utf-8', bundle.styles),
  );
  server.get('/forms/stayOffline.js', (_, reply) => send(reply, script, stayOffline));
  server.get('/forms/favicon.svg', (_, reply) => send(reply, 'image/svg+xml', favicon));
  server.get('/favicon.ico', (_, reply) => send(reply, 'image/svg+xml', favicon));

  server.get<{ Params: { file: string } }>('/forms/libraries/:file', async (request, reply) => {
    const file = Object.hasOwn(platformLibraries, request.params.file)
      ? platformLibraries[request.params.file]
      : undefined;
    if (file === undefined) {
      return reply.code(404).send();
    }
    // The version is part of the name, so a browser may keep the file for good.
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return send(reply, script, await readFile(file));
  });
};
