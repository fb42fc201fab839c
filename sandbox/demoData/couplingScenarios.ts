import type { Side } from './couplingAccounts';
import { madeItem } from './madeItems';
import type { DemoItem } from './records';

/** A person at a customer, in Sales, in Business Central, or both. */
export interface CouplingPerson {
  readonly customerNo: string;
  readonly name: string;
  readonly email: string;
  readonly side: Side;
  readonly shows: string;
}

/** People beside those of CRONUS; none of them is coupled. */
export const couplingPeople: readonly CouplingPerson[] = [
  {
    customerNo: '20000',
    name: 'Piers Morley',
    email: 'piers.morley@treyresearch.example',
    side: 'both',
    shows: 'Can be coupled: the same name and e-mail on both sides.',
  },
  {
    customerNo: '10000',
    name: 'Olga Björk',
    email: 'olga.bjork@adatum.example',
    side: 'sales',
    shows: 'Has no contact in Business Central yet.',
  },
  {
    customerNo: '70000',
    name: 'Ines Marques',
    email: 'ines.marques@humongous.example',
    side: 'both',
    shows: 'Her company is not coupled: what is got from Sales fails.',
  },
];

/** Items that are there to be coupled, and products without an item. */
export interface CouplingItem {
  readonly item: DemoItem;
  readonly side: Side;
  readonly coupled: boolean;
  /** On hand, in pieces. */
  readonly inventory: number;
}

/** The item of the order that is in Business Central already. */
export const orderedItemNo = 'DESK-200';

export const couplingItems: readonly CouplingItem[] = [
  {
    item: madeItem({ No: 'LAMP-100', Description: 'Reading lamp, brass', Unit_Price: 64, Unit_Cost: 27 }),
    side: 'both',
    coupled: false,
    inventory: 40,
  },
  {
    item: madeItem({ No: 'BOOTH-10', Description: 'Phone booth for two', Unit_Price: 4200, Unit_Cost: 2650 }),
    side: 'sales',
    coupled: false,
    inventory: 0,
  },
  {
    item: madeItem({ No: orderedItemNo, Description: 'Standing desk, oak', Unit_Price: 890, Unit_Cost: 410 }),
    side: 'both',
    coupled: true,
    inventory: 10,
  },
];

/** A resource and the service product that it is in Sales. */
export interface CouplingResource {
  readonly no: string;
  readonly name: string;
  readonly type: 'Person' | 'Machine';
  readonly unitPrice: number;
  readonly unitCost: number;
  readonly side: Side;
  readonly coupled: boolean;
}

export const couplingResources: readonly CouplingResource[] = [
  {
    no: 'LIFT',
    name: 'Furniture lift',
    type: 'Machine',
    unitPrice: 120,
    unitCost: 60,
    side: 'both',
    coupled: true,
  },
  {
    no: 'FITTER',
    name: 'Furniture fitter',
    type: 'Person',
    unitPrice: 75,
    unitCost: 38,
    side: 'both',
    coupled: false,
  },
  {
    no: 'PLANNER',
    name: 'Office planner',
    type: 'Person',
    unitPrice: 140,
    unitCost: 80,
    side: 'sales',
    coupled: false,
  },
];

/** Unit in which resources are sold. */
export const resourceUnit = 'HOUR';

/** A salesperson and the user that he or she is in Sales. */
export interface CouplingSalesperson {
  readonly code: string;
  /** Full name of the user. */
  readonly userName: string;
  readonly coupled: boolean;
  /** False: of CRONUS's own salespeople. */
  readonly made: boolean;
}

export const couplingSalespeople: readonly CouplingSalesperson[] = [
  { code: 'JO', userName: 'Jim Olive', coupled: true, made: false },
  { code: 'SA', userName: 'Sara Andersson', coupled: true, made: true },
  { code: 'PR', userName: 'Paolo Rossi', coupled: false, made: true },
];

/** ISO codes of the currencies that are coupled; SEK is on both sides and is not. */
export const coupledCurrencies: readonly string[] = ['EUR', 'USD'];

/** Units that are unit groups of one unit in Sales; the last one is not coupled. */
export const uncoupledUnit = 'PALLET';

/** The unit group of Sales that no unit group of Business Central is coupled to: that of the item `WRB-1000`. */
export const uncoupledUnitGroupItem = 'WRB-1000';

export interface CouplingPriceGroup {
  readonly code: string;
  readonly description: string;
  readonly coupled: boolean;
}

/** CRONUS's data has no price groups. */
export const couplingPriceGroups: readonly CouplingPriceGroup[] = [
  { code: 'RETAIL', description: 'Retail', coupled: true },
  { code: 'WHOLESALE', description: 'Wholesale', coupled: false },
];

/** Numbers of CRONUS's orders that are coupled to the order of the same number in Sales, which is still open there. */
export const coupledOrders: readonly string[] = ['101005'];

/** An order of CRONUS that Sales has under the same number, and that is not coupled. */
export const uncoupledOrder = '101003';

/** An order of Sales that is in Business Central already, with lines for the same items. */
export interface CouplingOrder {
  /** Number in Sales. */
  readonly number: string;
  readonly name: string;
  readonly customerNo: string;
  /** Number in Business Central; null: it is not there yet. */
  readonly documentNo: string | null;
  readonly lines: readonly { readonly itemNo: string; readonly quantity: number }[];
  readonly requestedInDays: number;
}

export const couplingOrders: readonly CouplingOrder[] = [
  {
    number: 'ORD-05002',
    name: 'In Business Central already',
    customerNo: '76080',
    documentNo: '101021',
    lines: [{ itemNo: orderedItemNo, quantity: 8 }],
    requestedInDays: 14,
  },
  {
    number: 'ORD-05003',
    name: 'Submitted, and not in Business Central yet',
    customerNo: '76080',
    documentNo: null,
    lines: [
      { itemNo: '1896-S', quantity: 2 },
      { itemNo: '1900-S', quantity: 4 },
    ],
    requestedInDays: 21,
  },
];

/** Opportunities of CRONUS that are in Sales under their description; the first is coupled. */
export const opportunitiesInSales: readonly { readonly no: string; readonly coupled: boolean }[] = [
  { no: 'OP100022', coupled: true },
  { no: 'OP100023', coupled: false },
];

/** An opportunity that only Sales has. */
export const opportunityOfSales = {
  key: 'Reading room for the library',
  customerNo: '10000',
  contactName: 'Robert Townes',
  estimatedValue: 18_000,
  closesInDays: 60,
} as const;

/** Posted invoices of CRONUS that are in Sales; only the first is coupled. */
export const invoicesInSales: readonly { readonly no: string; readonly coupled: boolean }[] = [
  { no: '103002', coupled: true },
  { no: '103001', coupled: false },
];
