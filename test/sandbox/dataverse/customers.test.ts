import { customerScenarios } from '../../../sandbox/demoData/customerScenarios';
import { recordId } from '../../../sandbox/identity';
import { testOrganization } from './testOrganization';
import type { Client, Json } from './testOrganization';

let sara: Client;
beforeAll(async () => {
  sara = (await testOrganization()).as('Sara Andersson');
});

async function account(no: string): Promise<Json> {
  const { body } = await sara.get(`accounts(${recordId('account', no)})?$select=name,accountnumber`);
  return body;
}

describe('accounts', () => {
  it.each(customerScenarios.map(({ customer, shows }) => [customer.No, shows, customer.Name]))(
    'of %s: %s',
    async (no, _shows, name) => {
      expect((await account(no)).name).toBe(name);
    },
  );

  it('carry the number of their customer, none, or that of another one', async () => {
    const numbers = await Promise.all(['61000', "O'NEIL 1", '72000', '73000'].map(account));
    expect(numbers.map(({ accountnumber }) => accountnumber)).toEqual(['61000', "O'NEIL 1", null, '64000']);
  });
});

describe('quotes to customers in trouble', () => {
  it.each([
    ['QUO-03001', '61000', 2597.6],
    ['QUO-03002', '20000', 5044.8],
    ['QUO-03003', '66000', 9250],
    ['QUO-03004', '50000', 25_000],
    ['QUO-03006', '62000', 420.4],
    ['QUO-03007', '70000', 420.4],
  ])('%s is for customer %s, of %d in all', async (number, customerNo, total) => {
    const { body } = await sara.get(
      `quotes(${recordId('quote', number)})?$select=totalamount,_customerid_value,_ownerid_value`,
    );
    expect(body).toMatchObject({
      totalamount: total,
      _customerid_value: recordId('account', customerNo),
      _ownerid_value: recordId('systemuser', 'Sara Andersson'),
    });
  });

  it('QUO-03005 is for a person at a customer', async () => {
    const { body } = await sara.get(
      `quotes(${recordId('quote', 'QUO-03005')})?$expand=customerid_contact($select=fullname,_parentcustomerid_value)`,
    );
    expect(body.customerid_contact).toMatchObject({
      fullname: 'Nora Winter',
      _parentcustomerid_value: recordId('account', '61000'),
    });
  });

  it('ORD-06001 is an order of the customer over the limit', async () => {
    const { body } = await sara.get(
      `salesorders(${recordId('salesorder', 'ORD-06001')})?$select=totalamount,_customerid_value`,
    );
    expect(body).toMatchObject({ totalamount: 500.4, _customerid_value: recordId('account', '61000') });
  });
});
