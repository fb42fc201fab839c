import type { SalesErrorCode } from '../../sales/sales';
import type { TicketMaker } from '../../sales/gatewayTicket';
import type { ReadingWebApi } from '../../sales/dataverseReader';
import { salesOf } from '../../sales/salesOf';
import { parseServiceSettings } from '../../sales/serviceSettings';

type Row = Record<string, unknown>;

const quoteId = '33333333-3333-4333-8333-333333333333';
const lineId = '44444444-4444-4444-8444-444444444444';

type Tables = Record<string, Row[] | { readonly errorCode?: number; readonly message?: string }>;

/** Tickets are the matter of gatewayAccess.test.ts. */
const noTickets: TicketMaker = { createRecord: () => Promise.reject(new Error('No ticket is wanted here')) };

/** Dataverse that answers each table with its rows, or rejects as the client API does. */
function dataverse(tables: Tables) {
  const asked: string[] = [];
  const rowsOf = (table: string): Row[] => {
    const rows = tables[table] ?? [];
    if (!Array.isArray(rows)) {
      throw Object.assign(new Error(rows.message ?? 'failed'), rows);
    }
    return rows;
  };
  const client: ReadingWebApi & TicketMaker = {
    ...noTickets,
    retrieveRecord: async (table, id, options) => {
      asked.push(`${table}(${id})${options ?? ''}`);
      return Promise.resolve(rowsOf(table)[0] ?? {});
    },
    retrieveMultipleRecords: async (table, options) => {
      asked.push(`${table}${options ?? ''}`);
      return Promise.resolve({ entities: rowsOf(table), nextLink: '' });
    },
  };
  return { sales: salesOf(client), asked };
}

const connection: Row = {
  bcs_name: 'CRONUS',
  bcs_odataurl: 'https://bc.contoso.com:7048/BC/ODataV4/',
  bcs_company: "Director's Cut Ltd.",
  bcs_username: 'BCSALES',
  bcs_webserviceaccesskey: 'key',
  bcs_webclienturl: null,
  bcs_matchby: 582400000,
  bcs_isdefault: true,
  bcs_services: null,
};

describe('the connection', () => {
  it('is the one row of bcs_connection, trimmed of a trailing slash', async () => {
    const { sales } = dataverse({ bcs_connection: [connection] });
    expect(await sales.connection()).toEqual({
      odataUrl: 'https://bc.contoso.com:7048/BC/ODataV4',
      company: "Director's Cut Ltd.",
      authorization: { kind: 'accessKey', userName: 'BCSALES', webServiceAccessKey: 'key' },
      matchBy: 'coupling',
      services: {},
    });
  });

  it('is the default among several, and matches by number where it says so', async () => {
    const other = { ...connection, bcs_company: 'Other', bcs_isdefault: false };
    const chosen = { ...connection, bcs_matchby: 582400001 };
    const { sales } = dataverse({ bcs_connection: [other, chosen] });
    expect(await sales.connection()).toMatchObject({ company: "Director's Cut Ltd.", matchBy: 'number' });
  });

  it.each<[string, Tables[string], SalesErrorCode]>([
    ['no row', [], 'notConfigured'],
    [
      'two rows, none default',
      [
        { ...connection, bcs_isdefault: false },
        { ...connection, bcs_isdefault: null },
      ],
      'connectionAmbiguous',
    ],
    ['two defaults', [connection, connection], 'connectionAmbiguous'],
    ['half filled', [{ ...connection, bcs_company: '', bcs_username: null }], 'connectionIncomplete'],
    ['a key that reads as nothing', [{ ...connection, bcs_webserviceaccesskey: null }], 'keyUnreadable'],
    [
      'an address that is not https',
      [{ ...connection, bcs_odataurl: 'http://bc.contoso.com/ODataV4' }],
      'insecureAddress',
    ],
    ['a column of another type', [{ ...connection, bcs_odataurl: 5 }], 'salesFailed'],
    ['no privilege (signed code)', { errorCode: -2147220960 }, 'notPermitted'],
    ['no privilege (unsigned code)', { errorCode: 2147746336 }, 'notPermitted'],
    ['an error of Dataverse', { errorCode: -2147220891 }, 'salesFailed'],
    ['no answer at all', { message: 'Failed to fetch' }, 'salesUnreachable'],
  ])('%s: coded', async (_, rows, code) => {
    const { sales } = dataverse({ bcs_connection: rows });
    await expect(sales.connection()).rejects.toMatchObject({ code });
  });

  it('names the columns that are empty', async () => {
    const { sales } = dataverse({
      bcs_connection: [{ ...connection, bcs_company: ' ', bcs_username: null }],
    });
    await expect(sales.connection()).rejects.toMatchObject({ detail: 'bcs_company, bcs_username' });
  });
});

