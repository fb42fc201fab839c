import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { integrationApplicationId, integrationUserId } from '../../../sandbox/dataverse/cronus/users';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { today } from './testOrganization';
import type { Json } from './testOrganization';

let dataverse: Dataverse;
let server: FastifyInstance;
let authorization: string;

beforeAll(async () => {
  dataverse = createDataverse({ today });
  dataverse.seedCronus({ connection: null });
  server = fastify();
  await server.register(dataverse.routes);
  authorization = `Bearer ${dataverse.tokenFor(integrationApplicationId)}`;
});

async function ask(
  method: 'GET' | 'PATCH',
  path: string,
  body?: Json,
  headers: Readonly<Record<string, string>> = { authorization },
): Promise<{ readonly status: number; readonly body: Json }> {
  const answer = await server.inject({
    method,
    url: `/api/data/v9.2/${path}`,
    headers: { ...headers, prefer: 'return=representation' },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body || '{}') as Json };
}

const accountPath = `accounts(${recordId('account', '10000')})`;

describe('the user that Business Central synchronizes as', () => {
  it('is let in by a token of the sandbox’s own, which a cookie does not replace', async () => {
    expect((await ask('GET', 'WhoAmI()')).body['UserId']).toBe(integrationUserId);
    const cookie = { cookie: `sandboxUser=${integrationUserId}` };
    expect((await ask('GET', 'WhoAmI()', undefined, cookie)).status).toBe(401);
    const wrong = { authorization: 'Bearer of nothing' };
    expect((await ask('GET', 'WhoAmI()', undefined, wrong)).status).toBe(401);
  });

  it('is nobody that one signs in as', () => {
    expect(dataverse.users.list().map(({ id }) => id)).not.toContain(integrationUserId);
  });

  it('changes accounts, products and currencies, and leaves quotes and roles alone', async () => {
    const changed = await ask('PATCH', accountPath, { telephone1: '0123' });
    expect(changed.body).toMatchObject({ telephone1: '0123', _modifiedby_value: integrationUserId });
    const product = await ask('PATCH', `products(${recordId('product', '1896-S')})`, { quantityonhand: 4 });
    expect(product.status).toBe(200);
    const quote = await ask('PATCH', `quotes(${recordId('quote', 'QUO-01001')})`, { name: 'Mine' });
    expect(quote.status).toBe(403);
  });

  it('changes an order that was submitted, which nobody who sells can', async () => {
    const path = `salesorders(${recordId('salesorder', 'ORD-05003')})`;
    expect((await ask('PATCH', path, { requestdeliveryby: '2026-12-24' })).status).toBe(200);
    const cookie = { cookie: `sandboxUser=${recordId('systemuser', 'Sara Andersson')}` };
    expect((await ask('PATCH', path, { requestdeliveryby: '2026-12-25' }, cookie)).status).toBe(400);
  });
});

describe('a row', () => {
  it('is given to a team and back to a user', async () => {
    const team = recordId('team', 'Nordic Sales');
    const toTeam = await ask('PATCH', accountPath, { 'ownerid@odata.bind': `/teams(${team})` });
    expect(toTeam.body).toMatchObject({
      _ownerid_value: team,
      _owningteam_value: team,
      _owninguser_value: null,
    });
    const user = recordId('systemuser', 'Jim Olive');
    const back = await ask('PATCH', accountPath, { 'ownerid@odata.bind': `/systemusers(${user})` });
    expect(back.body).toMatchObject({
      _ownerid_value: user,
      _owningteam_value: null,
      _owninguser_value: user,
    });
  });

  it('is not given to what is neither', async () => {
    const wrong = { 'ownerid@odata.bind': `/accounts(${recordId('account', '20000')})` };
    expect((await ask('PATCH', accountPath, wrong)).status).toBe(400);
  });

  it('is deactivated, and active again', async () => {
    expect((await ask('PATCH', accountPath, { statecode: 1 })).body).toMatchObject({ statuscode: 2 });
    expect((await ask('PATCH', accountPath, { statecode: 0 })).body).toMatchObject({ statuscode: 1 });
  });
});

it('opportunities, invoices and what else is coupled can be opened by who sells', async () => {
  const cookie = { cookie: `sandboxUser=${recordId('systemuser', 'Sara Andersson')}` };
  for (const path of [
    `opportunities(${recordId('opportunity', 'OP100022')})`,
    `invoices(${recordId('invoice', '103002')})`,
    `systemusers(${recordId('systemuser', 'Ivo Novak')})`,
    `transactioncurrencies(${recordId('transactioncurrency', 'SEK')})`,
    `uomschedules(${recordId('uomschedule', 'PALLET')})`,
    `pricelevels(${recordId('pricelevel', 'WHOLESALE')})`,
  ]) {
    expect((await ask('GET', path, undefined, cookie)).status).toBe(200);
  }
});
