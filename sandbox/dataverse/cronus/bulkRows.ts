import { bulkItems } from '../../demoData/bulkItems';
import { today } from '../../demoData/calendar';
import { manyProducts } from '../../demoData/manyProducts';
import { unitGroupOf } from '../../demoData/unitGroups';
import { recordId } from '../../identity';
import type { Dataverse } from '../dataverse';
import { rootBusinessUnitId } from '../organization';
import { salesperson } from '../security/standardRoles';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';
import { unitKey } from './units';

function seedingOf({ organization, rows }: Dataverse): Seeding {
  return { organization, rows, today: today(organization.now()) };
}

/** Many users who sell, for whoever hands out roles: "Seller 0001" and on. */
export function seedManyUsers(dataverse: Dataverse, count: number): void {
  const names = Array.from({ length: count }, (_, index) => `Seller ${String(index + 1).padStart(4, '0')}`);
  seedRows(
    seedingOf(dataverse),
    'systemuser',
    names.map((name) => {
      const [first = '', last = ''] = name.split(' ');
      const mail = `${first}.${last}@cronus.example`.toLowerCase();
      return [
        name,
        {
          fullname: name,
          firstname: first,
          lastname: last,
          domainname: mail,
          internalemailaddress: mail,
          isdisabled: false,
          islicensed: true,
          businessunitid: { table: 'businessunit', id: rootBusinessUnitId },
        },
      ];
    }),
  );
  for (const name of names) {
    dataverse.users.assignRole(recordId('systemuser', name), salesperson.name);
  }
}

/** The products of a large catalogue, in pieces. */
export function seedManyProducts(dataverse: Dataverse, count: number): void {
  const group = unitGroupOf(bulkItems[0]?.item.No ?? '');
  seedRows(
    seedingOf(dataverse),
    'product',
    manyProducts(count).map(({ item }) => [
      item.No,
      {
        name: item.Description,
        productnumber: item.No,
        productstructure: 1,
        producttypecode: 1,
        defaultuomid: referTo('uom', unitKey(group, group.baseUnit)),
        defaultuomscheduleid: referTo('uomschedule', group.name),
        quantitydecimal: 5,
        price: item.Unit_Price,
      },
    ]),
  );
}