describe('a connection through a gateway', () => {
  const throughGateway: Row = {
    ...connection,
    bcs_gatewayurl: 'https://gateway.contoso.com/bc/',
    bcs_odataurl: null,
    bcs_username: null,
    bcs_webserviceaccesskey: null,
  };

  it('needs an address and a company, and neither user nor key', async () => {
    const { sales } = dataverse({ bcs_connection: [throughGateway] });
    expect(await sales.connection()).toMatchObject({
      odataUrl: 'https://gateway.contoso.com/bc/ODataV4',
      company: "Director's Cut Ltd.",
      authorization: { kind: 'bearer' },
    });
  });

  it('is one even where user and key were left on it', async () => {
    const left = { ...connection, bcs_gatewayurl: 'https://gateway.contoso.com' };
    const { authorization, odataUrl } = await dataverse({ bcs_connection: [left] }).sales.connection();
    expect([authorization.kind, odataUrl]).toEqual(['bearer', 'https://gateway.contoso.com/ODataV4']);
  });

  it('does not bring the key to the browser: it is asked for only where there is no gateway', async () => {
    const { sales, asked } = dataverse({ bcs_connection: [throughGateway] });
    await sales.connection();
    const withKey = asked.filter((query) => query.includes('bcs_webserviceaccesskey'));
    expect(asked).toHaveLength(2);
    expect(withKey).toEqual([expect.stringMatching(/\$filter=.*bcs_gatewayurl eq null/)]);
  });

  it.each<[string, Row, SalesErrorCode, string]>([
    ['without a company', { bcs_company: ' ' }, 'connectionIncomplete', 'bcs_company'],
    [
      'at an address that is not https',
      { bcs_gatewayurl: 'http://gateway.contoso.com' },
      'insecureAddress',
      '',
    ],
    ['at something else than an address', { bcs_gatewayurl: 'gateway' }, 'insecureAddress', ''],
  ])('%s: coded', async (_, changes, code, detail) => {
    const { sales } = dataverse({ bcs_connection: [{ ...throughGateway, ...changes }] });
    await expect(sales.connection()).rejects.toMatchObject({ code, detail });
  });
});

