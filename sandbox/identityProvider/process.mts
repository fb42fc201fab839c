import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applicationTokenProvider } from './provider.mjs';
import type { IdentityProviderReady, IdentityProviderSettings } from './settings';

/** The identity provider as a process of its own: README.md says why. It ends when its parent does. */
process.once('message', (settings: IdentityProviderSettings) => {
  const server = createServer();
  server.listen(settings.port, 'localhost', () => {
    const { port } = server.address() as AddressInfo;
    const answer = applicationTokenProvider(`http://localhost:${port}`, settings).callback();
    server.on('request', (request, response) => void answer(request, response));
    const ready: IdentityProviderReady = { port };
    process.send?.(ready);
  });
});
process.once('disconnect', () => process.exit(0));
