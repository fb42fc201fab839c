import { recordId } from '../../../sandbox/identity';
import { startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const send = 1;
const get = 2;

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
