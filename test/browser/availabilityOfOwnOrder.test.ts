import { recordId } from '../../sandbox/identity';
import { answered, scriptErrors, wordsOf } from './availabilityOnForms';
import { callCompanion } from './couplingOnForms';
import { recordPath, startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

const orderId = recordId('salesorder', 'ORD-05002');

async function openOrder(): Promise<string> {
  const opened = await host.open(recordPath('salesorder', orderId));
  const words = await wordsOf(await answered(opened.page));
  expect(scriptErrors(opened)).toEqual([]);
  return words;
}

/** Ten desks are on hand, and the order is for eight of them. */
describe('an order that is in Business Central', () => {
  it('does not take from itself: what it has ordered is there for it', async () => {
    expect(await openOrder()).toMatch(/Standing desk, oak.*Available/);
  });

  it('takes from what is left once it is no longer coupled, since it is somebody else’s then', async () => {
    await callCompanion(host, 'Uncouple', { tableId: 36, crmId: orderId });
    await host.sandbox.businessCentral.jobs.idle();
    const words = await openOrder();
    expect(words).toMatch(/Standing desk, oak/);
    expect(words).not.toMatch(/Standing desk, oak[^]*?\bAvailable\b/);
  });
});
