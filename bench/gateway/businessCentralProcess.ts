import { startBusinessCentral } from '../../sandbox/businessCentral/server';

/** What the process is told in its environment, as JSON. */
export interface StandInSettings {
  readonly userName: string;
  readonly webServiceAccessKey: string;
  readonly serviceTimeMs: number;
}

/** The log of requests is for tests; here it would only grow. */
const forgetEveryMs = 100;

async function main(): Promise<void> {
  const settings = JSON.parse(process.env['STAND_IN'] ?? '') as StandInSettings;
  const { userName, webServiceAccessKey, serviceTimeMs } = settings;
  const businessCentral = await startBusinessCentral({
    users: [{ userName, webServiceAccessKey }],
    serviceTimeMs,
    // What is measured is the way there; neither side is refused for what the other one had waiting.
    queuedRequests: 1000,
  });
  setInterval(() => businessCentral.requests.clear(), forgetEveryMs);
  console.log(businessCentral.odataUrl);
}

void main();
