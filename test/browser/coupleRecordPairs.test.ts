import type { CouplableTable } from '../../businessCentral/coupling/pairs';
import type { Row } from '../../sandbox/dataverse/rows/row';
import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  addressOpenedBy,
  businessCentralRows,
  changeSalesRow,
  couple,
  couplingsOf,
  differences,
  ended,
  openCoupling,
  refresh,
  salesRow,
  synchronize,
  uncouple,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

interface Example {
  readonly table: CouplableTable;
  /** The kind of record as the control says it. */
  readonly kind: string;
  readonly coupled: {
    readonly key: string;
    /** Behind "Coupled to …". */
    readonly says: string;
    readonly page: number;
    /** Filter of the address. */
    readonly filter: string;
  };
  /** A row that is coupled by hand; null: by Business Central alone. */
  readonly free: {
    readonly key: string;
    readonly search: string;
    readonly option: RegExp;
    /** Where there is a choice of kinds. */
    readonly as?: string;
    readonly says: string;
    /** What synchronization is to carry from one side to the other; null: nothing can be compared. */
    readonly change: {
      readonly changes: Row;
      readonly field: string;
      readonly column: string;
      /** Where Business Central keeps it. */
      readonly service: string;
      readonly filter: string;
      readonly property: string;
    } | null;
    readonly directions: readonly ('toSales' | 'fromSales')[];
  } | null;
}

