import { randomBytes, randomUUID } from 'node:crypto';
import { readConfiguration, secretsOf } from '../../gateway/configuration/configuration';
import { createGateway, type Gateway } from '../../gateway/gateway';
import { gatewayLog } from '../../gateway/observability/log';
import type { BusinessCentralOptions, SandboxBusinessCentral } from '../../sandbox/businessCentral/options';
import { startBusinessCentral } from '../../sandbox/businessCentral/server';
import {
  copiedRole,
  otherRole,
  rootRole,
  startDataverse,
  type DataverseStandIn,
  type StandInUser,
  type Ticket,
} from './dataverseStandIn';
import { send, type Question, type Reply } from './http';

/** The origin of Sales. */
export const salesOrigin = 'https://contoso.crm4.dynamics.com';
/** Another allowed origin. */
export const otherOrigin = 'https://contoso-test.crm4.dynamics.com';

export const cronus = "Company('CRONUS%20International%20Ltd.')";

export const users = {
  /** Product Availability User */
  sara: randomUUID(),
  /** Integration User, by the role's copy in another business unit */
  jim: randomUUID(),
  /** Integration Administrator */
  anna: randomUUID(),
  /** Product Availability User, through a team */
  tom: randomUUID(),
  /** System Administrator, and nothing of ours */
  ada: randomUUID(),
  /** Only a role of Sales */
  paolo: randomUUID(),
  /** Product Availability User, but disabled */
  dora: randomUUID(),
} as const;

const standInUsers: Readonly<Record<keyof typeof users, StandInUser>> = {
  sara: { roles: [otherRole(), rootRole('Product Availability User')], teams: [], disabled: false },
  jim: { roles: [copiedRole('Integration User')], teams: [[otherRole()]], disabled: false },
  anna: { roles: [rootRole('Integration Administrator')], teams: [], disabled: false },
  tom: {
    roles: [otherRole()],
    teams: [[otherRole()], [rootRole('Product Availability User')]],
    disabled: false,
  },
  ada: { roles: [otherRole()], teams: [], disabled: false },
  paolo: { roles: [otherRole()], teams: [[otherRole()]], disabled: false },
  dora: { roles: [rootRole('Product Availability User')], teams: [], disabled: true },
};

export interface GatewayUnderTestOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly businessCentral?: Partial<BusinessCentralOptions>;
  /** Stands in for the small Business Central. */
  readonly odataUrl?: string;
  readonly now?: () => number;
}

