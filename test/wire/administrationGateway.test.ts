import axios from 'axios';
import { listedCompanies } from '../../businessCentral/administration/companies';
import { checkConnection } from '../../businessCentral/administration/connectionCheck';
import { checkServices } from '../../businessCentral/administration/serviceCheck';
import { openCompany, type Company } from '../../businessCentral/company';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import { httpOver } from '../../businessCentral/http';
import { transportTo } from '../../businessCentral/odata/transport';
import { couplableRows } from '../../sales/administration/couplableRows';
import { madeTicket } from '../../sales/administration/madeTicket';
import { orderNeeds } from '../../sales/administration/orderNeeds';
import { orderReadiness } from '../../businessCentral/administration/salesOrders';
import { gatewayAuthorizations } from '../../sales/gatewayAuthorization';
import { startSandboxGateway, type SandboxGateway } from '../../sandbox/sandboxGateway';
import { startAdministrationWorld, type AdministrationWorld } from './administrationWorld';
import { startCronus, webServiceAccessKey, type Cronus } from './cronus';

const company = 'CRONUS International Ltd.';
let world: AdministrationWorld;
let cronus: Cronus;
let gateway: SandboxGateway;

beforeAll(async () => {
  cronus = await startCronus({ reverseProxy: null });
  world = await startAdministrationWorld();
  gateway = await startSandboxGateway({
    companies: [company, 'Fabrikam'],
    businessCentral: { odataUrl: cronus.server.odataUrl, userName: 'BCSALES', webServiceAccessKey },
    dataverse: world.dataverse,
    dataverseUrl: world.origin,
  });
});
afterAll(async () => {
  await gateway.close();
  await Promise.all([world.close(), cronus.server.close()]);
});

/** As a page of Dataverse sends, with the origin that the browser says. */
const http = () => httpOver(axios.create({ headers: { Origin: world.origin } }));

const connectionOf = (userName: string, name = company): BusinessCentralConnection => ({
  odataUrl: `${gateway.origin}/ODataV4`,
  company: name,
  authorization: gatewayAuthorizations(world.webApiOf(userName), new Map(), http())(gateway.origin),
  matchBy: 'coupling',
});
const sendOf = ({ odataUrl, authorization }: BusinessCentralConnection) =>
  transportTo(odataUrl, authorization, http());
const opened = (userName: string, name = company): Company => {
  const connection = connectionOf(userName, name);
  return openCompany(connection, { send: sendOf(connection) });
};
const check = async (userName: string, name = company, gatewayUrl = gateway.origin) => {
  const makeTicket = () => madeTicket(world.webApiOf(userName));
  const steps = await checkConnection(
    { way: { kind: 'gateway', gatewayUrl, makeTicket }, company: name },
    {},
    { answers: () => Promise.resolve(false), http: http() },
  );
  const failed = steps.find((step) => step.state === 'failed');
  return failed?.state === 'failed' ? `${failed.part} ${failed.code}` : 'ok';
};

describe('through the real gateway', () => {
  it('an administrator goes the whole way', async () => {
    expect(await check('Ada Admin')).toBe('ok');
  });

  it.each([
    ['Paolo Rossi', company, 'ticket ticketNotPermitted'],
    ['Ada Admin', 'Contoso', 'company companyNotFound'],
    ['Ada Admin', 'cronus international ltd.', 'company companyNotFound'],
    ['Ada Admin', 'Fabrikam', 'company companyNotFound'],
    ['Sara Andersson', 'Contoso', 'company gatewayCompanyNotAllowed'],
  ])('%s with %s: %s', async (user, name, expected) => {
    expect(await check(user, name)).toBe(expected);
  });

  it('a gateway that is not there', async () => {
    expect(await check('Ada Admin', company, 'http://localhost:9')).toBe('gatewayReachable gatewayNotFound');
  });

  it('lists the companies that it relays to, for administrators', async () => {
    const companies = await listedCompanies(opened('Ada Admin', ''));
    expect(companies.map(({ name }) => name)).toEqual([company, 'Fabrikam']);
    await expect(listedCompanies(opened('Sara Andersson', ''))).rejects.toMatchObject({
      code: 'notPermitted',
    });
  });

  it('finds every service, and no other names, which it keeps to itself', async () => {
    cronus.server.unpublish('LocationList');
    const connection = connectionOf('Ada Admin');
    const { services } = await checkServices(connection, {}, { send: sendOf(connection), http: http() });
    cronus.server.publish('LocationList');
    const others = services.filter(({ state }) => state !== 'found');
    expect(others).toMatchObject([{ service: 'LocationList', state: 'missing', otherNames: [] }]);
  });

  it('says of what the gateway keeps from a role that it is not for that role, and not that permissions lack', async () => {
    const connection = connectionOf('Sara Andersson');
    const { services, hasCompanion, proposal } = await checkServices(
      { ...connection, services: { CRMCoupling: { missing: true } } },
      {},
      { send: sendOf(connection), http: http() },
    );
    const stateOf = (name: string) => services.find(({ service }) => service === name)?.state;
    expect(stateOf('CRMCoupling')).toBe('notForRole');
    expect(stateOf('ItemCard')).toBe('found');
    expect(services.map(({ state }) => state)).not.toContain('notPermitted');
    expect(hasCompanion).toBe(true);
    expect(proposal.CRMCoupling).toEqual({ missing: true });
  });

  it('says what orders still need, all of them or one', async () => {
    const admin = world.webApiOf('Ada Admin');
    const asked = opened('Ada Admin');
    const all = await orderNeeds(admin, null);
    expect(all.products.length).toBeGreaterThan(0);
    const { direction, gaps } = await orderReadiness(asked, all);
    expect(direction).toBe('bidirectional');
    expect(gaps.every(({ count }) => count > 0)).toBe(true);
    const [order] = await couplableRows(admin, 'salesOrder');
    const one = await orderNeeds(admin, order?.id ?? '');
    expect(one.customers.length).toBeLessThanOrEqual(1);
    expect(all.products).toEqual(expect.arrayContaining([...one.products]));
    expect(
      await orderReadiness(asked, { customers: [], products: [], units: [], currencies: [], owners: [] }),
    ).toEqual({
      direction,
      gaps: [],
    });
  });
});
