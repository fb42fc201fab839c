import { recordId } from '../../../sandbox/identity';
import { testOrganization, withOptions } from './testOrganization';
import type { Client, Json } from './testOrganization';

let sara: Client;

beforeAll(async () => {
  sara = (await testOrganization()).as('Sara Andersson');
});

const officeRefit = recordId('quote', 'QUO-01002');

async function numbersOf(filter: string): Promise<readonly unknown[]> {
  const { rows } = await sara.get(
    withOptions('products', { $select: 'productnumber', $filter: filter, $orderby: 'productnumber' }),
  );
  return rows.map((row) => row.productnumber);
}

async function errorOf(path: string): Promise<string> {
  const { status, error } = await sara.get(path);
  return `${status} ${error.code ?? ''} ${error.message ?? ''}`;
}

describe('$select', () => {
  it('gives the selected columns in their order, and always the key', async () => {
    const { rows } = await sara.get("products?$select=productnumber,name&$filter=productnumber eq '1896-S'");
    expect(Object.keys(rows[0]!)).toEqual(['@odata.etag', 'productnumber', 'name', 'productid']);
    expect(rows[0]).toMatchObject({ name: 'ATHENS Desk', productid: recordId('product', '1896-S') });
  });

  it('takes blanks after a comma', async () => {
    expect((await sara.get('quotes?$select=name, quotenumber&$top=1')).status).toBe(200);
  });

  it('gives every column without one, empty ones as null', async () => {
    const { body } = await sara.get(`quotes(${officeRefit})`);
    expect(body).toMatchObject({
      quotenumber: 'QUO-01002',
      requestdeliveryby: '2026-11-30',
      description: null,
    });
    expect(body['@odata.context']).toMatch(/\$metadata#quotes\/\$entity$/);
  });

  it.each([
    ['an unknown column', 'quotes?$select=nam', 'nam'],
    ['a column in capitals', 'quotes?$select=Name', 'Name'],
    ['a lookup under its logical name', 'quotes?$select=customerid', 'customerid'],
    ['the value of what is no lookup', 'quotes?$select=_name_value', '_name_value'],
  ])('refuses %s', async (_what, path, property) => {
    expect(await errorOf(path)).toBe(
      `400 0x80060888 Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.quote'.`,
    );
  });
});

describe('$filter', () => {
  it.each([
    ["productnumber eq '1896-S'", ['1896-S']],
    ["productnumber eq '1896-s'", ['1896-S']],
    ["name eq 'ATHENS Desk' and price gt 600", ['1896-S']],
    ["name eq 'ATHENS Desk' and price gt 700", []],
    ["productnumber eq '1896-S' or productnumber eq '1900-S' and price lt 1", ['1896-S']],
    ["(productnumber eq '1896-S' or productnumber eq '1900-S') and price lt 1", []],
    ["contains(name,'athens') and not contains(name,'desk')", ['1906-S']],
    ["contains(name,'athens') and not(contains(name,'desk') or price gt 1000)", ['1906-S']],
    ["startswith(productnumber,'19') and endswith(name,'green')", ['1960-S']],
    ["contains(name,'rome%green')", ['1960-S']],
    ["startswith(productnumber,'19[0-1]_-S')", ['1900-S', '1906-S', '1908-S']],
    ['price eq 649.4 and statecode eq 0', ['1896-S']],
    ["vendorname ne null and startswith(name,'ATHENS')", []],
    ["vendorname eq null and contains(name,'ATHENS D')", ['1896-S']],
    ["defaultuomid/name eq 'DAY'", ['SER101']],
    ["standardcost gt price and startswith(productnumber,'1')", []],
  ])('%s', async (filter, expected) => {
    expect(await numbersOf(filter)).toEqual(expected);
  });

  it('finds exactly the item whose number has to be escaped', async () => {
    expect(await numbersOf("productnumber eq 'O''NEIL & 50% #1'")).toEqual(["O'NEIL & 50% #1"]);
  });

  it('takes the id of a lookup with and without quotes, in either case', async () => {
    const lines = async (id: string): Promise<number> =>
      (await sara.get(`quotedetails?$select=quantity&$filter=_quoteid_value eq ${id}`)).rows.length;
    expect(await lines(officeRefit)).toBe(6);
    expect(await lines(officeRefit.toUpperCase())).toBe(6);
    expect(await lines(`'${officeRefit}'`)).toBe(6);
  });

  it('compares dates and moments', async () => {
    const count = async (filter: string): Promise<number> =>
      (await sara.get(`quotes?$select=name&$filter=quotenumber eq 'QUO-01002' and ${filter}`)).rows.length;
    expect(await count('requestdeliveryby ge 2026-11-30')).toBe(1);
    expect(await count('requestdeliveryby gt 2026-11-30')).toBe(0);
    expect(await count('createdon gt 2026-11-19T23:59:59Z')).toBe(1);
    expect(await count('createdon gt 2026-11-22T00:30:00+01:00')).toBe(0);
  });

  it('goes through the lines of a document with any and all', async () => {
    const quotes = async (filter: string): Promise<readonly unknown[]> =>
      (await sara.get(`quotes?$select=quotenumber&$filter=${filter}`)).rows.map((row) => row.quotenumber);
    expect(await quotes('quote_details/any(o:o/quantity gt 999999)')).toEqual(['QUO-09999']);
    expect(await quotes("quote_details/any(line:line/productid/productnumber eq 'SER101')")).toEqual([
      'QUO-01001',
    ]);
    expect(await quotes('not quote_details/any()')).toEqual(['QUO-00000']);
    expect(
      await quotes("startswith(quotenumber,'QUO-000') and quote_details/all(o:o/quantity eq 1)"),
    ).toEqual(['QUO-00000', 'QUO-00001']);
  });

  it.each([
    ["products?$filter=price eq 'dear'", "'Edm.Decimal' and 'Edm.String' for operator kind 'Equal'"],
    ['products?$filter=name gt 5', "'Edm.String' and 'Edm.Int32' for operator kind 'GreaterThan'"],
    ['products?$filter=nosuch eq 5', "Could not find a property named 'nosuch'"],
    ['products?$filter=defaultuomid/nosuch eq 5', "Could not find a property named 'nosuch'"],
    ["products?$filter=tolower(name) eq 'x'", 'Syntax error'],
    ["products?$filter=contains(tolower(name),'x')", 'Syntax error'],
    ['products?$filter=length(name) gt 5', 'Syntax error'],
    ["products?$filter=name in ('x','y')", 'Syntax error'],
    ["products?$filter=name eq 'x", 'Syntax error'],
    ['products?$filter=', 'Syntax error'],
    ['quotes?$filter=quote_details/any(o:p/quantity gt 1)', 'Syntax error'],
  ])('%s is refused', async (path, message) => {
    const error = await errorOf(path);
    expect(error).toMatch(/^400 0x80060888/);
    expect(error).toContain(message);
  });
});

describe('$orderby, $top and $count', () => {
  it('sorts by several columns, also of a row further up', async () => {
    const { rows } = await sara.get(
      `quotedetails?$select=lineitemnumber&$expand=uomid($select=name)&$filter=_quoteid_value eq ${officeRefit}` +
        '&$orderby=uomid/name desc, lineitemnumber desc',
    );
    expect(
      rows.map(({ uomid, lineitemnumber }) => `${String((uomid as Json).name)} ${String(lineitemnumber)}`),
    ).toEqual(['SET 5', 'PCS 6', 'PCS 4', 'PCS 3', 'PCS 2', 'PCS 1']);
  });

  it('sorts empty values first', async () => {
    const { rows } = await sara.get(
      "quotedetails?$select=quantity&$filter=quoteid/quotenumber eq 'QUO-09999'&$orderby=quantity",
    );
    expect(rows.map(({ quantity }) => quantity)).toEqual([null, -4, 0, 2.5, 3, 3, 1e9]);
  });

  it('limits with $top, and counts beyond it', async () => {
    const { rows, body } = await sara.get(
      "products?$select=name&$filter=startswith(productnumber,'BULK')&$top=3&$count=true",
    );
    expect(rows).toHaveLength(3);
    expect(body['@odata.count']).toBe(1000);
    expect(body['@odata.nextLink']).toBeUndefined();
  });

  it('counts with /$count', async () => {
    const { body } = await sara.get("products/$count?$filter=startswith(productnumber,'BULK')");
    expect(body).toBe(1000);
  });

  it.each([
    ['products?$skip=5', '400 0x80060888 Skip Clause is not supported in CRM'],
    ['products?$nosuch=5', '400 0x80060888 The query parameter $nosuch is not supported'],
    ['products?color=red', '400 0x80060888 The query parameter color is not supported'],
    [
      'products?$apply=aggregate(price with sum as total)',
      '501 0x80060888 This sandbox does not offer $apply.',
    ],
    ['products?fetchXml=<fetch/>', '501 0x80060888 This sandbox does not offer fetchXml.'],
    ['products?$top=many', "400 0x80060888 Syntax error at position 0 in 'many'."],
    ['nosuch', "404 0x80060888 Resource not found for the segment 'nosuch'."],
    ['quote', "404 0x80060888 Resource not found for the segment 'quote'."],
    [
      `quotes(${officeRefit})/nosuch`,
      "400 0x80060888 Could not find a property named 'nosuch' on type 'Microsoft.Dynamics.CRM.quote'.",
    ],
    ['quotes(42)', '400 0x8006088a Bad Request - Error in query syntax.'],
  ])('%s: %s', async (path, expected) => {
    expect(await errorOf(path)).toBe(expected);
  });
});

describe('$expand', () => {
  it('gives the row behind a lookup, without an etag of its own', async () => {
    const { rows } = await sara.get(
      `quotedetails?$select=quantity&$expand=productid($select=productnumber;$expand=defaultuomid($select=name)),` +
        `uomid($select=name,quantity,_baseuom_value)&$filter=_quoteid_value eq ${officeRefit}&$orderby=lineitemnumber desc&$top=2`,
    );
    expect(rows[1]).toMatchObject({
      productid: { productnumber: '1936-S', defaultuomid: { name: 'PCS' } },
      uomid: { name: 'SET', quantity: 6, _baseuom_value: recordId('uom', 'PCS, SET of 6/PCS') },
    });
    expect(rows[1]!.productid).not.toHaveProperty(['@odata.etag']);
  });

  it('gives the rows behind the lookups of lookups', async () => {
    const { rows } = await sara.get(
      'quotedetails?$select=quantity&$expand=uomid($select=name;$expand=baseuom($select=name,quantity;' +
        `$expand=baseuom($select=name)))&$filter=_quoteid_value eq ${officeRefit}&$orderby=lineitemnumber desc&$top=2`,
    );
    expect(rows[1]).toMatchObject({
      uomid: { name: 'SET', baseuom: { name: 'PCS', quantity: 1, baseuom: null } },
    });
  });

  it('gives null for an empty lookup, and for one that points at the other table', async () => {
    const { rows } = await sara.get(
      "quotedetails?$select=quantity&$expand=productid&$filter=productdescription eq 'Delivery and assembly'",
    );
    expect(rows[0]!.productid).toBeNull();
    const quote = await sara.get(
      `quotes(${officeRefit})?$select=name&$expand=customerid_account($select=name),customerid_contact($select=fullname)`,
    );
    expect(quote.body).toMatchObject({
      customerid_account: { name: 'Trey Research' },
      customerid_contact: null,
    });
  });

  it('gives the lines of a document, filtered, sorted and limited, with the link to all of them', async () => {
    const { body } = await sara.get(
      `quotes(${officeRefit})?$select=name&$expand=quote_details($select=quantity;$filter=quantity gt 5;$orderby=lineitemnumber desc;$top=2)`,
    );
    const lines = body.quote_details as readonly Json[];
    expect(lines.map(({ quantity }) => quantity)).toEqual([12, 12]);
    expect(lines[0]).toMatchObject({ _quoteid_value: officeRefit });
    expect(lines[0]!['@odata.etag']).toMatch(/^W\/"\d+"$/);
    expect(body['quote_details@odata.nextLink']).toMatch(
      new RegExp(`/api/data/v9.2/quotes\\(${officeRefit}\\)/quote_details\\?\\$select=quantity$`),
    );
  });

  it('refuses $top beside a nested $expand, as Dataverse does', async () => {
    expect(await errorOf('quotes?$expand=quote_details($top=1;$expand=productid)')).toMatch(
      /^400 0x80060888 Only \$select and \$filter clause can be provided/,
    );
    expect(await errorOf('quotedetails?$expand=quoteid($orderby=name)')).toMatch(
      /Only \$select and \$filter clause/,
    );
  });

  it('refuses what is no navigation property', async () => {
    expect(await errorOf('quotes?$expand=name')).toContain("Could not find a property named 'name'");
  });
});

describe('what a row leads to', () => {
  it('is the lines, the customer, or a value', async () => {
    const lines = await sara.get(
      `quotes(${officeRefit})/quote_details?$select=quantity&$filter=quantity eq 6`,
    );
    expect(lines.rows).toHaveLength(1);
    const customer = await sara.get(`quotes(${officeRefit})/customerid_account?$select=name`);
    expect(customer.body.name).toBe('Trey Research');
    const name = await sara.get(`quotes(${officeRefit})/name`);
    expect(name.body.value).toBe('Office refit');
    expect((await sara.get(`quotes(${officeRefit})/description`)).status).toBe(204);
  });

  it('is nothing for a row that is not there', async () => {
    const id = recordId('quote', 'nowhere');
    expect(await errorOf(`quotes(${id})`)).toBe(
      `404 0x80040217 Entity 'quote' With Id = ${id} Does Not Exist`,
    );
  });
});
