import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpOver } from '../../businessCentral/httpOverFetch';

let server: Server;
let url: string;
const never = new AbortController().signal;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/hangs') {
      return;
    }
    request
      .on('data', () => undefined)
      .on('end', () => {
        response.writeHead(request.method === 'POST' ? 409 : 200, { 'X-Answer': 'Yes' });
        response.end(String(request.headers['x-asked']));
      });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('gives whatever comes back, with the names of headers in lower case', async () => {
  const headers = { 'X-Asked': 'so' };
  expect(await httpOver()({ method: 'GET', url, headers }, never)).toMatchObject({
    status: 200,
    headers: { 'x-answer': 'Yes' },
    text: 'so',
  });
  expect((await httpOver()({ method: 'POST', url, headers, body: '{}' }, never)).status).toBe(409);
});

test('tells a connection that broke off from one that was given up', async () => {
  await expect(
    httpOver()({ method: 'GET', url: 'http://localhost:1/', headers: {} }, never),
  ).rejects.toMatchObject({ code: 'unreachable' });
  const given = new AbortController();
  const asked = httpOver()({ method: 'GET', url: `${url}/hangs`, headers: {} }, given.signal);
  given.abort();
  await expect(asked).rejects.toMatchObject({ code: 'aborted' });
});
