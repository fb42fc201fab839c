import { recordId } from '../../../sandbox/identity';
import { integrationUserId } from '../../../sandbox/dataverse/cronus/users';
import { referTo } from '../../../sandbox/dataverse/cronus/seedRows';
import type { Row } from './caller';
import { startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const account = (key: string): string => recordId('account', key);
const send = 1;
const get = 2;

function synchronize(key: string, direction: number, tableId = 18): Promise<Row> {
  return world.job('Synchronize', { tableId, crmId: account(key), direction });
}

describe('a customer', () => {
  test('gets the fields of the account', async () => {
    world.change('account', '10000', {
      name: "Adatum's <b>Corporation</b>",
      emailaddress1: 'new@adatum.example',
      telephone1: '0123 456',
      address1_city: 'Ely',
      ownerid: referTo('systemuser', 'Sara Andersson'),
    });
    const job = await synchronize('10000', get);
    expect(job).toMatchObject({
      Modified: 1,
      Failed: 0,
      Type: 'Synchronization',
      Synch_Direction: 'FromIntegrationTable',
      Integration_Table_Mapping_Name: 'CUSTOMER',
    });
    expect(job['Finish_Date_Time']).toMatch(/^2026-11-20T/);
    expect(await world.one('CustomerCard', "No eq '10000'")).toMatchObject({
      Name: "Adatum's <b>Corporation</b>",
      E_Mail: 'new@adatum.example',
      Phone_No: '0123 456',
      City: 'Ely',
      Salesperson_Code: 'SA',
      Currency_Code: '',
    });
    expect(await world.coupling('account', '10000', 18)).toMatchObject({
      Last_Synch_Result: 'Success',
      Last_Synch_Job_ID: job['ID'],
      Last_Synch_CRM_Modified_On: world.row('account', '10000')['modifiedon'],
    });
  });

  test('sends its fields to the account, as the integration user, with what only goes there', async () => {
    world.change('account', '20000', { name: 'Somebody else', telephone1: '1', creditlimit: null });
    const job = await synchronize('20000', send);
    expect(job).toMatchObject({ Modified: 1, Failed: 0, Synch_Direction: 'ToIntegrationTable' });
    expect(world.row('account', '20000')).toMatchObject({
      name: 'Trey Research',
      telephone1: null,
      creditlimit: 7400,
      ownerid: { table: 'systemuser', id: recordId('systemuser', 'Jim Olive') },
      modifiedby: { table: 'systemuser', id: integrationUserId },
      // The number is Sales' own.
      accountnumber: '20000',
    });
    expect(await world.coupling('account', '20000', 18)).toMatchObject({
      Last_Synch_CRM_Result: 'Success',
      Last_Synch_CRM_Job_ID: job['ID'],
      Last_Synch_Result: ' ',
    });
  });

  test('is unchanged where both sides agree', async () => {
    await synchronize('40000', send);
    expect(await synchronize('40000', send)).toMatchObject({ Modified: 0, Unchanged: 1 });
    expect(await synchronize('40000', get)).toMatchObject({ Modified: 0, Unchanged: 1 });
  });

  test('in another currency finds it through its coupling', async () => {
    world.change('account', '66000', { transactioncurrencyid: referTo('transactioncurrency', 'GBP') });
    await synchronize('66000', send);
    expect(world.row('account', '66000').transactioncurrencyid).toEqual(
      referTo('transactioncurrency', 'USD'),
    );
  });

  test('is coupled and synchronized in one go', async () => {
    const systemId = await world.systemId(18, '76000');
    const job = await world.job('Couple', {
      tableId: 18,
      systemId,
      crmId: account('76000'),
      synchAction: send,
    });
    expect(job).toMatchObject({ Modified: 1 });
    expect(world.row('account', '76000')).toMatchObject({ address1_city: 'Bristol' });
  });

  test('is made of an account, with a number of its series, once', async () => {
    const parameters = { entityName: 'account', crmId: account('76001') };
    // The second comes before the first one's job has ended, or is refused after it.
    await Promise.all([world.call('CreateFromSales', parameters), world.call('CreateFromSales', parameters)]);
    await world.caller.businessCentral.jobs.idle();
    const jobs = await world.caller.rows('IntegrationSynchJobs', '$filter=Inserted gt 0');
    expect(jobs).toMatchObject([{ Inserted: 1, Integration_Table_Mapping_Name: 'CUSTOMER' }]);
    expect(await world.caller.rows('CustomerList', "$filter=startswith(No,'C0')")).toHaveLength(1);
    expect(await world.coupling('account', '76001', 18)).toMatchObject({
      Record_No: 'C00010',
      Record_Name: 'Munson’s Pickles and Preserves',
      Last_Synch_Result: 'Success',
    });
    expect(await world.one('CustomerCard', "No eq 'C00010'")).toMatchObject({
      E_Mail: 'orders@munson.example',
      Salesperson_Code: 'JO',
    });
  });
});

describe('what a mapping’s filter decides', () => {
  test('an account of a vendor becomes a vendor', async () => {
    const job = await world.job('CreateFromSales', { entityName: 'account', crmId: account('81010') });
    expect(job).toMatchObject({ Inserted: 1, Integration_Table_Mapping_Name: 'VENDOR' });
    expect(await world.one('VendorList', "No eq 'V00010'")).toMatchObject({
      Name: 'Tailwind Carriers',
      Coupled_to_Dataverse: true,
    });
  });

  test('an inactive account is not got', async () => {
    world.change('account', '10000', { statecode: 1, statuscode: 2 });
    const job = await synchronize('10000', get);
    expect(job).toMatchObject({ Failed: 1 });
    expect(await world.errors(job)).toEqual([
      'The Account row is left out of synchronization by a filter of the mapping CUSTOMER, because of its statecode.',
    ]);
  });

  test('a blocked customer is not sent', async () => {
    const job = await synchronize('62000', send);
    expect(await world.errors(job)).toEqual([
      'Customer: 62000 is left out of synchronization by a filter of the mapping CUSTOMER, because of its Blocked.',
    ]);
  });
});

describe('a contact', () => {
  test('is made of a person whose company is coupled', async () => {
    const crmId = recordId('contact', '10000/Olga Björk');
    expect(await world.job('CreateFromSales', { entityName: 'contact', crmId })).toMatchObject({
      Inserted: 1,
    });
    const coupling = await world.coupling('contact', '10000/Olga Björk', 5050);
    expect(coupling).toMatchObject({ Record_Name: 'Olga Björk' });
    expect(await world.one('ContactList', `No eq '${String(coupling?.['Record_No'])}'`)).toMatchObject({
      Type: 'Person',
      Company_No: 'CT000001',
      Company_Name: 'Adatum Corporation',
      E_Mail: 'olga.bjork@adatum.example',
    });
  });

  test('is not made where the company is not coupled', async () => {
    const crmId = recordId('contact', '70000/Ines Marques');
    const job = await world.job('CreateFromSales', { entityName: 'contact', crmId });
    expect(job).toMatchObject({ Inserted: 0, Failed: 1 });
    expect(await world.errors(job)).toEqual([
      'The account that the contact belongs to must be coupled to a Customer or Vendor record before this record can be synchronized.',
    ]);
    expect(await world.coupling('contact', '70000/Ines Marques', 5050)).toBeUndefined();
  });

  test('sends a new name by its parts', async () => {
    world.change('contact', '10000/Robert Townes', { lastname: 'Downes', fullname: 'Robert Downes' });
    await world.job('Synchronize', {
      tableId: 5050,
      crmId: recordId('contact', '10000/Robert Townes'),
      direction: send,
    });
    expect(world.row('contact', '10000/Robert Townes')).toMatchObject({ fullname: 'Robert Townes' });
  });
});
