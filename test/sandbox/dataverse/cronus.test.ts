import { couplingResources } from '../../../sandbox/demoData/couplingScenarios';
import { demoItems } from '../../../sandbox/demoData/demoData';
import { scenarios } from '../../../sandbox/demoData/scenarios';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import { isLookup } from '../../../sandbox/dataverse/metadata/column';
import { referenceOf } from '../../../sandbox/dataverse/rows/row';
import { recordId } from '../../../sandbox/identity';
import { testOrganization, today } from './testOrganization';
import type { Client, Json, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let sara: Client;

beforeAll(async () => {
  organization = await testOrganization();
  sara = organization.as('Sara Andersson');
});

async function linesOf(quoteNumber: string): Promise<readonly Json[]> {
  const lines =
    'quotedetails?$select=lineitemnumber,quantity,isproductoverridden,requestdeliveryby,priceperunit,extendedamount' +
    '&$expand=productid($select=productnumber),uomid($select=name)&$orderby=lineitemnumber' +
    `&$filter=_quoteid_value eq ${recordId('quote', quoteNumber)}`;
  return (await sara.get(lines)).rows;
}

describe('CRONUS in Sales', () => {
  it('has every item as a product under the id that the couplings name', async () => {
    const { body } = await sara.get('products?$count=true&$top=1');
    expect(body['@odata.count']).toBe(demoItems.length + couplingResources.length);
    const id = recordId('product', "O'NEIL & 50% #1");
    expect((await sara.get(`products(${id})`)).body).toMatchObject({
      productnumber: "O'NEIL & 50% #1",
      name: "O'Neil <poster>, 50% off",
      price: 9.5,
    });
  });

  it('holds no lookup that points at nothing', () => {
    const { rows } = organization.dataverse;
    const dangling = organization.dataverse.organization.metadata.tables.flatMap((table) =>
      [...rows.all(table.logicalName)].flatMap((row) =>
        [...table.columns.values()].filter(isLookup).flatMap((column) => {
          const reference = referenceOf(row, column.logicalName);
          return reference && !rows.get(reference.table, reference.id)
            ? [`${table.logicalName}.${column.logicalName}`]
            : [];
        }),
      ),
    );
    expect(dangling).toEqual([]);
  });

  it('keeps all units of a product in one group', async () => {
    const { rows } = await sara.get(
      "uoms?$select=name,quantity,isschedulebaseuom,_baseuom_value&$expand=uomscheduleid($select=name)&$filter=uomscheduleid/name eq 'PCS, BAG of 48'&$orderby=quantity",
    );
    expect(rows).toMatchObject([
      { name: 'PCS', quantity: 1, isschedulebaseuom: true, _baseuom_value: null },
      { name: 'BAG', quantity: 48, isschedulebaseuom: false, _baseuom_value: rows[0]!.uomid },
    ]);
  });

  it('has its customers as accounts, with their people', async () => {
    const { rows } = await sara.get(
      'accounts?$select=name,accountnumber&$expand=primarycontactid($select=fullname)&$filter=accountnumber ne null&$orderby=accountnumber&$top=1',
    );
    expect(rows[0]).toMatchObject({
      name: 'Adatum Corporation',
      accountnumber: '10000',
      primarycontactid: { fullname: 'Robert Townes' },
    });
  });

  it('has its own quotes and orders', async () => {
    const quotes = await sara.get("quotes?$select=name&$filter=startswith(quotenumber,'10')");
    expect(quotes.rows).toHaveLength(18);
    const orders = await sara.get("salesorders?$select=name&$filter=startswith(ordernumber,'10')");
    expect(orders.rows.length).toBeGreaterThan(5);
  });
});

describe('the quotes of the demo', () => {
  it.each([
    ['QUO-00000', 0],
    ['QUO-00001', 1],
    ['QUO-00010', 10],
    ['QUO-01050', 50],
    ['QUO-00200', 200],
    ['QUO-02000', 1000],
  ])('%s asks for %d different products', async (number, count) => {
    const lines = await linesOf(number);
    expect(lines).toHaveLength(count);
    expect(new Set(lines.map(({ productid }) => (productid as Json).productnumber)).size).toBe(count);
  });

  it('show every state of availability, and a write-in', async () => {
    const lines = await linesOf('QUO-01001');
    const expected = scenarios.flatMap(({ itemNo, quoteLines }) =>
      quoteLines.map(({ quantity, unitCode }) => [itemNo, quantity, unitCode]),
    );
    const writeIn = lines.at(-1)!;
    expect(
      lines
        .slice(0, -1)
        .map(({ productid, quantity, uomid }) => [
          (productid as Json).productnumber,
          quantity,
          (uomid as Json).name,
        ]),
    ).toEqual(expected);
    expect(writeIn).toMatchObject({ isproductoverridden: true, productid: null, uomid: null });
    expect(
      lines.find(({ productid }) => (productid as Json | null)?.productnumber === '1964-S'),
    ).toMatchObject({
      requestdeliveryby: '2026-11-25',
    });
  });

  it('hold quantities that nobody should enter', async () => {
    const lines = await linesOf('QUO-09999');
    expect(lines.map(({ quantity }) => quantity)).toEqual([0, -4, 1e9, 2.5, null, 3, 3]);
    expect(lines.map(({ productid }) => productid === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(lines.map(({ uomid }) => uomid === null)).toEqual([false, false, false, false, false, true, true]);
  });

  it('have totals that are the sum of their lines', async () => {
    const lines = await linesOf('QUO-00200');
    const sum = lines.reduce((total, line) => total + Number(line.extendedamount), 0);
    const { body } = await sara.get(`quotes(${recordId('quote', 'QUO-00200')})?$select=totalamount`);
    expect(body.totalamount).toBeCloseTo(sum, 2);
  });

  it('price a line in its unit', async () => {
    const box = (await linesOf('QUO-00010')).find(({ uomid }) => (uomid as Json).name === 'BOX')!;
    expect((box.productid as Json).productnumber).toBe('BULK-0007');
    expect(box.priceperunit).toBe((1 + 7 / 2) * 12);
  });
});

describe('the users of the demo', () => {
  it('are listed with roles and languages', () => {
    expect(organization.dataverse.users.list()).toMatchObject([
      { name: 'Sara Andersson', roles: ['Salesperson'], language: 1033, locale: 1053 },
      { name: 'Paolo Rossi', roles: ['Salesperson'], language: 1040 },
      { name: 'Aino Virtanen', roles: ['Salesperson'], language: 1035 },
      { name: 'Jim Olive', roles: ['Salesperson'], language: 1033 },
      { name: 'Nils Berg', roles: ['Salesperson'], language: 1053 },
      { name: 'Ada Admin', roles: ['System Administrator'], language: 1033 },
      { name: 'Ivo Novak', roles: ['Salesperson'], language: 1033 },
    ]);
  });

  it('have settings that say how they write numbers and dates', async () => {
    const id = recordId('systemuser', 'Sara Andersson');
    const { body } = await sara.get(`usersettingscollection(${id})`);
    expect(body).toMatchObject({
      uilanguageid: 1033,
      localeid: 1053,
      dateformatstring: 'yyyy-MM-dd',
      decimalsymbol: ',',
    });
  });

  it('cannot be given the roles of a solution that is not there', () => {
    const dataverse = createDataverse({ today });
    const connection = {
      odataUrl: 'http://localhost:7048/BC/ODataV4',
      userName: 'integration',
      webServiceAccessKey: 'key',
      webClientUrl: 'http://localhost:7048/BC/',
    };
    expect(() => dataverse.seedCronus({ connection })).toThrow('Product Availability User');
  });
});
