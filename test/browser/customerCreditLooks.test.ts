import { recordId } from '../../sandbox/identity';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';
import { statisticsAnswered } from './statisticsOnForms';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);

afterEach(async () => {
  host.sandbox.businessCentral.setLatency(0);
  await host.closePages();
});
afterAll(() => host.stop());

describe('nothing below the compact form moves when its answer comes', () => {
  it.each([
    ['1280 px', '', { width: 1280, height: 900 }],
    ['320 px', '&width=320', { width: 360, height: 800 }],
  ])(
    'at %s, with the longest sentences, in four languages',
    async (_, more, viewport) => {
      host.sandbox.businessCentral.setLatency(500);
      const moved: string[] = [];
      for (const language of [1033, 1040, 1053, 1035]) {
        for (const quote of ['QUO-03001', 'QUO-03006']) {
          const path = recordPath('quote', recordId('quote', quote), `${more}&language=${language}`);
          const { page } = await host.open(path, viewport);
          const awaited = page.locator('[data-control$=".CustomerStatistics"] section[aria-busy="true"]');
          await awaited.waitFor();
          const before = (await awaited.boundingBox())?.height;
          const control = await statisticsAnswered(page);
          const after = (await control.locator('section').first().boundingBox())?.height;
          if (before !== after) {
            moved.push(`${quote} in ${language}: from ${before} to ${after}`);
          }
          await page.close();
        }
      }
      expect(moved).toEqual([]);
    },
    120_000,
  );
});
