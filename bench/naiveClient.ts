import { randomBytes } from 'node:crypto';
import { startBusinessCentral } from '../sandbox/businessCentral/server';
import { recordId } from '../sandbox/identity';
import { median, rounded, type Measurement } from './measurement';

const lineCounts = [1, 10, 50, 200, 1000];

const runs = 3;

/** The integration user's places in Business Central; a straightforward client uses them all. */
const sideBySide = 5;

/**
 * What one writes without thinking of the network: one request a line, for the inventory alone, five at a time. It is
 * spared what a browser adds (a preflight for each new address, painting), so the comparison flatters it.
 */
export async function measureNaiveClient(latencyMs: number, serviceTimeMs: number): Promise<Measurement[]> {
  const user = { userName: 'BENCH', webServiceAccessKey: randomBytes(33).toString('base64') };
  const server = await startBusinessCentral({ users: [user], serviceTimeMs });
  server.setLatency(latencyMs);
  const authorization = `Basic ${btoa(`${user.userName}:${user.webServiceAccessKey}`)}`;
  const service = `${server.odataUrl}/Company('CRONUS%20International%20Ltd.')/ProductItemAvailability`;

  const ask = async (lines: number): Promise<number> => {
    const addresses = Array.from({ length: lines }, (_, index) => {
      const productId = recordId('product', `BULK-${String(index + 1).padStart(4, '0')}`);
      return `${service}?$filter=CRM_ID%20eq%20${productId}`;
    });
    const started = performance.now();
    const work = async () => {
      for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
        await (await fetch(address, { headers: { Authorization: authorization } })).json();
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
    return performance.now() - started;
  };

  await ask(sideBySide);
  let roundTripMs = NaN;
  const measurements: Measurement[] = [];
  for (const lines of lineCounts) {
    server.requests.clear();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(await ask(lines));
    }
    // One line is one question, and nothing but the question.
    roundTripMs = lines === 1 ? median(times) : roundTripMs;
    measurements.push({
      key: `naive.${lines}.ratio`,
      value: rounded(median(times) / roundTripMs),
      unit: '× round trip',
      what: `${lines} line${lines === 1 ? '' : 's'}: a client that asks one request a line, five at a time (inventory only)`,
      goal: '',
    });
    const requests = server.requests.all();
    measurements.push({
      key: `naive.${lines}.requests`,
      value: requests.length / runs,
      unit: 'requests',
      what: `${lines} line${lines === 1 ? '' : 's'}: its HTTP requests`,
      goal: '',
    });
    measurements.push({
      key: `naive.${lines}.kilobytes`,
      value: rounded(requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / runs, 1),
      unit: 'KB',
      what: `${lines} line${lines === 1 ? '' : 's'}: bodies of its answers`,
      goal: '',
    });
  }
  await server.close();
  return measurements;
}
