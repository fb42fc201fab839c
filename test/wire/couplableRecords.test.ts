import { pairsOf, type CouplableTable } from '../../businessCentral/coupling/pairs';
import type { ReadingWebApi } from '../../sales/dataverseReader';
import type { TicketMaker } from '../../sales/gatewayTicket';
import { roleIds } from '../../sales/heldRoles';
import { salesRecordsOf } from '../../sales/salesRecordsOf';

type Row = Record<string, unknown>;

const id = '11111111-1111-4111-8111-111111111111';
const otherId = '22222222-2222-4222-8222-222222222222';
const userId = '33333333-3333-4333-8333-333333333333';

const jim = { systemuserid: userId.toUpperCase(), fullname: 'Jim' };

/** Dataverse that answers each table with its rows. */
function dataverse(tables: Record<string, Row[]>, heldRoleIds: readonly string[] = []) {
  const asked: string[] = [];
  const client: ReadingWebApi & TicketMaker = {
    createRecord: () => Promise.reject(new Error('No ticket is wanted here')),
    retrieveRecord: (table, row, options) => {
      asked.push(`${table}(${row})${options ?? ''}`);
      return Promise.resolve(tables[table]?.[0] ?? {});
    },
    retrieveMultipleRecords: (table, options) => {
      asked.push(`${table}${options ?? ''}`);
      return Promise.resolve({ entities: tables[table] ?? [], nextLink: '' });
    },
  };
  return { sales: salesRecordsOf(client, { heldRoleIds }), asked };
}

async function read(table: CouplableTable, row: Row, more: Record<string, Row[]> = {}) {
  const { sales, asked } = dataverse({ [table]: [row], ...more });
  const record = await sales.record({ table, id });
  const barriers = pairsOf(table).map((pair) => [pair.kind, record.notCouplable.get(pair) ?? null]);
  return { record, barriers, asked };
}

const activeCustomer: Row = {
  accountid: id,
  name: 'Adatum',
  accountnumber: '10000',
  emailaddress1: 'ada@example.com',
  statecode: 0,
  customertypecode: 3,
  creditlimit: 5000,
  owninguser: jim,
  owningteam: null,
  transactioncurrencyid: { transactioncurrencyid: otherId, isocurrencycode: 'GBP' },
};

describe('an account', () => {
  it('comes with its owner, its currency and the mapped columns in one request', async () => {
    const { record, asked } = await read('account', activeCustomer);
    expect(record).toMatchObject({
      table: 'account',
      id,
      number: '10000',
      name: 'Adatum',
      email: 'ada@example.com',
      owner: { kind: 'user', name: 'Jim' },
      prerequisites: [
        { part: 'owner', record: { table: 'systemuser', id: userId }, name: 'Jim' },
        { part: 'currency', record: { table: 'transactioncurrency', id: otherId }, name: 'GBP' },
      ],
    });
    expect(record.fields).toMatchObject({
      name: 'Adatum',
      creditLimit: 5000,
      street: null,
      salesperson: 'Jim',
      currency: 'GBP',
    });
    expect(asked).toHaveLength(1);
  });

  it('has the label of an option, not its number', async () => {
    const option = {
      paymenttermscode: 1,
      'paymenttermscode@OData.Community.Display.V1.FormattedValue': 'Net 30',
    };
    const { record } = await read('account', { ...activeCustomer, ...option });
    expect(record.fields['paymentTerms']).toBe('Net 30');
  });

  it.each<[string, Row, unknown[]]>([
    [
      'a customer',
      {},
      [
        ['customer', null],
        ['vendor', 'otherKind'],
      ],
    ],
    [
      'a vendor',
      { customertypecode: 11 },
      [
        ['customer', 'otherKind'],
        ['vendor', null],
      ],
    ],
    [
      'a competitor',
      { customertypecode: 1 },
      [
        ['customer', 'otherKind'],
        ['vendor', 'otherKind'],
      ],
    ],
    [
      'without a type',
      { customertypecode: null },
      [
        ['customer', 'otherKind'],
        ['vendor', 'otherKind'],
      ],
    ],
    [
      'deactivated',
      { statecode: 1 },
      [
        ['customer', 'inactive'],
        ['vendor', 'inactive'],
      ],
    ],
  ])('that is %s', async (_, changes, barriers) => {
    expect((await read('account', { ...activeCustomer, ...changes })).barriers).toEqual(barriers);
  });

  it('of a team has no salesperson', async () => {
    const { record } = await read('account', {
      ...activeCustomer,
      owninguser: null,
      owningteam: { teamid: otherId, name: 'Sales North' },
    });
    expect(record.owner).toEqual({ kind: 'team', name: 'Sales North' });
    expect(record.prerequisites.map(({ part }) => part)).toEqual(['currency']);
  });
});

