import fastify, { type FastifyInstance } from 'fastify';
import type { SalesCustomers } from '../../sales/customers';
import { salesCustomersOf } from '../../sales/customersOf';
import type { ReadingWebApi } from '../../sales/dataverseReader';
import type { TicketMaker } from '../../sales/gatewayTicket';
import { createDataverse, type Dataverse } from '../../sandbox/dataverse/dataverse';
import { recordId } from '../../sandbox/identity';
import { packSolution } from '../../solution/packer/packSolution';
import { goodInput } from '../package/solutionFixtures';
import { today } from './cronus';

const roles = {
  administrator: '790688fe-7be5-42e2-b5e8-0b611393de33',
  user: '8e5c7a22-534b-426c-b2d2-9c6e180128e8',
  availability: '464e94ff-deca-48be-9624-8eed295313b4',
  systemAdministrator: '627090ff-40a3-4053-8790-584edc5be201',
};
const copy = '11111111-1111-4111-8111-111111111111';

type Row = Record<string, unknown>;
type Tables = Record<string, Row[] | { readonly errorCode?: number }>;

/** Dataverse that answers each table with its rows, or rejects as the client API does. */
function scriptedSales(tables: Tables, heldRoleIds: string[] = []) {
  const asked: string[] = [];
  const rowsOf = (table: string): Row[] => {
    const rows = tables[table] ?? [];
    if (!Array.isArray(rows)) {
      throw Object.assign(new Error('failed'), rows);
    }
    return rows;
  };
  const webAPI: ReadingWebApi & TicketMaker = {
    createRecord: () => Promise.reject(new Error('No ticket is wanted here')),
    retrieveRecord: async (table, id, options) => {
      asked.push(`${table}(${id})${options ?? ''}`);
      return Promise.resolve(rowsOf(table)[0] ?? {});
    },
    retrieveMultipleRecords: async (table, options) => {
      asked.push(`${table}${options ?? ''}`);
      return Promise.resolve({ entities: rowsOf(table), nextLink: '' });
    },
  };
  return { sales: salesCustomersOf(webAPI, { heldRoleIds }), asked };
}

const direct: Row = {
  bcs_odataurl: 'https://bc.contoso.com/BC/ODataV4',
  bcs_company: 'CRONUS',
  bcs_username: 'BCSALES',
  bcs_webserviceaccesskey: 'key',
};

describe('without a gateway the role decides who may see statistics', () => {
  it.each([
    ['Integration User', roles.user],
    ['Integration Administrator, as the host writes ids', `{${roles.administrator.toUpperCase()}}`],
    ['System Administrator, where its id is its template’s', roles.systemAdministrator],
  ])('%s may, and Dataverse is not asked for roles', async (_, held) => {
    const { sales, asked } = scriptedSales({ bcs_connection: [direct] }, [roles.availability, held]);
    expect((await sales.connection()).authorization.kind).toBe('accessKey');
    expect(asked.filter((question) => question.startsWith('role'))).toEqual([]);
  });

  it.each<[string, Row]>([
    ['a copy of Integration User in another business unit', { _parentrootroleid_value: roles.user }],
    [
      'System Administrator of an organization',
      { _roletemplateid_value: roles.systemAdministrator.toUpperCase() },
    ],
  ])('%s may, too', async (_, role) => {
    const { sales, asked } = scriptedSales({ bcs_connection: [direct], role: [role] }, [copy]);
    expect((await sales.connection()).company).toBe('CRONUS');
    expect(asked.at(-1)).toBe(
      `role?$select=roleid,_parentrootroleid_value,_roletemplateid_value&$filter=roleid eq ${copy}`,
    );
  });

  it.each<[string, string[], Row[] | { readonly errorCode: number }]>([
    [
      'Product Availability User alone',
      [roles.availability],
      [{ _parentrootroleid_value: roles.availability }],
    ],
    ['nobody', [], []],
    ['who may not even read roles', [copy], { errorCode: -2147220960 }],
    ['a role of that name with another id', [copy], [{ name: 'Integration User' }]],
  ])('%s may not', async (_, held, role) => {
    const { sales } = scriptedSales({ bcs_connection: [direct], role }, held);
    await expect(sales.connection()).rejects.toMatchObject({ code: 'notPermitted' });
  });

  it('through a gateway the gateway decides, and no role is looked at', async () => {
    const throughGateway = { bcs_gatewayurl: 'https://gateway.contoso.com', bcs_company: 'CRONUS' };
    const { sales, asked } = scriptedSales({ bcs_connection: [throughGateway] }, [roles.availability]);
    expect((await sales.connection()).authorization.kind).toBe('bearer');
    expect(asked.every((question) => question.startsWith('bcs_connection'))).toBe(true);
  });
});

