import { madeItem } from './madeItems';
import type { DemoItem } from './records';

/** Which side has a record that is there to be coupled: Sales alone, Business Central alone, or both. */
export type Side = 'both' | 'sales' | 'businessCentral';

/** A customer or a vendor, and its account. */
export interface CouplingAccount {
  /** Number in Business Central; key of the account in Sales. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly kind: 'customer' | 'vendor';
  readonly side: Side;
  readonly coupled: boolean;
  readonly shows: string;
  /** Full name of the owner of the account, or of the team that owns it. */
  readonly owner: { readonly user: string } | { readonly team: string };
  readonly inactive: boolean;
}

/** A team that owns accounts. */
export const owningTeam = 'Nordic Sales';

function account(
  given: Pick<CouplingAccount, 'key' | 'name' | 'shows'> & Partial<CouplingAccount>,
): CouplingAccount {
  return {
    email: '',
    kind: 'customer',
    side: 'both',
    coupled: false,
    owner: { user: 'Jim Olive' },
    inactive: false,
    ...given,
  };
}

/** Accounts and customers beside those of `demoCustomers`. */
export const couplingAccounts: readonly CouplingAccount[] = [
  account({
    key: '76000',
    name: 'Fincher Architects',
    email: 'office@fincher.example',
    shows: 'Can be coupled: the same name and e-mail on both sides.',
  }),
  account({
    key: '76001',
    name: 'Munson’s Pickles and Preserves',
    email: 'orders@munson.example',
    side: 'sales',
    shows: 'Has no customer yet, so that one can be made.',
  }),
  account({
    key: '76010',
    name: 'Lamna Healthcare',
    email: 'purchase@lamna.example',
    owner: { user: 'Aino Virtanen' },
    shows: 'Its owner is no salesperson: whatever is got from Sales fails.',
  }),
  account({
    key: '76020',
    name: 'City Power & Light',
    email: 'office@citypower.example',
    owner: { team: owningTeam },
    shows: 'A team owns the account, and a team is no salesperson.',
  }),
  account({
    key: '76030',
    name: 'Bellows College',
    email: 'dean@bellows.example',
    inactive: true,
    shows: 'The account is deactivated: the mapping leaves it out.',
  }),
  account({
    key: '76040',
    name: 'Best For You Organics',
    email: 'hello@bestforyou.example',
    coupled: true,
    owner: { user: 'Aino Virtanen' },
    shows: 'Failed twice with the same error, and is skipped since.',
  }),
  account({
    key: '76050',
    name: 'D’Artagnan\'s "Musketeers" & <i>Söhne</i>',
    email: "d'artagnan@musketeers.example",
    shows: 'A name that a careless client breaks on, to be coupled.',
  }),
  account({
    key: '76060',
    name: 'مطبعة القاهرة الحديثة',
    shows: 'A name that is written from right to left, to be coupled.',
  }),
  account({
    key: '76070',
    name: 'First Coffee Roasters',
    email: 'beans@firstcoffee.example',
    side: 'businessCentral',
    shows: 'A customer without an account.',
  }),
  account({
    key: '76080',
    name: 'Alpine Furnishings',
    email: 'orders@alpinefurnishings.example',
    coupled: true,
    shows: 'Coupled, with an order that is in Business Central already.',
  }),
  account({
    key: '81000',
    name: 'Consolidated Messenger',
    email: 'dispatch@consolidated.example',
    kind: 'vendor',
    shows: 'A vendor that can be coupled: the same name and e-mail on both sides.',
  }),
  account({
    key: '81010',
    name: 'Tailwind Carriers',
    email: 'ops@tailwind.example',
    kind: 'vendor',
    side: 'sales',
    shows: 'Has no vendor yet, so that one can be made.',
  }),
];

/** The vendors of CRONUS that have an account in Sales, coupled; the account's key is `vendor <number>`. */
export const coupledVendors: readonly string[] = ['10000', '40000'];

/** Key of the account of a vendor of CRONUS, whose numbers are those of its customers, too. */
export function vendorAccountKey(vendorNo: string): string {
  return `vendor ${vendorNo}`;
}

/** An account that is both: customer 67000 and vendor 30000 of the same name. */
export const customerAndVendor = { customerNo: '67000', vendorNo: '30000' } as const;

/** The account whose coupling is set aside. */
export const skippedCustomerNo = '76040';
export const skippedError =
  'The owner of the row must be coupled to a Salesperson/Purchaser record before this record can be synchronized.';

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