const examples: readonly Example[] = [
  {
    table: 'account',
    kind: 'customer',
    coupled: {
      key: '10000',
      says: 'customer 10000 Adatum Corporation',
      page: 21,
      filter: "'No.' IS '10000'",
    },
    free: {
      key: '76000',
      search: 'fincher',
      option: /76000 Fincher Architects/,
      says: 'customer 76000 Fincher Architects',
      change: {
        changes: { name: 'Fincher & Daughters' },
        field: 'Name',
        column: 'name',
        service: 'CustomerCard',
        filter: "No eq '76000'",
        property: 'Name',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'account',
    kind: 'vendor',
    coupled: {
      key: 'vendor 40000',
      says: 'vendor 40000 Wide World Importers',
      page: 26,
      filter: "'No.' IS '40000'",
    },
    free: {
      key: '81000',
      search: 'dispatch@consolidated.example',
      option: /81000 Consolidated Messenger/,
      says: 'vendor 81000 Consolidated Messenger',
      change: {
        changes: { name: 'Consolidated Couriers' },
        field: 'Name',
        column: 'name',
        service: 'VendorList',
        filter: "No eq '81000'",
        property: 'Name',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'contact',
    kind: 'contact',
    coupled: {
      key: '10000/Robert Townes',
      says: 'contact CT000002 Robert Townes',
      page: 5050,
      filter: "'No.' IS 'CT000002'",
    },
    free: {
      key: '20000/Piers Morley',
      search: 'Piers',
      option: /CT000051 Piers Morley/,
      says: 'contact CT000051 Piers Morley',
      change: {
        changes: { emailaddress1: 'piers@treyresearch.example' },
        field: 'Email',
        column: 'emailaddress1',
        service: 'ContactList',
        filter: "No eq 'CT000051'",
        property: 'E_Mail',
      },
      directions: ['fromSales', 'toSales'],
    },
  },
  {
    table: 'product',
    kind: 'item',
    coupled: { key: '1896-S', says: 'item 1896-S ATHENS Desk', page: 30, filter: "'No.' IS '1896-S'" },
    free: {
      key: 'LAMP-100',
      search: 'reading lamp',
      option: /LAMP-100 Reading lamp, brass/,
      says: 'item LAMP-100 Reading lamp, brass',
      change: {
        changes: { price: 1 },
        field: 'Price',
        column: 'price',
        service: 'ItemCard',
        filter: "No eq 'LAMP-100'",
        property: 'Unit_Price',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'product',
    kind: 'resource',
    coupled: { key: 'LIFT', says: 'resource LIFT Furniture lift', page: 76, filter: "'No.' IS 'LIFT'" },
    free: {
      key: 'FITTER',
      search: 'fitter',
      option: /FITTER Furniture fitter/,
      says: 'resource FITTER Furniture fitter',
      change: {
        changes: { name: 'Fitter of furniture' },
        field: 'Name',
        column: 'name',
        service: 'ResourceList',
        filter: "No eq 'FITTER'",
        property: 'Name',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'systemuser',
    kind: 'salesperson',
    coupled: { key: 'Jim Olive', says: 'salesperson JO Jim Olive', page: 5116, filter: "'Code' IS 'JO'" },
    free: {
      key: 'Paolo Rossi',
      search: 'paolo',
      option: /PR Paolo Rossi/,
      says: 'salesperson PR Paolo Rossi',
      change: {
        changes: { internalemailaddress: 'paolo@cronus.example' },
        field: 'Email',
        column: 'internalemailaddress',
        service: 'SalespersonsPurchasers',
        filter: "Code eq 'PR'",
        property: 'E_Mail',
      },
      directions: ['fromSales'],
    },
  },
  {
    table: 'transactioncurrency',
    kind: 'currency',
    coupled: { key: 'EUR', says: 'currency EUR Euro', page: 495, filter: "'Code' IS 'EUR'" },
    free: {
      key: 'SEK',
      search: 'SEK',
      option: /SEK Swedish [Kk]rona/,
      says: 'currency SEK Swedish',
      change: {
        changes: { currencyname: 'Crowns' },
        field: 'Name',
        column: 'currencyname',
        service: 'CurrencyList',
        filter: "Code eq 'SEK'",
        property: 'Description',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'uomschedule',
    kind: 'unit of measure',
    coupled: { key: 'PCS', says: 'unit of measure PCS', page: 209, filter: "'Code' IS 'PCS'" },
    free: {
      key: 'PALLET',
      search: 'PALLET',
      option: /^PALLET/,
      as: 'Unit of measure',
      says: 'unit of measure PALLET',
      change: {
        changes: { baseuomname: 'PLT' },
        field: 'Number',
        column: 'baseuomname',
        service: 'UnitsOfMeasure',
        filter: "Code eq 'PALLET'",
        property: 'Code',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'uomschedule',
    kind: 'unit group',
    coupled: {
      key: 'PCS, SET of 4',
      says: 'unit group 1900-S',
      page: 5400,
      filter: "'Source No.' IS '1900-S'",
    },
    free: {
      key: 'PCS, BAG of 48',
      search: 'WRB-1000',
      option: /^WRB-1000/,
      as: 'Unit group',
      says: 'unit group WRB-1000',
      change: null,
      directions: ['toSales'],
    },
  },
  {
    table: 'pricelevel',
    kind: 'customer price group',
    coupled: { key: 'RETAIL', says: 'customer price group RETAIL', page: 7, filter: "'Code' IS 'RETAIL'" },
    free: {
      key: 'WHOLESALE',
      search: 'WHOLESALE',
      option: /^WHOLESALE/,
      says: 'customer price group WHOLESALE',
      change: {
        changes: { name: 'For shops' },
        field: 'Number',
        column: 'name',
        service: 'CustomerPriceGroups',
        filter: "Code eq 'WHOLESALE'",
        property: 'Code',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'salesorder',
    kind: 'sales order',
    coupled: {
      key: 'ORD-05002',
      says: 'sales order 101021 Alpine Furnishings',
      page: 42,
      filter: "'No.' IS '101021'",
    },
    free: {
      key: '101003',
      search: '101003',
      option: /^101003/,
      says: 'sales order 101003',
      change: {
        changes: { requestdeliveryby: '2027-03-01' },
        field: 'Requested delivery',
        column: 'requestdeliveryby',
        service: 'SalesOrders',
        filter: "No eq '101003'",
        property: 'Requested_Delivery_Date',
      },
      directions: ['toSales'],
    },
  },
  {
    table: 'opportunity',
    kind: 'opportunity',
    coupled: {
      key: 'OP100022',
      says: 'opportunity OP100022 Storage facilities',
      page: 5124,
      filter: "'No.' IS 'OP100022'",
    },
    free: {
      key: 'OP100023',
      search: 'OP100023',
      option: /^OP100023/,
      says: 'opportunity OP100023',
      change: {
        changes: { name: 'Chairs that swivel' },
        field: 'Name',
        column: 'name',
        service: 'Opportunities',
        filter: "No eq 'OP100023'",
        property: 'Description',
      },
      // Its salesperson is not coupled, so Sales cannot take it over: see below.
      directions: ['fromSales'],
    },
  },
  {
    table: 'invoice',
    kind: 'posted sales invoice',
    coupled: {
      key: '103002',
      says: 'posted sales invoice 103002 Adatum Corporation',
      page: 132,
      filter: "'No.' IS '103002'",
    },
    free: null,
  },
];

describe.each(examples.map((example, index) => [example.table, example.kind, index] as const))(
  '%s and %s',
  (table, _kind, index) => {
    const { coupled, free } = examples[index]!;
    // Every other pair on the older of the two versions of React that apps load.
    const react = index % 2 === 0 ? '' : '&react=16';

    it('says what it is coupled to, and opens it where it is', async () => {
      const opened = await openCoupling(host, table, coupled.key, `&user=sara${react}`);
      expect(await wordsOf(opened.control)).toContain(`Coupled to ${coupled.says}`);
      const url = await addressOpenedBy(opened.page, () =>
        opened.control.getByRole('button', { name: /^Open in Business Central/ }).click(),
      );
      expect(url.searchParams.get('company')).toBe('CRONUS International Ltd.');
      expect(url.searchParams.get('page')).toBe(String(coupled.page));
      expect(url.searchParams.get('filter')).toBe(coupled.filter);
      expect(scriptErrors(opened)).toEqual([]);
      expect(opened.foreignRequests).toEqual([]);
    });

    (free === null ? it.skip : it)('is coupled by search, synchronized, compared and uncoupled', async () => {
      const { key, search, option, as, says, change, directions } = free!;
      const before = salesRow(host, table, key);
      const opened = await openCoupling(host, table, key, `&user=ivo${react}`);
      const { control } = opened;
      expect(await wordsOf(control)).toContain('Not coupled');
      await couple(control, { text: search, option, ...(as === undefined ? {} : { as }) });
      expect(await wordsOf(control)).toContain(`Coupled to ${says}`);
      expect(await couplingsOf(host, table, key)).toHaveLength(1);

      for (const direction of change === null ? [] : directions) {
        await synchronize(control, direction);
        const { changes, field, column, service, filter, property } = change!;
        const agreed = salesRow(host, table, key)[column];
        const wish = (agreed === changes[column] ? before[column] : changes[column]) ?? null;
        changeSalesRow(host, table, key, { [column]: wish, modifiedon: '2026-11-20T12:00:00Z' });
        await refresh(control);
        await expectDifferences(control, [field]);
        await synchronize(control, direction);
        await expectDifferences(control, []);
        const [record] = await businessCentralRows(host, service, filter);
        const wanted = direction === 'fromSales' ? wish : agreed;
        expect(record?.[property]).toEqual(wanted);
        expect(salesRow(host, table, key)[column]).toEqual(wanted);
      }

      await uncouple(control);
      expect(await wordsOf(control)).toContain('Not coupled');
      expect(await couplingsOf(host, table, key)).toEqual([]);
      expect(scriptErrors(opened)).toEqual([]);
      changeSalesRow(host, table, key, before);
    });
  },
);

it('an opportunity that was made of one of Sales takes Business Central’s data', async () => {
  const key = 'Reading room for the library';
  const { control } = await openCoupling(host, 'opportunity', key);
  await control.getByRole('button', { name: 'Create in Business Central' }).click();
  await ended(control, 'Created in Business Central and coupled');
  changeSalesRow(host, 'opportunity', key, { name: 'Something else' });
  await refresh(control);
  expect(await differences(control)).toContain('Name');
  await synchronize(control, 'toSales');
  await expectDifferences(control, []);
  expect(salesRow(host, 'opportunity', key)['name']).toBe(key);
});

async function expectDifferences(control: Parameters<typeof differences>[0], names: readonly string[]) {
  expect(await differences(control)).toEqual(names);
}
