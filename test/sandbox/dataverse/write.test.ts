import { recordId } from '../../../sandbox/identity';
import { testOrganization } from './testOrganization';
import type { Answer, Client, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let sara: Client;
let ada: Client;

beforeAll(async () => {
  organization = await testOrganization();
  sara = organization.as('Sara Andersson');
  ada = organization.as('Ada Admin');
});

afterEach(() => organization.reset());

const adatum = recordId('account', '10000');
const refusal = ({ status, error }: Answer): string => `${status} ${error.code ?? ''} ${error.message ?? ''}`;

describe('making a row', () => {
  it('answers 204 with the address of the row', async () => {
    const { status, headers, body } = await ada.post('tst_gadgets', { tst_name: 'Dial' });
    expect(status).toBe(204);
    expect(body).toEqual({});
    const id = /\/api\/data\/v9\.2\/tst_gadgets\(([0-9a-f-]{36})\)$/.exec(
      String(headers['odata-entityid']),
    )![1]!;
    expect((await ada.get(`tst_gadgets(${id})`)).body.tst_name).toBe('Dial');
  });

  it('answers 201 with the row when that is preferred', async () => {
    const { status, headers, body } = await ada.post(
      'tst_gadgets?$select=tst_name,tst_kind',
      { tst_name: 'Dial', tst_kind: 582400001 },
      { Prefer: 'return=representation,odata.include-annotations="*"' },
    );
    expect(status).toBe(201);
    expect(headers['preference-applied']).toContain('return=representation');
    expect(body).toMatchObject({
      tst_kind: 582400001,
      'tst_kind@OData.Community.Display.V1.FormattedValue': 'Large',
    });
  });

  it('takes the id that the client gives, once', async () => {
    const row = { tst_gadgetid: recordId('test', 'one'), tst_name: 'One' };
    expect((await ada.post('tst_gadgets', row)).status).toBe(204);
    expect(refusal(await ada.post('tst_gadgets', row))).toBe(
      '412 0x80040237 A record with matching key values already exists.',
    );
  });

  it('fills in what the platform keeps: owner, state, currency, who and when', async () => {
    const { body } = await sara.post(
      'accounts',
      { name: 'Fourth Coffee' },
      { Prefer: 'return=representation' },
    );
    const id = recordId('systemuser', 'Sara Andersson');
    expect(body).toMatchObject({
      _ownerid_value: id,
      _owninguser_value: id,
      _createdby_value: id,
      _transactioncurrencyid_value: recordId('transactioncurrency', 'GBP'),
      statecode: 0,
      statuscode: 1,
    });
    expect(body.createdon).toMatch(/^2026-11-20T\d\d:\d\d:\d\dZ$/);
  });

  it('passes over columns that only the platform sets', async () => {
    const { body } = await sara.post(
      'accounts',
      { name: 'Fourth Coffee', createdon: '2001-01-01T00:00:00Z', versionnumber: 1 },
      { Prefer: 'return=representation' },
    );
    expect(body.createdon).toMatch(/^2026/);
  });

  it('binds lookups by the navigation property, in any form of the address', async () => {
    for (const address of [
      `/accounts(${adatum})`,
      `accounts(${adatum})`,
      `http://x/api/data/v9.2/accounts(${adatum})`,
    ]) {
      const { body } = await ada.post(
        'tst_gadgets',
        { tst_name: 'Bound', 'tst_Maker@odata.bind': address },
        { Prefer: 'return=representation' },
      );
      expect(body._tst_maker_value).toBe(adatum);
    }
  });
});

describe('a body is refused', () => {
  it.each([
    [
      'an unknown column',
      { nosuch: 1 },
      "Invalid property 'nosuch' was found in entity 'Microsoft.Dynamics.CRM.tst_gadget'",
    ],
    [
      'a text for a number',
      { tst_weight: 'heavy' },
      "Cannot convert the literal '\"heavy\"' to the expected type 'Edm.Decimal'",
    ],
    ['a number for a text', { tst_name: 5 }, "expected type 'Edm.String'"],
    ['a moment for a date', { tst_made: '2026-11-20T10:00:00Z' }, "expected type 'Edm.Date'"],
    ['a day that is not in the calendar', { tst_made: '2026-02-30' }, "expected type 'Edm.Date'"],
    ['half an option', { tst_kind: 1.5 }, "expected type 'Edm.Int32'"],
    [
      'a value for a lookup',
      { _tst_maker_value: adatum },
      'CRM do not support direct update of Entity Reference properties',
    ],
    [
      'a lookup bound by its logical name',
      { 'tst_maker@odata.bind': `/accounts(${adatum})` },
      "An undeclared property 'tst_maker'",
    ],
    [
      'a lookup bound to another table',
      { 'tst_Maker@odata.bind': `/contacts(${adatum})` },
      'does not name a row of accounts',
    ],
    ['a lookup bound to nothing', { 'tst_Maker@odata.bind': 'somewhere' }, 'does not name a row of accounts'],
  ])('for %s', async (_what, body, message) => {
    const answer = await ada.post('tst_gadgets', body);
    expect(answer.status).toBe(400);
    expect(answer.error.code).toBe('0x80048d19');
    expect(answer.error.message).toContain(message);
  });

  it.each([
    [
      'text beyond its length',
      { tst_name: 'x'.repeat(51) },
      '0x80044331',
      "length of the 'tst_name' attribute of the 'tst_gadget' entity exceeded the maximum allowed length of '50'",
    ],
    [
      'a number beyond its range',
      { tst_weight: 1000.5 },
      '0x80044330',
      "value of 'tst_weight' on record of type 'tst_gadget' is outside the valid range",
    ],
    ['an option that is none', { tst_kind: 7 }, '0x8004431a', 'Accepted Values: 582400000,582400001'],
  ])('for %s', async (_what, body, code, message) => {
    const answer = await ada.post('tst_gadgets', body);
    expect(`${answer.status} ${answer.error.code ?? ''}`).toBe(`400 ${code}`);
    expect(answer.error.message).toContain(message);
  });

  it('for a lookup to a row that is not there', async () => {
    const id = recordId('account', 'nobody');
    const answer = await ada.post('tst_gadgets', { 'tst_Maker@odata.bind': `/accounts(${id})` });
    expect(refusal(answer)).toBe(`404 0x80040217 Entity 'account' With Id = ${id} Does Not Exist`);
  });

  it('for a list in place of an object', async () => {
    expect((await ada.post('tst_gadgets', [])).error.code).toBe('0x80048d19');
  });

  it('for rows inside rows, which the sandbox leaves out', async () => {
    expect((await sara.post('quotes', { quote_details: [] })).status).toBe(501);
  });
});

describe('changing a row', () => {
  const id = recordId('test', 'gadget');

  beforeEach(async () => {
    await ada.post('tst_gadgets', { tst_gadgetid: id, tst_name: 'Dial', tst_weight: 1.5 });
  });

  it('changes what is named and nothing else, and stamps who did it', async () => {
    const answer = await ada.patch(`tst_gadgets(${id})`, { tst_weight: 2.34567 });
    expect(answer.status).toBe(204);
    expect((await ada.get(`tst_gadgets(${id})`)).body).toMatchObject({
      tst_name: 'Dial',
      tst_weight: 2.346,
      _modifiedby_value: recordId('systemuser', 'Ada Admin'),
    });
  });

  it('empties with null, lookups included, and keeps no empty text', async () => {
    await ada.patch(`tst_gadgets(${id})`, { 'tst_Maker@odata.bind': `/accounts(${adatum})`, tst_name: '' });
    expect((await ada.get(`tst_gadgets(${id})`)).body).toMatchObject({
      _tst_maker_value: adatum,
      tst_name: null,
    });
    await ada.patch(`tst_gadgets(${id})`, { 'tst_Maker@odata.bind': null, tst_weight: null });
    expect((await ada.get(`tst_gadgets(${id})`)).body).toMatchObject({
      _tst_maker_value: null,
      tst_weight: null,
    });
  });

  it('makes the row when it is not there, unless If-Match says that it must be', async () => {
    const other = recordId('test', 'other');
    const required = await ada.patch(`tst_gadgets(${other})`, { tst_name: 'X' }, { 'If-Match': '*' });
    expect(refusal(required)).toBe(`404 0x80040217 Entity 'tst_gadget' With Id = ${other} Does Not Exist`);
    expect((await ada.patch(`tst_gadgets(${other})`, { tst_name: 'X' })).status).toBe(204);
    expect((await ada.get(`tst_gadgets(${other})`)).body.tst_name).toBe('X');
  });

  it('is refused by If-None-Match when the row is there', async () => {
    const answer = await ada.patch(`tst_gadgets(${id})`, { tst_name: 'X' }, { 'If-None-Match': '*' });
    expect(refusal(answer)).toMatch(/^412 0x80040237/);
  });

  it('is refused with the etag of an older version', async () => {
    const etag = String((await ada.get(`tst_gadgets(${id})`)).body['@odata.etag']);
    expect((await ada.patch(`tst_gadgets(${id})`, { tst_weight: 3 }, { 'If-Match': etag })).status).toBe(204);
    const late = await ada.patch(`tst_gadgets(${id})`, { tst_weight: 4 }, { 'If-Match': etag });
    expect(refusal(late)).toBe(
      "412 0x80060882 The version of the existing record doesn't match the RowVersion property provided.",
    );
    expect((await ada.delete(`tst_gadgets(${id})`, { 'If-Match': etag })).status).toBe(412);
  });

  it('is not sent again to a client that has this version', async () => {
    const etag = String((await ada.get(`tst_gadgets(${id})`)).body['@odata.etag']);
    expect((await ada.get(`tst_gadgets(${id})`, { 'If-None-Match': etag })).status).toBe(304);
  });

  it('is refused for what comes from solutions', async () => {
    const forms = await ada.get('systemforms?$top=1');
    const answer = await ada.patch(`systemforms(${String(forms.rows[0]!.formid)})`, { name: 'X' });
    expect(answer.status).toBe(405);
  });
});

describe('deleting a row', () => {
  it('takes the lines of a document with it', async () => {
    const quote = recordId('quote', 'QUO-01002');
    const lines = `quotedetails?$select=quantity&$filter=_quoteid_value eq ${quote}`;
    expect((await sara.get(lines)).rows).toHaveLength(6);
    expect((await sara.delete(`quotes(${quote})`)).status).toBe(204);
    expect((await sara.get(`quotes(${quote})`)).status).toBe(404);
    expect((await sara.get(lines)).rows).toHaveLength(0);
  });

  it('empties lookups that only link', async () => {
    const { rows } = await ada.get(
      `accounts?$select=name,_primarycontactid_value&$filter=accountid eq ${adatum}`,
    );
    await ada.delete(`contacts(${String(rows[0]!._primarycontactid_value)})`);
    expect((await ada.get(`accounts(${adatum})`)).body._primarycontactid_value).toBeNull();
  });

  it('is refused while a restricting row points at it, and then nothing is gone', async () => {
    const product = recordId('product', '1896-S');
    const answer = await ada.delete(`products(${product})`);
    expect(refusal(answer)).toBe(
      '405 0x80040227 The object you tried to delete is associated with another object and cannot be deleted.',
    );
    expect((await ada.get(`products(${product})`)).status).toBe(200);
  });

  it('is refused for a whole table', async () => {
    expect((await ada.delete('products')).status).toBe(405);
  });
});
