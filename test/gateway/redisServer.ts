import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A server that speaks Redis's protocol (RESP 2) over a real socket, as far as the gateway uses it, and keeps
 * everything in memory. Commands come as arrays of bulk strings.
 */
export interface RedisServer {
  readonly url: string;
  readonly values: Map<string, { readonly value: string; readonly until: number }>;
  /** Names of the commands that came. */
  readonly commands: string[];
  /** Breaks off all connections and takes no new ones. */
  stop(): Promise<void>;
}

/** Takes whole commands from the front of what has come; null: the rest is still to come. */
function nextCommand(text: string): { readonly words: readonly string[]; readonly length: number } | null {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) {
    return null;
  }
  const words: string[] = [];
  let at = head[0].length;
  for (let count = Number(head[1]); count > 0; count -= 1) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    const from = at + (size?.[0].length ?? 0);
    const to = from + Number(size?.[1] ?? '0');
    if (size === null || text.length < to + 2) {
      return null;
    }
    words.push(text.slice(from, to));
    at = to + 2;
  }
  return { words, length: at };
}

export async function startRedis(): Promise<RedisServer> {
  const values: RedisServer['values'] = new Map();
  const commands: string[] = [];
  const sockets = new Set<Socket>();

  const get = (key: string): string | null => {
    const held = values.get(key);
    return held === undefined || held.until <= Date.now() ? null : held.value;
  };
  const bulk = (value: string | null): string =>
    value === null ? '$-1\r\n' : `$${value.length}\r\n${value}\r\n`;

  const answer = ([name = '', ...words]: readonly string[]): string => {
    const command = name.toUpperCase();
    commands.push(command);
    const [key = '', value = ''] = words;
    switch (command) {
      case 'MGET':
        return `*${words.length}\r\n${words.map((word) => bulk(get(word))).join('')}`;
      case 'SET': {
        const options = words.slice(2).map((word) => word.toUpperCase());
        if (options.includes('NX') && get(key) !== null) {
          return bulk(null);
        }
        values.set(key, { value, until: Date.now() + Number(words[words.indexOf('PX') + 1]) });
        return '+OK\r\n';
      }
      case 'EVAL': {
        // The one script of the gateway: remove the key if it has this value.
        const [, , scriptKey = '', scriptValue] = words;
        return get(scriptKey) === scriptValue && values.delete(scriptKey) ? ':1\r\n' : ':0\r\n';
      }
      case 'HELLO':
        return '-NOPROTO unsupported protocol version\r\n';
      default:
        return '+OK\r\n';
    }
  };

  const server = createServer((socket) => {
    let text = '';
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (let next = nextCommand(text); next !== null; next = nextCommand(text)) {
        text = text.slice(next.length);
        socket.write(answer(next.words), 'latin1');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://:password-of-redis@127.0.0.1:${(server.address() as AddressInfo).port}`,
    values,
    commands,
    stop: async () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await once(server, 'close');
    },
  };
}
