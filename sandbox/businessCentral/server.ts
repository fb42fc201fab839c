import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clockOn } from '../clock';
import { today } from '../demoData/calendar';
import { cronus } from '../demoData/cronus';
import { cronusCompany } from './demoCompanies/cronusCompany';
import { directorsCutCompany } from './demoCompanies/directorsCutCompany';
import { emptyCompany } from './demoCompanies/emptyCompany';
import { JobQueue } from './coupling/jobQueue';
import { DataverseClient } from './dataverse/dataverseClient';
import type { DataverseConnection } from './dataverse/dataverseClient';
import { answerFaultPage, faultPagePath } from './faults/faultPage';
import { Faults } from './faults/faults';
import { answerRequest, odataPath, type EndpointContext } from './http/odataEndpoint';
import { RequestLog } from './http/requestLog';
import { RequestQueue } from './http/requestQueue';
import type { BusinessCentralServer } from './odata/operation';
import type { BusinessCentralOptions, SandboxBusinessCentral } from './options';
import { PublishedServices } from './services/publishedServices';
import { webClientPage } from './webClientPage';

const webClientPath = '/BC/';

/** Room for an address that is too long, so that it can be refused as Business Central does. */
const maxHeaderSize = 128 * 1024;

async function answerAny(
  request: IncomingMessage,
  response: ServerResponse,
  context: EndpointContext,
  origin: string,
): Promise<void> {
  const [path = '', ...query] = (request.url ?? '').split('?');
  if (path === odataPath || path.startsWith(`${odataPath}/`)) {
    await answerRequest(request, response, context);
  } else if (path === faultPagePath) {
    await answerFaultPage(request, response, context.server.faults, origin);
  } else if (path === webClientPath) {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(webClientPage(new URLSearchParams(query.join('?'))));
  } else {
    response.writeHead(404).end();
  }
}

/**
 * Starts a small Business Central: OData V4 web services of two demo companies over HTTP, as refusing as a real
 * on-premises server.
 * @returns when it listens
 */
export async function startBusinessCentral(options: BusinessCentralOptions): Promise<SandboxBusinessCentral> {
  const workDate = options.today ?? today();
  const services = new PublishedServices(options.publishedServices);
  const faults = new Faults();
  const requests = new RequestLog(options.log);
  const jobQueue = new JobQueue(options.jobMilliseconds ?? 0);
  const clientOf = (connection: DataverseConnection | null): DataverseClient | null =>
    connection === null ? null : new DataverseClient(connection);
  let dataverse = clientOf(options.dataverse ?? null);
  let latency = 0;

  const http = createServer({ maxHeaderSize });
  http.listen(options.port ?? 0, 'localhost');
  await once(http, 'listening');
  const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
  const odataUrl = `${origin}${odataPath}`;
  const server: BusinessCentralServer = {
    companies: [
      cronusCompany(workDate, options.bulkCustomers, options.bulkItems, options.bulkSkipped),
      directorsCutCompany(workDate),
      ...(options.emptyCompanies ?? []).map((name) => emptyCompany(name, workDate)),
    ],
    services,
    faults,
    jobQueue,
    dataverse: () => dataverse,
    now: clockOn(options.today),
    options,
    odataUrl,
  };
  const queue = new RequestQueue(options.concurrentRequests ?? 5, options.queuedRequests ?? 95);
  const context: EndpointContext = { server, queue, requests, latency: () => latency };
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answerAny(request, response, context, origin).catch(() => response.destroy());
  });

  return {
    origin,
    odataUrl,
    webClientUrl: `${origin}${webClientPath}?company=${encodeURIComponent(cronus.company.Name)}`,
    faults,
    requests,
    jobs: { idle: () => jobQueue.idle(), hold: () => jobQueue.hold() },
    connectDataverse: (connection) => {
      dataverse = clientOf(connection);
    },
    publish: (service, publishedName) => services.publish(service, publishedName),
    unpublish: (service) => services.unpublish(service),
    removeField: (service, field) => services.removeField(service, field),
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    close: async () => {
      jobQueue.close();
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}