describe('what Dataverse says of a document', () => {
  const id = '22222222-2222-4222-8222-222222222222';
  const document: Row = {
    _customerid_value: copy,
    customerid_account: { accountid: copy, accountnumber: '10000' },
    customerid_contact: null,
    totalamount: 120,
    totalamount_base: 100,
    transactioncurrencyid: { isocurrencycode: 'USD' },
    statecode: 0,
  };
  const of = (row: Row, tables: Tables = {}, table: 'quote' | 'salesorder' = 'quote') =>
    scriptedSales({ [table]: [{ ...document, ...row }], ...tables }).sales.documentWithCustomer({
      table,
      id,
    });

  it('is its customer and its total, in two currencies', async () => {
    expect(await of({})).toEqual({
      customer: { id: copy, number: '10000' },
      withoutCustomer: null,
      total: 120,
      currencyCode: 'USD',
      baseTotal: 100,
      isOpen: true,
    });
  });

  it.each<['quote' | 'salesorder', number, boolean]>([
    ['quote', 0, true],
    ['quote', 1, true],
    ['quote', 2, false],
    ['quote', 3, false],
    ['salesorder', 0, true],
    ['salesorder', 1, false],
    ['salesorder', 2, false],
    ['salesorder', 3, false],
    ['salesorder', 4, false],
  ])('a %s in the state %d takes credit: %s', async (table, statecode, isOpen) => {
    expect((await of({ statecode }, {}, table)).isOpen).toBe(isOpen);
  });

  it.each<[string, Row, object]>([
    [
      'nobody is chosen',
      { _customerid_value: null, customerid_account: null },
      { customer: null, withoutCustomer: 'none' },
    ],
    [
      'a contact of an account',
      {
        customerid_account: null,
        customerid_contact: { parentcustomerid_account: document['customerid_account'] },
      },
      { customer: { id: copy, number: '10000' }, withoutCustomer: null },
    ],
    [
      'a contact without one',
      { customerid_account: null, customerid_contact: { parentcustomerid_account: null } },
      { customer: null, withoutCustomer: 'contactWithoutAccount' },
    ],
    [
      'nothing that is known of the total',
      { totalamount: null, totalamount_base: null, transactioncurrencyid: null },
      { total: null, currencyCode: null, baseTotal: null },
    ],
  ])('%s', async (_, row, expected) => {
    expect(await of(row)).toMatchObject(expected);
  });

  it('fails where the customer cannot be read', async () => {
    await expect(of({ customerid_account: null })).rejects.toMatchObject({ code: 'recordUnreadable' });
    await expect(of({ totalamount: '120' })).rejects.toMatchObject({ code: 'salesFailed' });
  });

  it('takes one question', async () => {
    const { sales, asked } = scriptedSales({ quote: [document] });
    await sales.documentWithCustomer({ table: 'quote', id });
    expect(asked.map((question) => /^\w+/.exec(question)?.[0])).toEqual(['quote']);
  });
});

describe('what Dataverse says of a currency', () => {
  it.each<[string, Tables, object]>([
    [
      'its rate and its decimals',
      { transactioncurrency: [{ exchangerate: 0.85, currencyprecision: 3 }] },
      { kind: 'rate', perBase: 0.85, decimals: 3 },
    ],
    [
      'two decimals where it does not say',
      { transactioncurrency: [{ exchangerate: 0.85 }] },
      { kind: 'rate', perBase: 0.85, decimals: 2 },
    ],
    [
      'that nobody has entered a rate',
      { transactioncurrency: [{ exchangerate: null }] },
      { kind: 'missing' },
    ],
    ['that there is no such currency', { transactioncurrency: [] }, { kind: 'missing' }],
    [
      'nothing, since it must not be read',
      { transactioncurrency: { errorCode: -2147220960 } },
      { kind: 'unreadable' },
    ],
    ['nothing that is a number', { transactioncurrency: [{ exchangerate: 'x' }] }, { kind: 'unreadable' }],
  ])('is %s', async (_, tables, expected) => {
    expect(await scriptedSales(tables).sales.currencyRate('GBP')).toEqual(expected);
  });

  it('is not asked for where a code cannot be one of Sales', async () => {
    const { sales, asked } = scriptedSales({ transactioncurrency: [{ exchangerate: 1 }] });
    expect(await sales.currencyRate("X' or 1 eq 1")).toEqual({ kind: 'missing' });
    expect(asked).toEqual([]);
  });
});