/** A gateway between the small Business Central and a small Dataverse, all on real sockets. */
export interface GatewayUnderTest {
  readonly gateway: Gateway;
  readonly origin: string;
  readonly businessCentral: SandboxBusinessCentral;
  readonly dataverse: DataverseStandIn;
  /** Lines of the log. */
  readonly log: string[];
  /** The web service access key. */
  readonly key: string;
  /** Sends as a page of Sales does; what comes back is searched for secrets at the end. */
  ask(path: string, question?: Question): Promise<Reply>;
  exchange(ticket: Ticket, changes?: Readonly<Record<string, string>>, origin?: string): Promise<Reply>;
  /** An access token of the user, by a ticket of their own. */
  signIn(userId: string, origin?: string): Promise<string>;
  /** Asks below `/ODataV4/` with a token. */
  read(token: string, address: string, question?: Question): Promise<Reply>;
  batch(token: string, requests: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Requests that reached Business Central. */
  reached(): number;
  /** @throws where a secret is found in a line of the log or in an answer */
  close(): Promise<void>;
}

export function batchPart(id: string, url: string, method = 'GET'): object {
  return { id, method, url, headers: { Accept: 'application/json' } };
}

export async function startGateway(options: GatewayUnderTestOptions = {}): Promise<GatewayUnderTest> {
  const key = randomBytes(33).toString('base64');
  const signingKey = randomBytes(32).toString('base64');
  const dataverse = await startDataverse();
  for (const [name, user] of Object.entries(standInUsers)) {
    dataverse.users.set(users[name as keyof typeof users], user);
  }
  const businessCentral = await startBusinessCentral({
    users: [{ userName: 'GATEWAY', webServiceAccessKey: key }],
    today: '2026-11-20',
    serviceTimeMs: 0,
    ...options.businessCentral,
  });
  const configuration = readConfiguration({
    environment: {
      BC_ODATA_URL: options.odataUrl ?? businessCentral.odataUrl,
      BC_COMPANIES: 'CRONUS International Ltd.',
      BC_USER_NAME: 'GATEWAY',
      BC_WEB_SERVICE_ACCESS_KEY: key,
      DATAVERSE_URL: dataverse.url,
      DATAVERSE_TOKEN_ENDPOINT: dataverse.tokenEndpoint,
      DATAVERSE_CLIENT_ID: dataverse.clientId,
      DATAVERSE_CLIENT_SECRET: dataverse.clientSecret,
      ALLOWED_ORIGINS: `${salesOrigin},${otherOrigin}`,
      SIGNING_KEYS: signingKey,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'debug',
      ...options.environment,
    },
    readFile: () => '',
  });
  const log: string[] = [];
  const answers: string[] = [];
  const presented: string[] = [];
  const gateway = createGateway(configuration, {
    log: gatewayLog(configuration.logLevel, secretsOf(configuration), {
      write: (line) => {
        log.push(line);
      },
    }),
    now: options.now ?? Date.now,
    random: Math.random,
    tls: null,
  });
  const origin = await gateway.listen('127.0.0.1', 0);

  const ask = async (path: string, question: Question = {}): Promise<Reply> => {
    const reply = await send(origin, path, {
      ...question,
      headers: { origin: salesOrigin, ...question.headers },
    });
    answers.push(JSON.stringify(reply.headers), reply.text);
    return reply;
  };

  const underTest: GatewayUnderTest = {
    gateway,
    origin,
    businessCentral,
    dataverse,
    log,
    key,
    ask,
    exchange: async ({ id, value }, changes = {}, from = salesOrigin) => {
      presented.push(value);
      const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:business-central-for-sales:gateway-ticket',
        subject_token: value,
        ticket_id: id,
        ...changes,
      });
      return ask('/token', {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
    },
    signIn: async (userId, from) => {
      const reply = await underTest.exchange(dataverse.createTicket(userId), {}, from);
      if (reply.status !== 200) {
        throw new Error(`No token: ${reply.status} ${reply.text}`);
      }
      return (JSON.parse(reply.text) as { access_token: string }).access_token;
    },
    read: (token, address, question = {}) =>
      ask(`/ODataV4/${address}`, {
        ...question,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...question.headers },
      }),
    batch: (token, requests, headers = {}) =>
      underTest.read(token, '$batch', {
        method: 'POST',
        headers: { 'content-type': 'application/json', prefer: 'odata.continue-on-error', ...headers },
        body: JSON.stringify({ requests }),
      }),
    reached: () => businessCentral.requests.all().length,
    close: async () => {
      await gateway.close();
      await Promise.all([businessCentral.close(), dataverse.close()]);
      const accessTokens = answers.flatMap((text) => /"access_token":"([^"]+)"/.exec(text)?.[1] ?? []);
      const basic = Buffer.from(`GATEWAY:${key}`).toString('base64');
      const secrets = [key, basic, dataverse.clientSecret, signingKey, ...dataverse.issuedTokens];
      refuseFound('an answer', answers, [...secrets, ...presented]);
      refuseFound('the log', log, [...secrets, ...presented, ...accessTokens]);
    },
  };
  return underTest;
}

function refuseFound(where: string, texts: readonly string[], secrets: readonly string[]): void {
  const found = texts.find((text) => secrets.some((secret) => text.includes(secret)));
  if (found !== undefined) {
    throw new Error(`A secret was found in ${where}: ${found.slice(0, 200)}`);
  }
}
