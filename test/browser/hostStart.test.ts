import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { freePortFrom, portFor, portsAfter } from '../../sandbox/port';

const root = join(__dirname, '../..');

function start(port: string): ChildProcess {
  return spawn(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'sandbox/start.ts', '--no-open'],
    {
      cwd: root,
      env: { ...process.env, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Standard output up to a line that begins as given. */
async function outputUntil(child: ChildProcess, beginning: string): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (new RegExp(`^${beginning}.*\\n`, 'm').test(output)) {
      break;
    }
  }
  return output;
}

/** Something else that listens, on a port of its own. */
async function occupied(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

describe('npm start', () => {
  it('says in its last line where the sandbox is, serves it there, and ends on Ctrl+C', async () => {
    const child = start('0');
    const output = await outputUntil(child, 'Sandbox ready');
    const address = /^Sandbox ready: (http:\/\/localhost:\d+\/)\n$/m.exec(output)?.[1] ?? '';
    const page = await fetch(address);
    expect(page.headers.get('content-type')).toContain('text/html');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 120_000);

  it('says so where PORT is taken, and takes no other', async () => {
    const { server, port } = await occupied();
    try {
      await expect(portFor(String(port))).rejects.toThrow(`Port ${port} is taken by another program.`);
      expect(await freePortFrom(port)).not.toBe(port);
    } finally {
      server.close();
    }
  });

  it('picks no port that another program has taken while the solution was packed', async () => {
    const server = createServer();
    const { prepared: taken, port } = await portsAfter(undefined, async () => {
      const wanted = await freePortFrom(8080);
      server.listen(wanted, 'localhost');
      await once(server, 'listening');
      return wanted;
    });
    server.close();
    expect(port).not.toBe(taken);
  });

  it('tells before it packs that PORT is taken', async () => {
    const { server, port } = await occupied();
    const packed = jest.fn();
    await expect(portsAfter(String(port), packed)).rejects.toThrow('is taken by another program');
    server.close();
    expect(packed).not.toHaveBeenCalled();
  });

  it('refuses a PORT that is no port', async () => {
    await expect(portFor('eighty')).rejects.toThrow('PORT is "eighty"');
    await expect(portFor('70000')).rejects.toThrow('from 0 to 65535');
  });
});
