import { randomUUID } from 'node:crypto';
import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';
import { startUpstream, type UpstreamDouble } from './upstreamDouble';

const order = randomUUID();
const action = (procedure: string) => `CRMCoupling_${procedure}?company=CRONUS%20International%20Ltd.`;
const couplings = (filter: string, select = 'CRM_ID,Table_ID,Record_No', more = '') =>
  `${cronus}/CRMIntegrationRecords?$filter=${encodeURIComponent(filter)}&$select=${select}${more}`;
const numberOfOrder = couplings(`CRM_ID eq ${order} and Table_ID eq 36`);

describe('couplings behind the gateway', () => {
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let tokens: Record<'sara' | 'jim' | 'anna', string>;

  beforeAll(async () => {
    upstream = await startUpstream();
    test = await startGateway({ odataUrl: upstream.odataUrl, environment: { CACHE_SECONDS: '0' } });
    const [sara, jim, anna] = await Promise.all([
      test.signIn(users.sara),
      test.signIn(users.jim),
      test.signIn(users.anna),
    ]);
    tokens = { sara, jim, anna };
  });
  afterAll(async () => {
    await test.close();
    await upstream.close();
  });

  it('with availability alone the number of one order may be asked for, since its own lines must be told from others', async () => {
    expect((await test.read(tokens.sara, numberOfOrder)).status).toBe(200);
    const reply = await test.batch(tokens.sara, [batchPart('a', numberOfOrder)]);
    expect(reply.status).toBe(200);
  });

  it.each([
    ['couplings of other tables', couplings(`CRM_ID eq ${order} and Table_ID eq 18`)],
    ['couplings of all tables', couplings(`CRM_ID eq ${order}`)],
    ['all orders', couplings('Table_ID eq 36')],
    ['several orders', couplings(`(CRM_ID eq ${order} or CRM_ID eq ${randomUUID()}) and Table_ID eq 36`)],
    ['every row beside the one', couplings(`CRM_ID eq ${order} and Table_ID eq 36 or Skipped eq false`)],
    ['other rows than the one', couplings(`CRM_ID ne ${order} and Table_ID eq 36`)],
    ['names', couplings(`CRM_ID eq ${order} and Table_ID eq 36`, 'CRM_ID,Record_Name')],
    [
      'every field',
      `${cronus}/CRMIntegrationRecords?$filter=CRM_ID%20eq%20${order}%20and%20Table_ID%20eq%2036`,
    ],
    ['with another option', couplings(`CRM_ID eq ${order} and Table_ID eq 36`, 'CRM_ID', '&$top=5')],
    ['with nothing', `${cronus}/CRMIntegrationRecords`],
  ])('and not %s', async (_, address) => {
    const before = upstream.received.length;
    expect(codeOf(await test.read(tokens.sara, address))).toBe('Gateway_InsufficientScope');
    expect(upstream.received).toHaveLength(before);
  });

  it.each([
    'VendorList',
    'ResourceList',
    'UnitGroups',
    'SalesOrders',
    'Opportunities',
    'PostedSalesInvoices',
    'CustomerCard',
    'ItemCard',
    'GeneralLedgerSetup',
  ])('%s is read with coupling.read', async (service) => {
    expect((await test.read(tokens.jim, `${cronus}/${service}`)).status).toBe(200);
  });

  it.each([
    'SystemIdOf',
    'Couple',
    'Uncouple',
    'CreateFromSales',
    'Synchronize',
    'StartFullSynch',
    'StartAllFullSynch',
  ])('%s passes only for who may change couplings', async (procedure) => {
    const question = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"tableId":18}',
    };
    expect(codeOf(await test.read(tokens.sara, action(procedure), question))).toBe(
      'Gateway_InsufficientScope',
    );
    expect(codeOf(await test.read(tokens.jim, action(procedure), question))).toBe(
      'Gateway_InsufficientScope',
    );
    expect((await test.read(tokens.anna, action(procedure), question)).status).toBe(200);
  });
});
