import { randomBytes } from 'node:crypto';
import { operationsPerBatch } from '../businessCentral/odata/batch';
import { startBusinessCentral } from '../sandbox/businessCentral/server';
import { median, rounded, type Measurement } from './measurement';
import { smallestQuestion } from './roundTrip';

/** Operations of 12, 50 and 1,000 products, and one between. */
const operationCounts = [5, 20, 40, 80, 170];
const lanes = [1, 2, 3];
const runs = 3;

/**
 * What cutting a question into several batches side by side gains: the reason for the numbers in
 * businessCentral/odata/batch.ts.
 */
export async function measureBatchesSideBySide(
  latencyMs: number,
  serviceTimeMs: number,
): Promise<Measurement[]> {
  const user = { userName: 'BENCH', webServiceAccessKey: randomBytes(33).toString('base64') };
  const server = await startBusinessCentral({ users: [user], serviceTimeMs });
  server.setLatency(latencyMs);
  const authorization = `Basic ${btoa(`${user.userName}:${user.webServiceAccessKey}`)}`;

  const send = async (operations: number): Promise<void> => {
    const requests = Array.from({ length: operations }, (_, index) => ({
      id: String(index + 1),
      method: 'GET',
      url: smallestQuestion,
    }));
    const answer = await fetch(`${server.odataUrl}/$batch`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    await answer.json();
  };

  /** In batches of equal size, each lane one after another. */
  const ask = async (operations: number, sideBySide: number): Promise<number> => {
    const count = Math.max(sideBySide, Math.ceil(operations / operationsPerBatch));
    const batches = Array.from({ length: count }, () => Math.ceil(operations / count));
    const started = performance.now();
    const work = async () => {
      for (let size = batches.shift(); size !== undefined; size = batches.shift()) {
        await send(size);
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
    return performance.now() - started;
  };

  const timesOf = async (operations: number, sideBySide: number): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(await ask(operations, sideBySide));
    }
    return median(times);
  };

  await ask(lanes.length, lanes.length);
  const roundTripMs = await timesOf(1, 1);
  const measurements: Measurement[] = [];
  for (const operations of operationCounts) {
    for (const sideBySide of lanes) {
      measurements.push({
        key: `batches.${operations}.${sideBySide}.ratio`,
        value: rounded((await timesOf(operations, sideBySide)) / roundTripMs),
        unit: '× round trip',
        what: `${operations} operations in ${sideBySide} batch${sideBySide === 1 ? '' : 'es'} side by side`,
        goal: '',
      });
    }
  }
  await server.close();
  return measurements;
}
