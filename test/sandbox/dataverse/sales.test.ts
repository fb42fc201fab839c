import { recordId } from '../../../sandbox/identity';
import { testOrganization } from './testOrganization';
import type { Answer, Client, Json, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let sara: Client;

beforeAll(async () => {
  organization = await testOrganization();
  sara = organization.as('Sara Andersson');
});

afterEach(() => organization.reset());

const officeRefit = recordId('quote', 'QUO-01002');
const order = recordId('salesorder', 'ORD-05001');
const preferRow = { Prefer: 'return=representation' };
const refusal = ({ status, error }: Answer): string => `${status} ${error.code ?? ''} ${error.message ?? ''}`;

const bind = (set: string, table: string, key: string): string => `/${set}(${recordId(table, key)})`;

/** A line for a product of CRONUS. */
function line(quote: string, itemNo: string, unit: string, quantity: number | null): Json {
  return {
    'quoteid@odata.bind': `/quotes(${quote})`,
    'productid@odata.bind': bind('products', 'product', itemNo),
    'uomid@odata.bind': bind('uoms', 'uom', unit),
    quantity,
  };
}

const totalOf = async (quote = officeRefit): Promise<unknown> =>
  (await sara.get(`quotes(${quote})?$select=totalamount`)).body.totalamount;

describe('a new line', () => {
  it('takes the price of the product for its unit, and its name', async () => {
    const { body } = await sara.post(
      'quotedetails',
      line(officeRefit, 'WRB-1000', 'PCS, BAG of 48/BAG', 2),
      preferRow,
    );
    const price = (await sara.get(`products(${recordId('product', 'WRB-1000')})?$select=price,name`)).body;
    const perBag = Math.round(Number(price.price) * 48 * 100) / 100;
    expect(body).toMatchObject({
      quotedetailname: price.name,
      priceperunit: perBag,
      baseamount: perBag * 2,
      extendedamount: perBag * 2,
      lineitemnumber: 7,
      sequencenumber: 7,
      _transactioncurrencyid_value: recordId('transactioncurrency', 'GBP'),
    });
  });

  it('keeps a price that is overridden', async () => {
    const given = {
      ...line(officeRefit, '1896-S', 'PCS/PCS', 2),
      ispriceoverridden: true,
      priceperunit: 600,
    };
    const { body } = await sara.post('quotedetails', given, preferRow);
    expect(body).toMatchObject({ priceperunit: 600, extendedamount: 1200 });
  });

  it('may be a write-in', async () => {
    const { body } = await sara.post(
      'quotedetails',
      {
        'quoteid@odata.bind': `/quotes(${officeRefit})`,
        isproductoverridden: true,
        productdescription: 'Assembly',
        quantity: 2,
        priceperunit: 45.5,
      },
      preferRow,
    );
    expect(body).toMatchObject({ quotedetailname: 'Assembly', extendedamount: 91, _productid_value: null });
  });

  it.each([
    [
      'a document',
      { ...line(officeRefit, '1896-S', 'PCS/PCS', 1), 'quoteid@odata.bind': null },
      '0x80040203',
    ],
    [
      'a product',
      { ...line(officeRefit, '1896-S', 'PCS/PCS', 1), 'productid@odata.bind': null },
      '0x80043b11',
    ],
    ['a unit', { ...line(officeRefit, '1896-S', 'PCS/PCS', 1), 'uomid@odata.bind': null }, '0x80043b0d'],
    ['a quantity', line(officeRefit, '1896-S', 'PCS/PCS', null), '0x80081012'],
    ['a unit of the product', line(officeRefit, '1996-S', 'CRATE/CRATE', 1), '0x80043b14'],
  ])('needs %s', async (_what, body, code) => {
    const answer = await sara.post('quotedetails', body);
    expect(`${answer.status} ${answer.error.code ?? ''}`).toBe(`400 ${code}`);
    expect((await sara.get(`quotes(${officeRefit})/quote_details`)).rows).toHaveLength(6);
  });
});

describe('the totals of a document', () => {
  it('follow when a line is made, changed and deleted', async () => {
    const before = Number(await totalOf());
    const { body } = await sara.post('quotedetails', line(officeRefit, '1896-S', 'PCS/PCS', 2), preferRow);
    expect(await totalOf()).toBeCloseTo(before + 2 * 649.4, 2);
    const id = String(body.quotedetailid);
    await sara.patch(`quotedetails(${id})`, { quantity: 3, tax: 10, manualdiscountamount: 4 });
    expect((await sara.get(`quotedetails(${id})`)).body.extendedamount).toBeCloseTo(3 * 649.4 + 6, 2);
    expect(await totalOf()).toBeCloseTo(before + 3 * 649.4 + 6, 2);
    await sara.delete(`quotedetails(${id})`);
    expect(await totalOf()).toBeCloseTo(before, 2);
  });

  it('follow the terms of the document', async () => {
    const before = Number(await totalOf());
    await sara.patch(`quotes(${officeRefit})`, { discountpercentage: 10, freightamount: 100 });
    expect(await totalOf()).toBeCloseTo(before * 0.9 + 100, 1);
  });

  it('give the document a new version, so that its form can tell', async () => {
    const etag = async (): Promise<unknown> => (await sara.get(`quotes(${officeRefit})`)).body['@odata.etag'];
    const before = await etag();
    await sara.post('quotedetails', line(officeRefit, '1896-S', 'PCS/PCS', 1));
    expect(await etag()).not.toBe(before);
  });

  it('are not written by clients', async () => {
    const before = await totalOf();
    expect((await sara.patch(`quotes(${officeRefit})`, { totalamount: 1 })).status).toBe(204);
    expect(await totalOf()).toBe(before);
  });
});

describe('a changed line', () => {
  const lineId = recordId('quotedetail', 'QUO-01002/1');

  it('takes the price and the name of another product', async () => {
    await sara.patch(`quotedetails(${lineId})`, {
      'productid@odata.bind': bind('products', 'product', '1906-S'),
    });
    expect((await sara.get(`quotedetails(${lineId})`)).body).toMatchObject({
      quotedetailname: 'ATHENS Mobile Pedestal',
      priceperunit: 281.4,
    });
  });

  it('keeps its number when others go', async () => {
    await sara.delete(`quotedetails(${lineId})`);
    const { body } = await sara.post('quotedetails', line(officeRefit, '1896-S', 'PCS/PCS', 1), preferRow);
    expect(body.lineitemnumber).toBe(7);
  });

  it('stays with its document', async () => {
    await sara.patch(`quotedetails(${lineId})`, {
      'quoteid@odata.bind': bind('quotes', 'quote', 'QUO-00000'),
    });
    expect((await sara.get(`quotedetails(${lineId})`)).body._quoteid_value).toBe(officeRefit);
  });
});

describe('a new document', () => {
  it('gets a number, a price list, a currency and a revision, and starts as a draft', async () => {
    const quote = {
      name: 'New',
      'customerid_account@odata.bind': bind('accounts', 'account', '10000'),
      statecode: 1,
    };
    const { body } = await sara.post('quotes', quote, preferRow);
    expect(body).toMatchObject({
      revisionnumber: 0,
      statecode: 0,
      totalamount: 0,
      _pricelevelid_value: recordId('pricelevel', 'CRONUS sales prices'),
      _customerid_value: recordId('account', '10000'),
    });
    expect(body.quotenumber).toMatch(/^QUO-10000-[0-9A-F]{6}$/);
    const second = await sara.post('quotes', quote, preferRow);
    expect(second.body.quotenumber).toMatch(/^QUO-10001-/);
  });
});

describe('a document that is no longer open', () => {
  it('and its lines cannot be changed', async () => {
    expect((await sara.patch(`quotes(${officeRefit})`, { statecode: 1 })).status).toBe(204);
    expect((await sara.get(`quotes(${officeRefit})`)).body).toMatchObject({ statecode: 1, statuscode: 2 });
    expect(refusal(await sara.patch(`quotes(${officeRefit})`, { name: 'X' }))).toContain('read-only');
    const readOnly = '400 0x80043b09 The parent is read only and cannot be edited.';
    const lineId = recordId('quotedetail', 'QUO-01002/1');
    expect(refusal(await sara.patch(`quotedetails(${lineId})`, { quantity: 5 }))).toBe(readOnly);
    expect(refusal(await sara.delete(`quotedetails(${lineId})`))).toBe(readOnly);
    expect(refusal(await sara.post('quotedetails', line(officeRefit, '1896-S', 'PCS/PCS', 1)))).toBe(
      readOnly,
    );
  });

  it('is an order that was submitted, too', async () => {
    expect((await sara.patch(`salesorders(${order})`, { statecode: 1 })).status).toBe(204);
    const lineId = recordId('salesorderdetail', 'ORD-05001/1');
    expect(refusal(await sara.patch(`salesorderdetails(${lineId})`, { quantity: 5 }))).toContain(
      '0x80043b09',
    );
  });

  it('is not won or opened again by an update', async () => {
    expect((await sara.patch(`quotes(${officeRefit})`, { statecode: 2 })).status).toBe(400);
    await sara.patch(`quotes(${officeRefit})`, { statecode: 1 });
    expect((await sara.patch(`quotes(${officeRefit})`, { statecode: 0 })).status).toBe(400);
  });
});

describe('a contact', () => {
  it('is called by first and last name', async () => {
    const { body } = await sara.post('contacts', { firstname: 'Vera', lastname: 'Berg' }, preferRow);
    expect(body.fullname).toBe('Vera Berg');
    await sara.patch(`contacts(${String(body.contactid)})`, { lastname: 'Lind' });
    expect((await sara.get(`contacts(${String(body.contactid)})`)).body.fullname).toBe('Vera Lind');
  });
});
