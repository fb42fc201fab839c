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

describe('a failure', () => {
  test('is kept with the coupling, and repeated sets it aside until somebody synchronizes it', async () => {
    world.change('account', '10000', { ownerid: referTo('systemuser', 'Aino Virtanen') });
    const first = await synchronize('10000', get);
    expect(first).toMatchObject({ Failed: 1, Modified: 0 });
    const [message] = await world.errors(first);
    expect(message).toMatch(/^The owner of the row must be coupled to a Salesperson\/Purchaser record/);
    expect(await world.coupling('account', '10000', 18)).toMatchObject({
      Last_Synch_Result: 'Failure',
      Last_Error: message,
      Skipped: false,
    });

    await synchronize('10000', get);
    expect(await world.coupling('account', '10000', 18)).toMatchObject({ Skipped: true });

    const systemId = await world.systemId(18, '10000');
    const skipped = await world.job('Couple', {
      tableId: 18,
      systemId,
      crmId: account('10000'),
      synchAction: get,
    });
    expect(skipped).toMatchObject({ Skipped: 1, Failed: 0 });

    world.change('account', '10000', { ownerid: referTo('systemuser', 'Jim Olive') });
    expect(await synchronize('10000', get)).toMatchObject({ Skipped: 0, Failed: 0 });
    expect(await world.coupling('account', '10000', 18)).toMatchObject({
      Last_Synch_Result: 'Success',
      Last_Error: '',
      Skipped: false,
    });
  });

  test('is there from the start for the coupling that was set aside', async () => {
    expect(await world.coupling('account', '76040', 18)).toMatchObject({
      Skipped: true,
      Last_Synch_Result: 'Failure',
      Last_Error: expect.stringMatching(/^The owner of the row must be coupled/) as string,
    });
  });

  test.each([
    [
      'the owner is a team',
      { ownerid: referTo('team', 'Nordic Sales'), owningteam: referTo('team', 'Nordic Sales') },
      /owned by a team/,
    ],
    [
      'the currency is not coupled',
      { transactioncurrencyid: referTo('transactioncurrency', 'SEK') },
      /^Currency SEK in Dataverse must be coupled to a Currency record/,
    ],
    ['a code does not fit', { address1_country: 'United Kingdom' }, /^The value UNITED KINGDOM is too long/],
  ])('says that %s', async (_what, changes, message) => {
    world.change('account', '10000', changes);
    const [error] = await world.errors(await synchronize('10000', get));
    expect(error).toMatch(message);
  });

  test('says that the row was deleted', async () => {
    world.dataverse.rows.delete('account', account('10000'));
    const [error] = await world.errors(await synchronize('10000', send));
    expect(error).toMatch(/^The Account row .* was not found in Dataverse/);
  });

  test('is Dataverse’s own sentence where the integration user may not write', async () => {
    world.dataverse.users.removeRole(integrationUserId, 'Business Central Dataverse Integration');
    world.dataverse.users.assignRole(integrationUserId, 'System Customizer');
    world.change('account', '10000', { name: 'Other' });
    const [error] = await world.errors(await synchronize('10000', send));
    expect(error).toContain('ReadAccess right(s)');
  });

  test('leaves no row of a job where Dataverse cannot be reached', async () => {
    world.caller.businessCentral.connectDataverse({ url: 'http://localhost:9', headers: {} });
    const id = await world.value('Synchronize', { tableId: 18, crmId: account('10000'), direction: send });
    await world.caller.businessCentral.jobs.idle();
    expect(await world.caller.rows('IntegrationSynchJobs', `$filter=Job_Queue_Entry_ID eq ${id}`)).toEqual(
      [],
    );
    expect(await world.coupling('account', '10000', 18)).toMatchObject({ Last_Synch_CRM_Result: 'Success' });
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

describe('products', () => {
  test('an item sends number, prices and what is on hand', async () => {
    const crmId = recordId('product', 'DESK-200');
    world.change('product', 'DESK-200', { price: 1, name: 'Other', quantityonhand: null });
    expect(await world.job('Synchronize', { tableId: 27, crmId, direction: send })).toMatchObject({
      Modified: 1,
    });
    expect(world.row('product', 'DESK-200')).toMatchObject({
      name: 'Standing desk, oak',
      price: 890,
      standardcost: 410,
      quantityonhand: 10,
    });
  });

  test('an item keeps the number of the product that it is made of', async () => {
    const crmId = recordId('product', 'BOOTH-10');
    expect(await world.job('CreateFromSales', { entityName: 'product', crmId })).toMatchObject({
      Inserted: 1,
      Integration_Table_Mapping_Name: 'ITEM-PRODUCT',
    });
    expect(await world.one('ItemList', "No eq 'BOOTH-10'")).toMatchObject({
      Description: 'Phone booth for two',
      Base_Unit_of_Measure: 'PCS',
      InventoryField: 0,
      Coupled_to_Dataverse: true,
    });
  });

  test('a product whose unit group is not coupled is not got', async () => {
    const job = await world.job('Synchronize', {
      tableId: 27,
      crmId: recordId('product', 'WRB-1000'),
      direction: get,
    });
    expect((await world.errors(job))[0]).toMatch(/^The unit group of the product must be coupled/);
  });

  test('a service becomes a resource', async () => {
    const crmId = recordId('product', 'PLANNER');
    expect(await world.job('CreateFromSales', { entityName: 'product', crmId })).toMatchObject({
      Inserted: 1,
      Integration_Table_Mapping_Name: 'RESOURCE-PRODUCT',
    });
    expect(await world.one('ResourceList', "No eq 'PLANNER'")).toMatchObject({
      Name: 'Office planner',
      Base_Unit_of_Measure: 'HOUR',
    });
  });
});

describe('an order', () => {
  test('of Sales becomes one whose lines are requirements', async () => {
    const crmId = recordId('salesorder', 'ORD-05003');
    const job = await world.job('CreateFromSales', { entityName: 'salesorder', crmId });
    expect(job).toMatchObject({ Inserted: 1, Integration_Table_Mapping_Name: 'SALESORDER-ORDER' });
    const coupling = await world.coupling('salesorder', 'ORD-05003', 36);
    expect(coupling).toMatchObject({ Record_No: 'S-ORD101001', Record_Name: 'Alpine Furnishings' });
    expect(await world.one('SalesOrders', "No eq 'S-ORD101001'")).toMatchObject({
      Sell_to_Customer_No: '76080',
      External_Document_No: 'ORD-05003',
      Status: 'Released',
      Requested_Delivery_Date: '2026-12-11',
      Coupled_to_Dataverse: true,
    });
    const lines = await world.caller.rows('SalesLines', "$filter=Document_No eq 'S-ORD101001'");
    expect(lines).toMatchObject([
      {
        Document_Type: 'Order',
        Type: 'Item',
        No: '1896-S',
        Quantity: 2,
        Outstanding_Quantity: 2,
        Unit_of_Measure_Code: 'PCS',
        Shipment_Date: '2026-12-11',
      },
      { No: '1900-S', Quantity: 4 },
    ]);
  });

  test('is not made with a product that is not coupled, nor with a write-in', async () => {
    const crmId = recordId('salesorder', 'ORD-05003');
    world.change('salesorderdetail', 'ORD-05003/2', { productid: referTo('product', 'LAMP-100') });
    const job = await world.job('CreateFromSales', { entityName: 'salesorder', crmId });
    expect((await world.errors(job))[0]).toMatch(
      /^Product .* must be coupled to a Item or Resource record|^Product .* must be coupled/,
    );
    world.change('salesorderdetail', 'ORD-05003/2', { productid: null, productdescription: 'Delivery' });
    const second = await world.job('CreateFromSales', { entityName: 'salesorder', crmId });
    expect((await world.errors(second))[0]).toMatch(/^The order has a write-in product, Delivery/);
    expect(await world.caller.rows('SalesOrders', "$filter=startswith(No,'S-ORD')")).toEqual([]);
  });

  test('that is in both is synchronized both ways, submitted as it is', async () => {
    const crmId = recordId('salesorder', 'ORD-05002');
    world.change('salesorderdetail', 'ORD-05002/1', { quantity: 9 });
    expect(await world.job('Synchronize', { tableId: 36, crmId, direction: get })).toMatchObject({
      Modified: 1,
      Failed: 0,
    });
    expect(await world.one('SalesLines', "Document_No eq '101021'")).toMatchObject({ Quantity: 9 });
    world.change('salesorder', 'ORD-05002', { requestdeliveryby: null });
    expect(await world.job('Synchronize', { tableId: 36, crmId, direction: send })).toMatchObject({
      Modified: 1,
      Failed: 0,
    });
    expect(world.row('salesorder', 'ORD-05002').requestdeliveryby).toBe('2026-12-04');
  });

  test('that is still open in Sales is not got', async () => {
    const job = await world.job('Synchronize', {
      tableId: 36,
      crmId: recordId('salesorder', '101005'),
      direction: get,
    });
    expect((await world.errors(job))[0]).toContain('because of its statecode');
  });
});

describe('the other pairs', () => {
  test.each([
    ['systemuser', 'Paolo Rossi', 13, 'PR', 'Paolo Rossi', get],
    ['transactioncurrency', 'SEK', 4, 'SEK', 'Swedish krona', send],
    ['uomschedule', 'PALLET', 204, 'PALLET', 'Pallet', send],
    ['pricelevel', 'WHOLESALE', 6, 'WHOLESALE', 'Wholesale', send],
    ['opportunity', 'OP100023', 5092, 'OP100023', 'Swivel chair', get],
    ['product', 'FITTER', 156, 'FITTER', 'Furniture fitter', send],
    ['product', 'LAMP-100', 27, 'LAMP-100', 'Reading lamp, brass', send],
    ['contact', '20000/Piers Morley', 5050, null, 'Piers Morley', get],
    ['account', '81000', 23, '81000', 'Consolidated Messenger', send],
    ['salesorder', '101003', 36, '101003', 'School of Fine Art', send],
  ] as const)(
    '%s %s of table %d is coupled, synchronized and uncoupled',
    async (table, key, tableId, no, name, direction) => {
      const list = tableId === 5050 ? await world.one('ContactList', `Name eq '${name}'`) : null;
      const recordNo = no ?? String(list?.['No']);
      const crmId = recordId(table, key);
      expect(await world.coupling(table, key, tableId)).toBeUndefined();
      const systemId = await world.systemId(tableId, recordNo);
      const job = await world.job('Couple', { tableId, systemId, crmId, synchAction: direction });
      expect(await world.errors(job)).toEqual([]);
      expect(await world.coupling(table, key, tableId)).toMatchObject({
        Record_No: recordNo,
        Record_Name: name,
      });
      await world.value('Uncouple', { tableId, crmId });
      await world.caller.businessCentral.jobs.idle();
      expect(await world.coupling(table, key, tableId)).toBeUndefined();
    },
  );

  test('a unit group is coupled by its code, and gives its name to Sales', async () => {
    const systemId = await world.systemId(5400, 'ITEM WRB-1000 UOM GR');
    const crmId = recordId('uomschedule', 'PCS, BAG of 48');
    const job = await world.job('Couple', { tableId: 5400, systemId, crmId, synchAction: send });
    expect(await world.errors(job)).toEqual([]);
    expect(await world.one('UnitGroups', "Source_No eq 'WRB-1000'")).toMatchObject({
      Code: 'ITEM WRB-1000 UOM GR',
      Coupled_to_Dataverse: true,
    });
    expect(world.row('uomschedule', 'PCS, BAG of 48')).toMatchObject({ name: 'ITEM WRB-1000 UOM GR' });
  });

  test('a user becomes a salesperson with the initials as code', async () => {
    const crmId = recordId('systemuser', 'Nils Berg');
    expect(await world.job('CreateFromSales', { entityName: 'systemuser', crmId })).toMatchObject({
      Inserted: 1,
    });
    expect(await world.one('SalespersonsPurchasers', "Code eq 'NB'")).toMatchObject({
      Name: 'Nils Berg',
      E_Mail: 'nils.berg@cronus.example',
      Coupled_to_Dataverse: true,
    });
  });

  test('an opportunity is made for the person and the company', async () => {
    const crmId = recordId('opportunity', 'Reading room for the library');
    expect(await world.job('CreateFromSales', { entityName: 'opportunity', crmId })).toMatchObject({
      Inserted: 1,
    });
    expect(await world.one('Opportunities', "Description eq 'Reading room for the library'")).toMatchObject({
      Status: 'Not Started',
      Contact_No: 'CT000002',
      Contact_Company_No: 'CT000001',
    });
  });

  test('an invoice gets the amounts of the posted one', async () => {
    const posted = await world.one('PostedSalesInvoices', "No eq '103002'");
    const job = await world.job('Synchronize', {
      tableId: 112,
      crmId: recordId('invoice', '103002'),
      direction: send,
    });
    expect(await world.errors(job)).toEqual([]);
    expect(world.row('invoice', '103002')).toMatchObject({
      invoicenumber: '103002',
      totalamount: posted['Amount_Including_VAT'],
      duedate: posted['Due_Date'],
    });
  });
});

describe('a full synchronization', () => {
  test('goes over all couplings of a mapping, and is not started twice', async () => {
    world.change('systemuser', 'Jim Olive', { internalemailaddress: 'jim@cronus.example' });
    const id = await world.value('StartFullSynch', { mappingName: 'SALESPEOPLE' });
    expect(await world.refusal('StartFullSynch', { mappingName: 'SALESPEOPLE' })).toBe(
      'The full synchronization of SALESPEOPLE is already under way.',
    );
    await world.caller.businessCentral.jobs.idle();
    expect(await world.one('IntegrationSynchJobs', `Job_Queue_Entry_ID eq ${id}`)).toMatchObject({
      Modified: 2,
      Unchanged: 0,
      Failed: 0,
    });
    expect(await world.one('CRMFullSynchReview', "Name eq 'SALESPEOPLE'")).toMatchObject({
      Job_Queue_Entry_Status: 'Finished',
      From_Int_Table_Job_Status: 'Success',
      To_Int_Table_Job_Status: ' ',
    });
    expect(await world.one('SalespersonsPurchasers', "Code eq 'JO'")).toMatchObject({
      E_Mail: 'jim@cronus.example',
    });
  });

  test('does not get back what the integration user has changed', async () => {
    world.change('contact', '10000/Robert Townes', {
      firstname: 'Bob',
      modifiedby: { table: 'systemuser', id: integrationUserId },
    });
    await world.value('StartFullSynch', { mappingName: 'CONTACT' });
    await world.caller.businessCentral.jobs.idle();
    expect(await world.one('ContactList', "No eq 'CT000002'")).toMatchObject({ Name: 'Robert Townes' });
  });

  test('of a mapping that does not exist is refused', async () => {
    expect(await world.refusal('StartFullSynch', { mappingName: 'NOBODY' })).toContain("Name='NOBODY'");
  });
});

test('a job waits, has a row while it runs, and ends', async () => {
  const slow = await startCouplingWorld({ jobMilliseconds: 300 });
  try {
    const crmId = account('10000');
    const id = await slow.value('Synchronize', { tableId: 18, crmId, direction: send });
    const rowsNow = (): Promise<readonly Row[]> =>
      slow.caller.rows('IntegrationSynchJobs', `$filter=Job_Queue_Entry_ID eq ${id}`);
    expect(await rowsNow()).toEqual([]);
    let running: readonly Row[] = [];
    while (running.length === 0) {
      running = await rowsNow();
    }
    expect(running).toMatchObject([{ Finish_Date_Time: '0001-01-01T00:00:00Z', Modified: 0 }]);
    await slow.caller.businessCentral.jobs.idle();
    const [ended] = await rowsNow();
    expect(String(ended?.['Finish_Date_Time']) > String(ended?.['Start_Date_Time'])).toBe(true);
  } finally {
    await slow.close();
  }
});
