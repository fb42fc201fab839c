import { recordId } from '../../../sandbox/identity';
import { startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const send = 1;
const get = 2;

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
