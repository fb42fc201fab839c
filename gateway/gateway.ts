import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { accessTokens } from './admission/accessToken';
import { admission } from './admission/admission';
import { applicationToken } from './admission/applicationToken';
import { dataverseOf } from './admission/dataverse';
import { entraTokens } from './admission/entraToken';
import { tokenPath, tokenRoute } from './admission/tokenRoute';
import type { Now } from './clock';
import { secretsOf, type GatewayConfiguration } from './configuration/configuration';
import { sharingOf } from './fairness/sharing';
import { hardenedServer } from './http/hardenedServer';
import { listeners, type Tls } from './http/listeners';
import { endOrderly } from './http/endOrderly';
import { healthPath, healthRoutes, metricsPath, readyPath } from './observability/healthRoutes';
import { measures } from './observability/measures';
import { httpClient } from './outbound/httpClient';
import { allowListOf } from './relay/allowList';
import { businessCentralAt } from './relay/businessCentral';
import { errandsTo } from './relay/errands';
import { relayOf } from './relay/relay';
import { relayPath, relayRoute } from './relay/relayRoute';
import { exchangeLog } from './observability/exchangeLog';
import { safeAnswers } from './relay/safeAnswer';

/** What comes from outside, so that tests can be in another time. */
export interface GatewayParts {
  readonly log: FastifyBaseLogger;
  readonly now: Now;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Null: TLS ends in front of the gateway. */
  readonly tls: Tls | null;
}

/** A gateway that is ready to listen. */
export interface Gateway {
  /** @returns its address, such as `http://127.0.0.1:8080` */
  listen(host: string, port: number): Promise<string>;
  /** From now on `/readyz` says no, and connections end with their next answer; requests are still answered. */
  drain(): void;
  /** Takes no new connection, answers what is under way, and lets go of everything. */
  close(): Promise<void>;
}

/** Answers of Business Central have at most 20,000 rows a page; a few hundred bytes each. */
const longestAnswer = 32 * 1024 * 1024;

/** Rows and roles of one user are small. */
const longestDataverseAnswer = 1024 * 1024;
const dataverseTimeoutMs = 5_000;
const dataverseConnections = 20;

/** Connections that the system holds until they are accepted: many at once come back after a balancer moved them. */
const waitingConnections = 4_096;

/** Beyond the time to wait and to be answered, a silent connection is of no use. */
const silenceAllowanceMs = 5_000;

const signingKeyBytes = 32;

/** Puts the gateway together. Nothing is listened to, and nothing asked, until its server listens. */
export function createGateway(configuration: GatewayConfiguration, parts: GatewayParts): Gateway {
  const { log, now, random, tls } = parts;
  let draining = false;
  const timeoutMs = configuration.timeoutSeconds * 1000;
  const waitingMs = configuration.waitingSeconds * 1000;

  const silenceMs = waitingMs + timeoutMs + silenceAllowanceMs;

  const toBusinessCentral = httpClient({
    connections: configuration.concurrentRequests,
    timeoutMs,
    maxBytes: longestAnswer,
  });
  const toDataverse = httpClient({
    connections: dataverseConnections,
    timeoutMs: dataverseTimeoutMs,
    maxBytes: longestDataverseAnswer,
  });

  const sharing = sharingOf(configuration, { log, now, random, prefix: redisPrefix(configuration) });
  const counted = measures({
    waiting: () => sharing.queue.length,
    busy: () => sharing.queue.taken,
    paused: () => sharing.breaker.isOpen,
  });
  const tokens = accessTokens({
    signingKeys: configuration.signingKeys ?? [new Uint8Array(randomBytes(signingKeyBytes))],
    audience: configuration.audience,
    now,
    newId: randomUUID,
  });
  const dataverse = dataverseOf({
    url: configuration.dataverseUrl,
    token: applicationToken({ ...configuration, send: toDataverse.send, now }),
    send: toDataverse.send,
    now,
  });
  const errands = errandsTo({
    businessCentral: businessCentralAt({ ...configuration, send: toBusinessCentral.send }),
    inTurn: sharing.inTurn,
    safe: safeAnswers(secretsOf(configuration)),
    now,
    report: exchangeLog(log, counted),
  });
  const relay = relayOf(errands, sharing.store);

  const connections = listeners({
    tls,
    receiveMs: configuration.receiveSeconds * 1000,
    silenceMs,
    connections: configuration.connections,
  });
  const server = hardenedServer({
    listeners: connections,
    allowedOrigins: new Set(configuration.allowedOrigins),
    trustedProxies: configuration.trustedProxies,
    paths: [relayPath, tokenPath, healthPath, readyPath, metricsPath],
    measures: counted,
    newId: randomUUID,
    isDraining: () => draining,
    log,
  });
  healthRoutes(server, {
    measures: counted,
    metricsToken: configuration.metricsToken,
    isDraining: () => draining,
    isPaused: () => sharing.breaker.isOpen,
  });
  tokenRoute(server, { dataverse, tokens, measures: counted, now });
  relayRoute(
    server,
    admission({
      own: tokens,
      entra: configuration.entra === null ? null : entraTokens(configuration.entra, now),
    }),
    {
      allowed: allowListOf(configuration.companies, configuration.services),
      relay,
      measures: counted,
      now,
    },
  );

  return {
    listen: (host, port) => server.listen({ host, port, backlog: waitingConnections }),
    drain: () => {
      draining = true;
    },
    close: async () => {
      draining = true;
      await endOrderly(server, connections, silenceMs);
      sharing.close();
      await Promise.all([toBusinessCentral.close(), toDataverse.close()]);
    },
  };
}

/** Only instances that serve the same Business Central to the same Dataverse share anything. */
function redisPrefix({ odataUrl, userName, audience }: GatewayConfiguration): string {
  const served = createHash('sha256').update([odataUrl, userName, audience].join('\n')).digest('hex');
  return `bcs-gateway:${served.slice(0, 16)}`;
}
