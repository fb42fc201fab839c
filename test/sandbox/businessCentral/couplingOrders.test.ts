import { recordId } from '../../../sandbox/identity';
import { referTo } from '../../../sandbox/dataverse/cronus/seedRows';
import { startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const send = 1;
const get = 2;

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
