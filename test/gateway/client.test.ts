import axios from 'axios';
import { availabilityOf } from '../../businessCentral/availability/availability';
import { openCompany } from '../../businessCentral/company';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import { httpOver } from '../../businessCentral/http';
import { transportTo } from '../../businessCentral/odata/transport';
import { recordId } from '../../sandbox/identity';
import { salesOrigin, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';

describe('the controls’ own client through the gateway', () => {
  let test: GatewayUnderTest;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  /** As a page of Sales: a browser adds the origin to every request. */
  function clientOf(connection: BusinessCentralConnection) {
    const browser = httpOver(axios.create({ headers: { Origin: salesOrigin } }));
    return availabilityOf(
      openCompany(connection, {
        send: transportTo(connection.odataUrl, connection.authorization, browser),
      }),
    );
  }

  function connection(token: string, company = 'CRONUS International Ltd.'): BusinessCentralConnection {
    return {
      odataUrl: `${test.origin}/ODataV4`,
      company,
      authorization: { kind: 'bearer', token: () => Promise.resolve(token) },
      matchBy: 'coupling',
    };
  }

  it('gets the same supply as directly, with nothing but another address and authorization', async () => {
    const products = ['1896-S', '1900-S', '1968-S', 'WRB-1000'].map((number) => ({
      id: recordId('product', number),
      number,
      name: number,
    }));
    const token = await test.signIn(users.sara);
    const through = await clientOf(connection(token)).supplyOf(products);
    const direct = await clientOf({
      ...connection(token),
      odataUrl: test.businessCentral.odataUrl,
      authorization: { kind: 'accessKey', userName: 'GATEWAY', webServiceAccessKey: test.key },
    }).supplyOf(products);
    const withoutTime = (text: string): string => text.replace(/"readAt":\d+/g, '');
    expect([...through.keys()]).toEqual([...direct.keys()]);
    expect([...through.values()].every(({ status }) => status === 'found')).toBe(true);
    expect(withoutTime(JSON.stringify([...through]))).toBe(withoutTime(JSON.stringify([...direct])));
  });

  it('is told `companyNotFound` about a company that is not on the list', async () => {
    const token = await test.signIn(users.sara);
    const asked = clientOf(connection(token, "Director's Cut Ltd.")).supplyOf([
      { id: recordId('product', '1896-S'), number: '1896-S', name: 'ATHENS Desk' },
    ]);
    await expect(asked).rejects.toMatchObject({ code: 'companyNotFound' });
  });
});
