import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway } from '../../gateway/build';
import { businessCentralUser, gatewayEnvironment } from './callers';
import type { StandInSettings } from './businessCentralProcess';

const root = join(__dirname, '../..');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

/** A program that runs beside, each on a core of its own where there are enough. */
export interface Running {
  readonly origin: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Resolves with the first piece of output that holds what is waited for. */
async function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    output += chunk.toString();
    const found = pattern.exec(output);
    if (found !== null) {
      child.stdout?.resume();
      return found[0];
    }
  }
  throw new Error(`The process ended before it was ready: ${output}`);
}

function running(origin: string, child: ChildProcess, afterwards: () => void = () => undefined): Running {
  return {
    origin,
    process: child,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      afterwards();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The small Business Central in a process of its own; its origin is the address up to `/ODataV4`. */
export async function startStandIn(serviceTimeMs: number): Promise<Running> {
  const settings: StandInSettings = { ...businessCentralUser, serviceTimeMs };
  const child = spawn(process.execPath, [tsx, join(__dirname, 'businessCentralProcess.ts')], {
    env: { ...process.env, STAND_IN: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return running(await said(child, /http:\S+/), child);
}

/** On SIGUSR2 everything unreachable is let go, so that what the heap holds can be read. */
const collectOnSignal = "process.on('SIGUSR2', () => global.gc());";

/** The gateway as it is delivered: one bundled file, in a process of its own. */
export async function startGatewayProcess(
  odataUrl: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const bundle = join(folder, 'gateway.cjs');
  const preload = join(folder, 'collect.cjs');
  await buildGateway(bundle);
  writeFileSync(preload, collectOnSignal);
  const port = await freePort();
  const child = spawn(process.execPath, ['--expose-gc', '--require', preload, bundle], {
    env: {
      PATH: process.env['PATH'],
      ...gatewayEnvironment(odataUrl),
      HOST: '127.0.0.1',
      PORT: String(port),
      DRAIN_SECONDS: '0',
      ...changes,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await said(child, /"ready"/);
  return running(`http://127.0.0.1:${port}`, child, () => rmSync(folder, { recursive: true }));
}

/** Whether Debian's nginx is installed here. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** nginx as a plain reverse proxy before Business Central: it adds the credentials, and nothing else. */
export async function startNginx(odataUrl: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  const { userName, webServiceAccessKey } = businessCentralUser;
  const credentials = Buffer.from(`${userName}:${webServiceAccessKey}`).toString('base64');
  const { host, pathname } = new URL(odataUrl);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream businesscentral { server ${host}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    keepalive_requests 1000000;
    location /ODataV4/ {
      proxy_pass http://businesscentral${pathname}/;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Authorization "Basic ${credentials}";
    }
  }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let up = false; !up;) {
    up = await fetch(`${origin}/`).then(
      () => true,
      () => false,
    );
  }
  return running(origin, child, () => rmSync(folder, { recursive: true }));
}