describe('against a Dataverse that refuses what a real one refuses', () => {
  let dataverse: Dataverse;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    dataverse = createDataverse({ today });
    dataverse.importSolution(packSolution(goodInput).unmanaged);
    dataverse.seedCronus({
      connection: {
        odataUrl: 'https://bc.contoso.com/BC/ODataV4',
        userName: 'BCSALES',
        webServiceAccessKey: 'key',
        webClientUrl: 'https://bc.contoso.com/BC/',
      },
    });
    server = fastify();
    await server.register(dataverse.routes);
    origin = await server.listen({ port: 0, host: 'localhost' });
  });
  afterAll(() => server.close());

  /** Questions of a salesperson, with the roles that the host would give. */
  function salesFor(userName: string): SalesCustomers {
    const headers = { cookie: `sandboxUser=${recordId('systemuser', userName)}` };
    const ask = async (path: string): Promise<unknown> => {
      const response = await fetch(`${origin}/api/data/v9.2/${path}`, { headers });
      const body = (await response.json()) as { error?: { code: string; message: string } };
      if (body.error !== undefined) {
        throw Object.assign(new Error(body.error.message), {
          errorCode: Number.parseInt(body.error.code, 16),
        });
      }
      return body;
    };
    const setOf = (table: string): string => dataverse.organization.table(table).entitySet;
    const webAPI: ReadingWebApi & TicketMaker = {
      createRecord: () => Promise.reject(new Error('No ticket is wanted here')),
      retrieveRecord: async (table, id, options = '') =>
        (await ask(`${setOf(table)}(${id})${options}`)) as ComponentFramework.WebApi.Entity,
      retrieveMultipleRecords: async (table, options = '') => {
        const { value } = (await ask(`${setOf(table)}${options}`)) as { value: never[] };
        return { entities: value, nextLink: '' };
      },
    };
    const held = dataverse.users.list().find(({ name }) => name === userName)?.roles ?? [];
    const heldRoleIds = [...dataverse.organization.customizations.roles.values()]
      .filter(({ name }) => held.includes(name))
      .map(({ id }) => id);
    return salesCustomersOf(webAPI, { heldRoleIds });
  }

  it.each([
    ['Jim Olive', 'accessKey'],
    ['Ada Admin', 'accessKey'],
  ])('%s gets the connection', async (userName, kind) => {
    expect((await salesFor(userName).connection()).authorization.kind).toBe(kind);
  });

  it('Aino Virtanen has Product Availability User alone, and does not', async () => {
    dataverse.users.addToColumnSecurityProfile(
      recordId('systemuser', 'Aino Virtanen'),
      'Business Central Credentials',
    );
    await expect(salesFor('Aino Virtanen').connection()).rejects.toMatchObject({ code: 'notPermitted' });
  });

  it('an account gives its number', async () => {
    const id = recordId('account', '10000');
    expect(await salesFor('Jim Olive').account(id)).toEqual({
      id,
      number: '10000',
    });
    const gone = salesFor('Jim Olive').account(copy);
    await expect(gone).rejects.toMatchObject({ code: 'recordUnreadable' });
  });

  it.each(['quote', 'salesorder'] as const)('every %s gives its customer and its total', async (table) => {
    const sales = salesFor('Jim Olive');
    const rows: Row[] = [...dataverse.rows.all(table)];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const document = await sales.documentWithCustomer({ table, id: row[`${table}id`] as string });
      expect(document.customer?.number ?? document.withoutCustomer).not.toBe('none');
      expect(document).toMatchObject({
        total: row['totalamount'],
        baseTotal: row['totalamount_base'],
      });
      expect(document.currencyCode).toMatch(/^[A-Z]{3}$/);
    }
  });

  it.each([
    ['GBP', { kind: 'rate', perBase: 1, decimals: 2 }],
    ['SEK', { kind: 'missing' }],
    ['CHF', { kind: 'missing' }],
  ])('the currency %s has its rate, or none', async (code, expected) => {
    expect(await salesFor('Jim Olive').currencyRate(code)).toEqual(expected);
  });
});