describe('renamed services', () => {
  it('are read from JSON', () => {
    const json =
      '{"ItemCard":{"name":"Item_Card_2","missingFields":["Unit_Price"]},"LocationList":{"missing":true}}';
    expect(parseServiceSettings(json)).toEqual({
      ItemCard: { name: 'Item_Card_2', missingFields: ['Unit_Price'] },
      LocationList: { missing: true },
    });
  });

  it.each([
    ['no JSON', 'ItemCard=x'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['nothing', null],
  ])('%s is no setting at all', (_, json) => {
    expect(parseServiceSettings(json)).toEqual({});
  });

  it('a name that would leave its path segment is left out', () => {
    expect(parseServiceSettings('{"ItemCard":{"name":"../$metadata"},"LocationList":7}')).toEqual({
      ItemCard: {},
      LocationList: {},
    });
  });
});

describe('a document', () => {
  const line = (parts: Row): Row => ({
    quotedetailid: lineId.toUpperCase(),
    lineitemnumber: 3,
    quantity: 10,
    isproductoverridden: false,
    _productid_value: '55555555-5555-4555-8555-555555555555',
    productid: { productnumber: '1896-S', name: 'ATHENS Desk' },
    _uomid_value: '66666666-6666-4666-8666-666666666666',
    uomid: {
      name: 'BOX',
      quantity: 12,
      baseuom: { name: 'PCS', quantity: 1, baseuom: null },
    },
    requestdeliveryby: null,
    ...parts,
  });
  const read = (parts: Row, date: unknown = null) =>
    dataverse({ quote: [{ requestdeliveryby: date }], quotedetail: [line(parts)] }).sales.document({
      table: 'quote',
      id: quoteId,
    });

  it('gives its lines with product, unit and Dataverse’s own conversion', async () => {
    expect((await read({})).lines).toEqual([
      {
        lineId,
        lineNumber: 1,
        title: 'ATHENS Desk',
        product: { id: '55555555-5555-4555-8555-555555555555', number: '1896-S', name: 'ATHENS Desk' },
        writeIn: false,
        quantity: 10,
        unit: {
          id: '66666666-6666-4666-8666-666666666666',
          name: 'BOX',
          bases: [{ name: 'PCS', quantity: 12 }],
        },
        requestedDate: null,
        followsDocumentDate: true,
      },
    ]);
  });

  it('numbers its lines from 1 on by line number, else sequence, time and id, whatever Dataverse leaves empty', async () => {
    const lineIds = ['e', 'd', 'c', 'b', 'a', 'f'];
    const [e, d, c, b, a, f] = lineIds;
    const numbers = { lineitemnumber: null, sequencenumber: null };
    const made = (createdon: string) => ({ ...numbers, createdon });
    const { sales } = dataverse({
      quote: [{}],
      quotedetail: [
        line({ ...made('2026-11-03T08:00:00Z'), quotedetailid: e }),
        line({ ...made('2026-11-02T08:00:00Z'), quotedetailid: d }),
        line({ ...made('2026-11-02T08:00:00Z'), quotedetailid: c }),
        line({ ...numbers, lineitemnumber: 2, quotedetailid: b }),
        line({ ...numbers, sequencenumber: 1, quotedetailid: a }),
        line({ ...numbers, lineitemnumber: 2, quotedetailid: f }),
      ],
    });
    const { lines } = await sales.document({ table: 'quote', id: quoteId });
    expect(lines.map(({ lineId: id, lineNumber }) => [lineNumber, id])).toEqual([
      [1, a],
      [2, b],
      [3, f],
      [4, c],
      [5, d],
      [6, e],
    ]);
  });

  it('converts a unit of units: a PALLET of 40 BOX of 12 PCS holds 480 PCS', async () => {
    const pieces = { name: 'PCS', quantity: 1, baseuom: null };
    const box = { name: 'BOX', quantity: 12, baseuom: pieces };
    const [{ unit } = { unit: null }] = (
      await read({ uomid: { name: 'PALLET', quantity: 40, baseuom: box } })
    ).lines;
    expect(unit?.bases).toEqual([
      { name: 'BOX', quantity: 40 },
      { name: 'PCS', quantity: 480 },
    ]);
  });

  it('asks for a unit that was just chosen, with what it is counted in', async () => {
    const { sales, asked } = dataverse({
      uom: [{ name: 'BOX', quantity: 12, baseuom: { name: 'PCS', quantity: 1, baseuom: null } }],
    });
    const unitId = '66666666-6666-4666-8666-666666666666';
    expect(await sales.unit(unitId)).toEqual({
      id: unitId,
      name: 'BOX',
      bases: [{ name: 'PCS', quantity: 12 }],
    });
    expect(asked).toEqual([
      `uom(${unitId})?$select=name,quantity&$expand=baseuom($select=name,quantity;$expand=baseuom($select=name,quantity))`,
    ]);
  });

  it.each([
    ['the line’s own date first', '2026-12-03', '2026-12-24', '2026-12-03'],
    ['else the document’s', null, '2026-12-24', '2026-12-24'],
    ['else none', null, null, null],
  ])('%s', async (_, ofLine, ofDocument, expected) => {
    expect((await read({ requestdeliveryby: ofLine }, ofDocument)).lines[0]?.requestedDate).toBe(expected);
  });

  it('takes an instant for the calendar day of the user', async () => {
    const sales = salesOf(
      {
        ...noTickets,
        retrieveRecord: () => Promise.resolve({ requestdeliveryby: '2026-12-02T23:00:00Z' }),
        retrieveMultipleRecords: () => Promise.resolve({ entities: [line({})], nextLink: '' }),
      },
      (instant) => new Date(instant.getTime() + 3_600_000).toISOString().slice(0, 10),
    );
    expect((await sales.document({ table: 'quote', id: quoteId })).requestedDate).toBe('2026-12-03');
  });

  it('a write-in has a text and no product, even if a product is left in it', async () => {
    const [writeIn] = (
      await read({
        isproductoverridden: true,
        productid: null,
        _productid_value: null,
        productdescription: 'Assembly',
      })
    ).lines;
    expect(writeIn).toMatchObject({ writeIn: true, product: null, title: 'Assembly' });
  });

  it('a line finds its siblings through its document', async () => {
    const { sales, asked } = dataverse({
      salesorderdetail: [{ ...line({}), _salesorderid_value: quoteId }],
      salesorder: [{}],
    });
    const document = await sales.documentOfLine({ table: 'salesorderdetail', id: lineId });
    expect(document.lines).toHaveLength(1);
    expect(asked.some((question) => question.includes(`_salesorderid_value eq ${quoteId}`))).toBe(true);
  });

  it('which document a line belongs to is asked once, and again after a failure', async () => {
    const tables: Tables = {
      salesorderdetail: { errorCode: 0x80040217 },
      salesorder: [{}],
    };
    const { sales, asked } = dataverse(tables);
    const of = { table: 'salesorderdetail', id: lineId } as const;
    await expect(sales.documentIdOfLine(of)).rejects.toMatchObject({ code: 'recordUnreadable' });
    tables['salesorderdetail'] = [{ ...line({}), _salesorderid_value: quoteId }];
    const before = asked.length;
    const [id] = await Promise.all([sales.documentIdOfLine(of), sales.documentOfLine(of)]);
    expect(id).toBe(quoteId);
    expect(asked.slice(before).filter((question) => question.startsWith('salesorderdetail('))).toHaveLength(
      1,
    );
  });

  it('an id that is none never becomes part of a query', async () => {
    const { sales, asked } = dataverse({});
    await expect(sales.document({ table: 'quote', id: "x' or 1 eq 1" })).rejects.toMatchObject({
      code: 'recordUnreadable',
    });
    expect(asked).toEqual([]);
  });

  it('follows Dataverse’s pages', async () => {
    const options: (string | undefined)[] = [];
    const sales = salesOf({
      ...noTickets,
      retrieveRecord: () => Promise.resolve({}),
      retrieveMultipleRecords: (_, asked) => {
        options.push(asked);
        const nextLink =
          options.length === 1 ? 'https://org.crm.dynamics.com/api/data/v9.2/quotedetails?$skiptoken=2' : '';
        return Promise.resolve({ entities: [line({})], nextLink });
      },
    });
    expect((await sales.document({ table: 'quote', id: quoteId })).lines).toHaveLength(2);
    expect(options[1]).toBe('?$skiptoken=2');
  });
});
