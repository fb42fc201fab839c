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
