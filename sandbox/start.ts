import { spawn } from 'node:child_process';
import { packedSolution } from './packedSolution';
import { portsAfter } from './port';
import { startSandbox } from './sandbox';

/** Long enough that a job is seen to wait and to run. */
const demoJobMilliseconds = 1500;

/** Opens the address in the user's browser; a computer without one is no failure. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function main(): Promise<void> {
  const log = (line: string) => console.log(line);
  const { prepared: zipPath, ...ports } = await portsAfter(process.env['PORT'], () => packedSolution(log));
  const sandbox = await startSandbox({
    ...ports,
    zipPath,
    jobMilliseconds: demoJobMilliseconds,
    direct: process.argv.includes('--direct'),
    log,
  });
  const address = `${sandbox.origin}/`;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
  console.log('Press Ctrl+C to stop.');
  console.log(`Sandbox ready: ${address}`);
  if (!process.argv.includes('--no-open')) {
    openBrowser(address);
  }
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
