import { extname } from 'node:path/posix';
import type { FastifyPluginCallback } from 'fastify';
import type { Organization } from '../organization';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.resx': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml; charset=utf-8',
};

/** Content types of web resources by their type (reference: 1 html, 2 css, 3 js, 4 xml, 5 png …). */
const extensionsByType = [
  '',
  '.html',
  '.css',
  '.js',
  '.xml',
  '.png',
  '.jpg',
  '.gif',
  '',
  '',
  '.ico',
  '.svg',
  '.resx',
];

/**
 * What the platform allows a page in its strict mode, but for the addresses that scripts may ask, which stay open as they are
 * without it: otherwise no page could reach a gateway (Microsoft Learn, "Content security policy").
 */
const pagePolicy = [
  "script-src 'self' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' blob: data:",
  "frame-src 'self' blob:",
  "frame-ancestors 'self' https://*.powerapps.com",
  "base-uri 'none'",
].join('; ');

/** `GET /cc_<control>/<path>` gives the files of imported controls, `GET /<name>` other web resources. */
export function webResourceRoutes(organization: Organization): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get<{ Params: { '*': string } }>('/*', (request, reply) => {
      const found = contentOf(organization, request.params['*']);
      return found
        ? reply
            .type(contentTypes[found.extension] ?? 'application/octet-stream')
            .header('X-Content-Type-Options', 'nosniff')
            .headers(found.extension === '.html' ? { 'Content-Security-Policy': pagePolicy } : {})
            .send(Buffer.from(found.content))
        : reply.status(404).type('text/plain').send('Not Found');
    });
    done();
  };
}

function contentOf(
  organization: Organization,
  path: string,
): { readonly content: Uint8Array; readonly extension: string } | null {
  const { controls, webResources } = organization.customizations;
  const [folder = '', ...rest] = path.split('/');
  const file = folder.startsWith('cc_')
    ? controls.get(folder.slice('cc_'.length))?.files.get(rest.join('/'))
    : undefined;
  if (file) {
    return { content: file, extension: extname(path).toLowerCase() };
  }
  const resource = webResources.get(path);
  return resource ? { content: resource.content, extension: extensionsByType[resource.type] ?? '' } : null;
}
