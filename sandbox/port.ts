import { once } from 'node:events';
import { createServer } from 'node:net';

/** How many ports after the wanted one are tried before any free one is taken. */
const neighboursTried = 20;

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, 'localhost');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/** The first free port from the wanted one on; 0, which is any, where the neighbours are taken too. */
export async function freePortFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + neighboursTried; port += 1) {
    if (await isFree(port)) {
      return port;
    }
  }
  return 0;
}

/**
 * The port that the sandbox is to listen on.
 * @param asked `PORT`, which is obeyed or refused, never replaced; undefined: 8080 or the next free one
 * @throws Error that says what is wrong with `PORT`
 */
export async function portFor(asked: string | undefined): Promise<number> {
  if (asked === undefined || asked === '') {
    return freePortFrom(8080);
  }
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is "${asked}"; it has to be a number from 0 to 65535.`);
  }
  if (port !== 0 && !(await isFree(port))) {
    throw new Error(`Port ${port} is taken by another program. Set PORT to another number, or leave it out.`);
  }
  return port;
}

/** Port of Business Central's OData web services on a server with default settings. */
const businessCentralPort = 7048;

/** What the parts of the sandbox listen on; 0: any that is free. */
export interface Ports {
  readonly port: number;
  readonly businessCentralPort: number;
  readonly gatewayPort: number;
}

/**
 * The ports of the sandbox, picked only after what takes minutes, since another program may take them meanwhile. A `PORT`
 * that cannot be had is told before.
 * @param asked `PORT`
 * @param prepare what takes so long
 * @throws Error that says what is wrong with `PORT`; what `prepare` throws
 */
export async function portsAfter<T>(
  asked: string | undefined,
  prepare: () => T | Promise<T>,
): Promise<Ports & { readonly prepared: T }> {
  await portFor(asked);
  const prepared = await prepare();
  const port = await portFor(asked);
  return {
    prepared,
    port,
    businessCentralPort: await freePortFrom(businessCentralPort),
    gatewayPort: port === 0 ? 0 : await freePortFrom(port + 1),
  };
}
