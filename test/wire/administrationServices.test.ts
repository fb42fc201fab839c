import { contractServices } from '../../businessCentral/administration/contractServices';
import { checkServices } from '../../businessCentral/administration/serviceCheck';
import { certainNames } from '../../businessCentral/administration/publishedNames';
import type { CheckedService, ServiceCheck } from '../../businessCentral/administration/types';
import type { BusinessCentralConnection, ServiceName } from '../../businessCentral/connection';
import { transportTo, type Request } from '../../businessCentral/odata/transport';
import { startCronus, webServiceAccessKey, type Cronus } from './cronus';
import { operationsIn } from './scriptedServer';

const all = contractServices.map(({ service }) => service);

describe('the services of the contract, as they are found', () => {
  let cronus: Cronus;
  beforeEach(async () => {
    cronus = await startCronus({
      users: [
        { userName: 'BCSALES', webServiceAccessKey },
        { userName: 'ITEMS', webServiceAccessKey, mayRead: ['ItemCard'], mayExecute: [] },
      ],
    });
  });
  afterEach(() => cronus.server.close());

  const connection = (changes: Partial<BusinessCentralConnection> = {}): BusinessCentralConnection => ({
    odataUrl: cronus.server.odataUrl,
    company: 'CRONUS International Ltd.',
    authorization: { kind: 'accessKey', userName: 'BCSALES', webServiceAccessKey },
    matchBy: 'coupling',
    ...changes,
  });
  const only = ({ services }: ServiceCheck, wanted: ServiceName): CheckedService =>
    services.find(({ service }) => service === wanted)!;

  it('all are there, and the proposal says nothing that matters', async () => {
    const check = await checkServices(connection());
    expect(check.services.filter(({ state }) => state !== 'found')).toEqual([]);
    expect(check.services.map(({ service }) => service)).toEqual(all);
    expect(check.hasCompanion).toBe(true);
    expect(Object.values(check.proposal).some(({ missing, name }) => missing ?? name)).toBe(false);
  });

  it('one batch asks for all that is read, and beside it the codeunit', async () => {
    const { odataUrl, authorization } = connection();
    const real = transportTo(odataUrl, authorization);
    const requests: Request[] = [];
    await checkServices(
      connection(),
      {},
      {
        send: (request, signal) => {
          requests.push(request);
          return real(request, signal);
        },
      },
    );
    expect(
      requests
        .slice(0, 2)
        .map((request) => (request.address === '$batch' ? operationsIn(request) : 1))
        .sort(),
    ).toEqual([1, all.length - 1].sort());
  });

  it('what is not published is missing, with what needs it', async () => {
    cronus.server.unpublish('SalesLines');
    cronus.server.unpublish('CRMCoupling');
    const check = await checkServices(connection());
    expect(only(check, 'SalesLines')).toMatchObject({
      state: 'missing',
      features: ['availability'],
      object: { id: 516 },
    });
    expect(only(check, 'CRMCoupling').state).toBe('missing');
    expect(check.proposal).toMatchObject({ SalesLines: { missing: true }, CRMCoupling: { missing: true } });
  });

  it('what has been published since is found, whatever the connection believes', async () => {
    const check = await checkServices(
      connection({ services: { ItemCard: { missing: true, missingFields: ['No'] } } }),
    );
    expect(only(check, 'ItemCard').state).toBe('found');
    expect(check.proposal.ItemCard?.missing).toBeUndefined();
  });

  it('a Business Central without the companion', async () => {
    for (const { service, object } of contractServices) {
      if (object.id === null) {
        cronus.server.unpublish(service);
      }
    }
    const check = await checkServices(connection());
    expect(check.hasCompanion).toBe(false);
    expect(only(check, 'CRMIntegrationRecords').state).toBe('missing');
  });

  it('fields that this version lacks are named, and learnt', async () => {
    cronus.server.removeField('CustomerCard', 'CustomerSince');
    cronus.server.removeField('CustomerCard', 'Blocked');
    const check = await checkServices(connection());
    expect(only(check, 'CustomerCard')).toMatchObject({
      state: 'lacksFields',
      fields: ['Blocked', 'CustomerSince'],
    });
    expect(check.proposal.CustomerCard?.missingFields).toEqual(
      expect.arrayContaining(['Blocked', 'CustomerSince']),
    );
  });

  it('a permission that lacks is told from a service that does', async () => {
    cronus.server.unpublish('SalesLines');
    const check = await checkServices(
      connection({ authorization: { kind: 'accessKey', userName: 'ITEMS', webServiceAccessKey } }),
    );
    expect(only(check, 'ItemCard').state).toBe('found');
    expect(only(check, 'CustomerCard').state).toBe('notPermitted');
    expect(only(check, 'CRMCoupling').state).toBe('notPermitted');
    expect(only(check, 'SalesLines').state).toBe('missing');
    expect(check.proposal.CustomerCard).toBeUndefined();
  });

  it('a service under another name is found by its fields, and proposed where there is no doubt', async () => {
    cronus.server.unpublish('PurchaseLines');
    cronus.server.publish('PurchaseLines', 'Purchase_Lines_Sales');
    cronus.server.unpublish('CRMCoupling');
    cronus.server.publish('CRMCoupling', 'Coupling_BCS');
    cronus.server.unpublish('LocationList');
    cronus.server.publish('LocationList', 'Locations1');
    cronus.server.publish('LocationList', 'Locations2');
    const check = await checkServices(connection());
    expect(only(check, 'PurchaseLines').otherNames).toEqual(['Purchase_Lines_Sales']);
    expect(check.proposal.PurchaseLines).toEqual({ name: 'Purchase_Lines_Sales' });
    expect(check.proposal.CRMCoupling).toEqual({ name: 'Coupling_BCS' });
    expect(only(check, 'LocationList').otherNames).toEqual(
      expect.arrayContaining(['Locations1', 'Locations2']),
    );
    expect(check.proposal.LocationList).toEqual({ missing: true });
    const again = await checkServices(connection({ services: check.proposal }));
    expect(only(again, 'PurchaseLines')).toMatchObject({ state: 'found', name: 'Purchase_Lines_Sales' });
    expect(again.proposal.PurchaseLines).toEqual({ name: 'Purchase_Lines_Sales' });
    expect(only(again, 'CRMCoupling').state).toBe('found');
  });

  it('a key that is not taken says nothing about services', async () => {
    const check = checkServices(
      connection({ authorization: { kind: 'accessKey', userName: 'BCSALES', webServiceAccessKey: 'wrong' } }),
    );
    await expect(check).rejects.toMatchObject({ code: 'wrongCredentials' });
  });
});

it('a name that two services could have is proposed for neither', () => {
  const names = new Map<ServiceName, readonly string[]>([
    ['ItemList', ['X']],
    ['ItemCard', ['X']],
    ['LocationList', ['A', 'B']],
    ['SalesLines', ['Lines']],
    ['PurchaseLines', []],
  ]);
  expect([...certainNames(names)]).toEqual([['SalesLines', 'Lines']]);
});