describe('other rows', () => {
  it('a contact needs its company, and cannot do without', async () => {
    const company = { accountid: otherId, name: 'Adatum' };
    const { record, barriers } = await read('contact', {
      fullname: 'Ada',
      parentcustomerid_account: company,
    });
    expect(record.prerequisites).toEqual([
      { part: 'company', record: { table: 'account', id: otherId }, name: 'Adatum' },
    ]);
    expect(barriers).toEqual([['contact', null]]);
    const alone = await read('contact', { fullname: 'Ada', parentcustomerid_account: null });
    expect(alone.barriers).toEqual([['contact', 'incomplete']]);
  });

  it.each<[string, Row, unknown[]]>([
    [
      'sales inventory',
      { producttypecode: 1 },
      [
        ['item', null],
        ['resource', 'otherKind'],
      ],
    ],
    [
      'services',
      { producttypecode: 3 },
      [
        ['item', 'otherKind'],
        ['resource', null],
      ],
    ],
    [
      'flat fees',
      { producttypecode: 4 },
      [
        ['item', 'otherKind'],
        ['resource', 'otherKind'],
      ],
    ],
    [
      'a draft',
      { producttypecode: 1, statecode: 2 },
      [
        ['item', 'inactive'],
        ['resource', 'inactive'],
      ],
    ],
  ])('a product of %s', async (_, row, barriers) => {
    expect((await read('product', { name: 'Desk', statecode: 0, ...row })).barriers).toEqual(barriers);
  });

  it('a product needs its unit group, and is compared by the name of its unit', async () => {
    const { record, asked } = await read('product', {
      name: 'Desk',
      defaultuomscheduleid: { uomscheduleid: otherId, name: 'PCS' },
      defaultuomid: { name: 'PCS' },
    });
    expect(record.prerequisites).toEqual([
      { part: 'unit', record: { table: 'uomschedule', id: otherId }, name: 'PCS' },
    ]);
    expect(record.fields['unit']).toBe('PCS');
    expect(asked[0]).toContain('defaultuomid($select=name)');
  });

  it('an order needs its customer, its opportunity and its products, each once', async () => {
    const desk = { productid: { productid: otherId, name: 'Desk' } };
    const { record, barriers, asked } = await read(
      'salesorder',
      {
        ordernumber: 'ORD-1',
        name: 'Adatum',
        statecode: 1,
        _customerid_value: otherId,
        customerid_account: { accountid: otherId, name: 'Adatum' },
        opportunityid: { opportunityid: userId, name: 'Twenty desks' },
        requestdeliveryby: '2026-12-01',
      },
      { salesorderdetail: [desk, desk] },
    );
    expect(record.prerequisites.map(({ part, name }) => [part, name])).toEqual([
      ['customer', 'Adatum'],
      ['opportunity', 'Twenty desks'],
      ['product', 'Desk'],
    ]);
    expect(record.fields['requestedDate']).toBe('2026-12-01');
    expect(barriers).toEqual([['salesOrder', null]]);
    expect(asked).toHaveLength(2);
    expect((await read('salesorder', { statecode: 0 })).barriers).toEqual([['salesOrder', 'incomplete']]);
    const canceled = { statecode: 2, _customerid_value: otherId };
    expect((await read('salesorder', canceled)).barriers).toEqual([['salesOrder', 'inactive']]);
  });

  it('a user who is disabled is no salesperson', async () => {
    expect((await read('systemuser', { fullname: 'Jim', isdisabled: true })).barriers).toEqual([
      ['salesperson', 'inactive'],
    ]);
  });

  it.each<[CouplableTable, Row, string]>([
    ['transactioncurrency', { isocurrencycode: 'EUR', currencyname: 'Euro' }, 'EUR'],
    ['uomschedule', { name: 'Pieces', baseuomname: 'PCS' }, 'PCS'],
    ['pricelevel', { name: 'RETAIL' }, 'RETAIL'],
    ['invoice', { invoicenumber: '103001', name: 'Desks' }, '103001'],
    ['opportunity', { name: 'Twenty desks' }, ''],
  ])('%s has the number that Business Central would have', async (table, row, number) => {
    expect((await read(table, row)).record.number).toBe(number);
  });

  it('an id that is none never becomes part of a query', async () => {
    const { sales, asked } = dataverse({});
    await expect(sales.record({ table: 'salesorder', id: "x' or 1 eq 1" })).rejects.toMatchObject({
      code: 'recordUnreadable',
    });
    expect(asked).toEqual([]);
  });
});

describe('who changes couplings', () => {
  it.each([
    ['an Integration Administrator', roleIds.integrationAdministrator, true],
    ['an Integration User', roleIds.integrationUser, false],
    ['somebody else', otherId, false],
  ])('%s', async (_, role, may) => {
    expect(await dataverse({}, [role]).sales.mayChangeCouplings()).toBe(may);
  });

  it('a System Administrator, told by the template of the role', async () => {
    const roles = [{ roleid: otherId, _roletemplateid_value: roleIds.systemAdministrator }];
    expect(await dataverse({ role: roles }, [otherId]).sales.mayChangeCouplings()).toBe(true);
  });
});

describe('the connection', () => {
  const connection: Row = {
    bcs_odataurl: 'https://bc.contoso.com/BC/ODataV4',
    bcs_company: 'CRONUS',
    bcs_username: 'BCSALES',
    bcs_webserviceaccesskey: 'key',
  };

  it('without a gateway is only for roles that see couplings', async () => {
    const barred = dataverse({ bcs_connection: [connection] }, [otherId]);
    await expect(barred.sales.connection()).rejects.toMatchObject({ code: 'notPermitted' });
    const allowed = dataverse({ bcs_connection: [connection] }, [roleIds.integrationUser]);
    expect(await allowed.sales.connection()).toMatchObject({ company: 'CRONUS' });
  });
});
