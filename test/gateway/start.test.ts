import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway } from '../../gateway/build';
import { startDataverse, rootRole, type DataverseStandIn } from './dataverseStandIn';
import { cronus, salesOrigin, users } from './gatewayUnderTest';
import { send } from './http';
import { until } from './until';
import { answerRows, startUpstream, type UpstreamDouble } from './upstreamDouble';

const root = join(__dirname, '../..');
const key = randomBytes(33).toString('base64');

interface Running {
  readonly process: ChildProcess;
  /** Everything that it wrote, to both outputs. */
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function run(script: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, script, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { process: child, output: () => output, ended };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

describe('the gateway as a process', () => {
  let folder: string;
  let bundle: string;
  let dataverse: DataverseStandIn;
  let upstream: UpstreamDouble;
  let port: number;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gateway-'));
    bundle = join(folder, 'gateway.cjs');
    await buildGateway(bundle);
    writeFileSync(join(folder, 'key'), `${key}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeEach(async () => {
    dataverse = await startDataverse();
    dataverse.users.set(users.sara, {
      roles: [rootRole('Product Availability User')],
      teams: [],
      disabled: false,
    });
    upstream = await startUpstream();
    port = await freePort();
    environment = {
      BC_ODATA_URL: upstream.odataUrl,
      BC_COMPANIES: 'CRONUS International Ltd.',
      BC_USER_NAME: 'GATEWAY',
      BC_WEB_SERVICE_ACCESS_KEY_FILE: join(folder, 'key'),
      DATAVERSE_URL: dataverse.url,
      DATAVERSE_TOKEN_ENDPOINT: dataverse.tokenEndpoint,
      DATAVERSE_CLIENT_ID: dataverse.clientId,
      DATAVERSE_CLIENT_SECRET: dataverse.clientSecret,
      ALLOWED_ORIGINS: salesOrigin,
      HOST: '127.0.0.1',
      PORT: String(port),
      DRAIN_SECONDS: '0.1',
    };
  });
  afterEach(async () => {
    await Promise.all([dataverse.close(), upstream.close()]);
  });

  async function signIn(origin: string): Promise<string> {
    const { id, value } = dataverse.createTicket(users.sara);
    const reply = await send(origin, '/token', {
      method: 'POST',
      headers: { origin: salesOrigin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:business-central-for-sales:gateway-ticket',
        subject_token: value,
        ticket_id: id,
      }).toString(),
    });
    return (JSON.parse(reply.text) as { access_token: string }).access_token;
  }

  it('says with `npm run gateway` what is missing, and ends', async () => {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const { ended, output } = run([tsx, 'gateway/start.ts'], { ...environment, BC_COMPANIES: '', PORT: 'x' });
    expect(await ended).toBe(78);
    expect(output()).toBe(
      'The gateway cannot start:\n' +
        '  - businessCentral.companies (BC_COMPANIES) is missing\n' +
        '  - port (PORT) must be a number from 0 to 65535\n',
    );
  });

  it('as one bundled file lets in, relays, and loses no request when it is told to end', async () => {
    const gateway = run([bundle], environment);
    await until(() => gateway.output().includes('"msg":"ready"'));
    expect(gateway.output()).toContain('No signing keys are given');
    const origin = `http://127.0.0.1:${port}`;
    const token = await signIn(origin);
    const held: (() => void)[] = [];
    upstream.answer = (request, response, socket) => {
      held.push(() => void answerRows(request, response, socket));
    };
    const reply = send(origin, `/ODataV4/${cronus}/ItemCard`, {
      headers: { origin: salesOrigin, authorization: `Bearer ${token}` },
    });
    await until(() => held.length === 1);
    gateway.process.kill('SIGTERM');
    await until(() => gateway.output().includes('"msg":"ending"'));
    held[0]?.();
    expect((await reply).status).toBe(200);
    expect(await gateway.ended).toBe(0);
    for (const secret of [key, dataverse.clientSecret, token, ...dataverse.issuedTokens]) {
      expect(gateway.output()).not.toContain(secret);
    }
  });

  it('does not wait for anything when it is told twice', async () => {
    const gateway = run([bundle], { ...environment, DRAIN_SECONDS: '60' });
    await until(() => gateway.output().includes('"msg":"ready"'));
    gateway.process.kill('SIGTERM');
    await until(() => gateway.output().includes('"msg":"ending"'));
    gateway.process.kill('SIGINT');
    expect(await gateway.ended).toBe(1);
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const { ended, output } = run([bundle], environment);
    expect(await ended).toBe(1);
    expect(output()).toContain('The gateway cannot start: EADDRINUSE');
    other.close();
  });

  it('says that its certificate cannot be read', async () => {
    const files = { TLS_CERTIFICATE_FILE: join(folder, 'none'), TLS_KEY_FILE: join(folder, 'none') };
    const { ended, output } = run([bundle], { ...environment, ...files });
    expect(await ended).toBe(78);
    expect(output()).toContain('TLS_CERTIFICATE_FILE');
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  (hasOpenssl ? it : it.skip)('speaks TLS with its own certificate', async () => {
    const files = { TLS_CERTIFICATE_FILE: join(folder, 'cert.pem'), TLS_KEY_FILE: join(folder, 'key.pem') };
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const output = ['-keyout', files.TLS_KEY_FILE, '-out', files.TLS_CERTIFICATE_FILE];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names, ...output],
      {
        stdio: 'ignore',
      },
    );
    const gateway = run([bundle], { ...environment, ...files });
    await until(() => gateway.output().includes('"msg":"ready"'));
    const ca = readFileSync(files.TLS_CERTIFICATE_FILE);
    const response = await new Promise<{ status?: number; hsts?: string }>((resolve, reject) => {
      request(`https://127.0.0.1:${port}/healthz`, { ca, agent: false }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, hsts: answer.headers['strict-transport-security'] });
      })
        .on('error', reject)
        .end();
    });
    expect(response).toEqual({ status: 200, hsts: 'max-age=31536000' });
    gateway.process.kill('SIGTERM');
    expect(await gateway.ended).toBe(0);
  });
});
