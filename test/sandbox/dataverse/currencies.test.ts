import { recordId } from '../../../sandbox/identity';
import { allAnnotations, testOrganization } from './testOrganization';
import type { Client, Json, TestOrganization } from './testOrganization';

let organization: TestOrganization;
let sara: Client;

beforeAll(async () => {
  organization = await testOrganization();
  sara = organization.as('Sara Andersson');
});
afterEach(() => organization.reset());

const dollarQuote = `quotes(${recordId('quote', 'QUO-03003')})`;
const dollars = recordId('transactioncurrency', 'USD');

async function amounts(quoteNumber: string): Promise<Json> {
  const select = 'totalamount,totalamount_base,exchangerate,_transactioncurrencyid_value';
  return (await sara.get(`quotes(${recordId('quote', quoteNumber)})?$select=${select}`)).body;
}

describe('currencies', () => {
  it('say how many units a pound buys, the pound one', async () => {
    const { rows } = await sara.get(
      'transactioncurrencies?$select=isocurrencycode,currencysymbol,currencyprecision,exchangerate',
    );
    expect(rows).toMatchObject([
      { isocurrencycode: 'GBP', currencysymbol: '£', currencyprecision: 2, exchangerate: 1 },
      // 1 / 0.870721 and 100 / 67.8129, which are Business Central's rates.
      { isocurrencycode: 'EUR', currencysymbol: '€', exchangerate: 1.1484735064 },
      { isocurrencycode: 'USD', currencysymbol: '$', exchangerate: 1.4746456795 },
      { isocurrencycode: 'SEK', currencysymbol: 'kr', exchangerate: null },
    ]);
  });
});

describe('amounts in the base currency', () => {
  it('are the amounts divided by the rate, to the penny', async () => {
    expect(await amounts('QUO-03003')).toMatchObject({
      totalamount: 9250,
      exchangerate: 1.4746456795,
      totalamount_base: 6272.69,
      _transactioncurrencyid_value: dollars,
    });
  });

  it('equal them in the base currency', async () => {
    expect(await amounts('QUO-03002')).toMatchObject({
      totalamount: 5044.8,
      exchangerate: 1,
      totalamount_base: 5044.8,
    });
  });

  it('are missing where the rate is', async () => {
    expect(await amounts('QUO-03004')).toMatchObject({
      totalamount: 25_000,
      exchangerate: null,
      totalamount_base: null,
    });
  });

  it('follow a line that changes', async () => {
    const { rows } = await sara.get(
      `quotedetails?$select=priceperunit_base&$filter=_quoteid_value eq ${recordId('quote', 'QUO-03003')} and extendedamount eq 250`,
    );
    expect(rows).toMatchObject([{ priceperunit_base: 169.53 }]);
    await sara.patch(`quotedetails(${String(rows[0]!['quotedetailid'])})`, { priceperunit: 1000 });
    expect(await amounts('QUO-03003')).toMatchObject({ totalamount: 10_000, totalamount_base: 6781.29 });
  });

  it('follow another currency, and cannot be written', async () => {
    await sara.patch(dollarQuote, {
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${recordId('transactioncurrency', 'GBP')})`,
      totalamount_base: 1,
      exchangerate: 7,
    });
    expect(await amounts('QUO-03003')).toMatchObject({
      totalamount: 9250,
      exchangerate: 1,
      totalamount_base: 9250,
    });
  });

  it('are there on accounts too, and empty where the amount is', async () => {
    const limit = async (no: string): Promise<Json> =>
      (
        await sara.get(
          `accounts(${recordId('account', no)})?$select=creditlimit,creditlimit_base,exchangerate`,
        )
      ).body;
    expect(await limit('20000')).toMatchObject({ creditlimit: 7400, creditlimit_base: 7400 });
    expect(await limit('66000')).toMatchObject({
      creditlimit: null,
      creditlimit_base: null,
      exchangerate: 1.4746456795,
    });
  });

  it('are formatted in the base currency, the amount itself in its own', async () => {
    const { body } = await organization
      .as('Jim Olive')
      .get(`${dollarQuote}?$select=totalamount,totalamount_base`, allAnnotations);
    expect(body).toMatchObject({
      'totalamount@OData.Community.Display.V1.FormattedValue': '$9,250.00',
      'totalamount_base@OData.Community.Display.V1.FormattedValue': '£6,272.69',
    });
  });
});

describe('a document without a price list', () => {
  it('takes that of its currency', async () => {
    const { body } = await sara.post(
      'quotes',
      {
        name: 'In dollars',
        'customerid_account@odata.bind': `/accounts(${recordId('account', '66000')})`,
        'transactioncurrencyid@odata.bind': `/transactioncurrencies(${dollars})`,
      },
      { Prefer: 'return=representation' },
    );
    expect(body['_pricelevelid_value']).toBe(recordId('pricelevel', 'CRONUS sales prices, USD'));
  });
});
