import { startSandbox } from '../sandbox/sandbox';
import { launchChromium } from '../test/browser/chromium';
import { measureAvailability } from './availabilityOnForm';
import { measureBatchesSideBySide } from './batchesSideBySide';
import { measureBundles } from './bundles';
import { measureCoupling } from './couplingOnForm';
import { measureGateway } from './gateway';
import { measureHeap } from './heap';
import { measureKeystroke } from './keystroke';
import { tableOf, type Measurement } from './measurement';
import { measureNaiveClient } from './naiveClient';
import { roundTripMeasurement, roundTripOf } from './roundTrip';
import { measureStatistics } from './statisticsOnForm';

/** The network in front of Business Central, and its work on one operation, as the goals are stated. */
const latencyMs = 100;
const serviceTimeMs = 5;

/** What a salesperson sees, on forms in Chromium. */
async function measureForms(): Promise<Measurement[]> {
  const sandbox = await startSandbox({ latencyMs, serviceTimeMs, direct: true });
  const browser = await launchChromium();
  try {
    const roundTripMs = await roundTripOf(browser, sandbox);
    return [
      roundTripMeasurement(roundTripMs, latencyMs),
      ...(await measureAvailability(browser, sandbox, roundTripMs)),
      ...(await measureStatistics(browser, sandbox, roundTripMs)),
      ...(await measureCoupling(browser, sandbox, roundTripMs)),
      ...(await measureKeystroke(browser, sandbox)),
      ...(await measureHeap(browser, sandbox)),
    ];
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

/** Measures on this computer and prints a table, then one JSON line with flat keys. */
async function main(): Promise<void> {
  const measurements: Measurement[] = [
    ...(await measureForms()),
    ...(await measureNaiveClient(latencyMs, serviceTimeMs)),
    ...(await measureBatchesSideBySide(latencyMs, serviceTimeMs)),
    ...measureBundles(),
    ...(await measureGateway()),
  ];
  console.log(tableOf(measurements));
  console.log(JSON.stringify(Object.fromEntries(measurements.map(({ key, value }) => [key, value]))));
}

void main();
