import { demoItems } from '../../demoData/demoData';
import type { DemoItem, ItemType } from '../../demoData/records';
import { unitGroupOf } from '../../demoData/unitGroups';
import { priceListName } from './currencies';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';
import { seedUnits, unitKey } from './units';

/** product.producttypecode by the type of an item, as Business Central's ITEM-PRODUCT mapping sets it. */
const productTypes: Readonly<Record<ItemType, number>> = { Inventory: 1, 'Non-Inventory': 1, Service: 3 };

/** Units, and every item as a product under its item number. */
export function seedProducts(seeding: Seeding): void {
  seedUnits(
    seeding,
    demoItems.map((item) => unitGroupOf(item.No)),
  );
  seedRows(
    seeding,
    'product',
    demoItems.map((item) => [item.No, productRow(item)]),
  );
}

function productRow(item: DemoItem) {
  const group = unitGroupOf(item.No);
  return {
    name: item.Description,
    productnumber: item.No,
    productstructure: 1,
    producttypecode: productTypes[item.Type],
    defaultuomid: referTo('uom', unitKey(group, group.baseUnit)),
    defaultuomscheduleid: referTo('uomschedule', group.name),
    pricelevelid: referTo('pricelevel', priceListName()),
    quantitydecimal: 5,
    price: item.Unit_Price,
    standardcost: item.Unit_Cost,
    currentcost: item.Unit_Cost,
    stockweight: item.Gross_Weight,
    stockvolume: item.Unit_Volume,
    isstockitem: item.Type === 'Inventory',
  };
}
