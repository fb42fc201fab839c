import { request, rowsOf, textIn } from '../dataverse/request';
import { textLiteral } from '../dataverse/textLiteral';

type DemoTable = 'quote' | 'salesorder' | 'account' | 'product' | 'invoice';

/** A record that is worth opening. */
export interface DemoRecord {
  readonly table: DemoTable;
  /** Number of a document, name of anything else. */
  readonly key: string;
  readonly explanation: string;
}

/** Such a record as it is in Dataverse. */
export interface FoundRecord extends DemoRecord {
  readonly id: string;
  readonly name: string;
}

/** In the order in which a newcomer would open them. */
export const availabilityRecords: readonly DemoRecord[] = [
  {
    table: 'quote',
    key: 'QUO-01001',
    explanation:
      'One line for each answer that Business Central can give: available, partly, expected, short, blocked, …',
  },
  { table: 'quote', key: 'QUO-01002', explanation: 'An ordinary quote of six lines, wanted in ten days.' },
  { table: 'salesorder', key: 'ORD-05001', explanation: 'The same on an order.' },
  {
    table: 'quote',
    key: 'QUO-01050',
    explanation: '50 different products: at most two requests to Business Central.',
  },
  { table: 'quote', key: 'QUO-02000', explanation: '1,000 different products.' },
  {
    table: 'quote',
    key: 'QUO-09999',
    explanation: 'Quantities that nobody should type: 0, negative, a thousand million, none.',
  },
  { table: 'quote', key: 'QUO-00000', explanation: 'No lines at all.' },
];

/** In the order in which a newcomer would open them. */
export const statisticsRecords: readonly DemoRecord[] = [
  {
    table: 'account',
    key: 'Northwind Fitters',
    explanation: 'Over the credit limit, with something overdue in every bracket of age.',
  },
  { table: 'account', key: 'Adatum Corporation', explanation: 'An ordinary customer of CRONUS.' },
  { table: 'account', key: 'Fourth Coffee', explanation: 'Two years of sales, some months of returns.' },
  { table: 'account', key: 'Litware Interiors', explanation: 'Blocked for everything, and overdue.' },
  { table: 'account', key: 'Coho Vineyard', explanation: 'Owes US dollars.' },
  { table: 'account', key: 'Wingtip Offices', explanation: 'Paid too much: the balance is negative.' },
  { table: 'account', key: 'Lucerne Reading Rooms', explanation: 'Nothing was ever sold.' },
  { table: 'account', key: 'Blue Yonder Kiosks', explanation: '5,200 open invoices.' },
  { table: 'account', key: 'Humongous Insurance', explanation: 'Not coupled to a customer.' },
  { table: 'quote', key: 'QUO-03001', explanation: 'Its customer is over the credit limit.' },
  { table: 'quote', key: 'QUO-03002', explanation: 'Passes the credit limit with what is owed already.' },
  { table: 'quote', key: 'QUO-03004', explanation: 'Cannot be held against the limit.' },
  { table: 'quote', key: 'QUO-03006', explanation: 'Its customer is blocked.' },
];

/** In the order in which a newcomer would open them; Ivo couples, Sara sees. */
export const couplingRecords: readonly DemoRecord[] = [
  { table: 'account', key: 'Adatum Corporation', explanation: 'Coupled to a customer.' },
  {
    table: 'account',
    key: 'Fincher Architects',
    explanation: 'Not coupled; there is a customer of this name.',
  },
  { table: 'account', key: 'Munson’s Pickles and Preserves', explanation: 'Has no customer yet.' },
  { table: 'account', key: 'Lamna Healthcare', explanation: 'Its owner is no salesperson.' },
  { table: 'account', key: 'City Power & Light', explanation: 'Belongs to a team.' },
  { table: 'account', key: 'Best For You Organics', explanation: 'Left out after failing twice.' },
  { table: 'product', key: 'Reading lamp, brass', explanation: 'A product that can be coupled to its item.' },
  { table: 'salesorder', key: 'ORD-05002', explanation: 'In Business Central already.' },
  { table: 'invoice', key: '103002', explanation: 'A posted invoice: opened only.' },
];

const columns: Readonly<Record<DemoTable, { readonly set: string; readonly key: string }>> = {
  quote: { set: 'quotes', key: 'quotenumber' },
  salesorder: { set: 'salesorders', key: 'ordernumber' },
  account: { set: 'accounts', key: 'name' },
  product: { set: 'products', key: 'name' },
  invoice: { set: 'invoices', key: 'invoicenumber' },
};

async function rowsOfTable(table: DemoTable, records: readonly DemoRecord[]): Promise<FoundRecord[]> {
  const wanted = records.filter((record) => record.table === table);
  if (wanted.length === 0) {
    return [];
  }
  const { set, key } = columns[table];
  const filter = wanted.map((record) => `${key} eq ${textLiteral(record.key)}`).join(' or ');
  const select = [...new Set([`${table}id`, key, 'name'])].join(',');
  const answer = await request(`${set}?$select=${select}&$filter=${encodeURIComponent(filter)}`);
  return rowsOf(answer).flatMap((row) => {
    const record = wanted.find((candidate) => candidate.key === textIn(row[key]));
    return record === undefined
      ? []
      : [{ ...record, id: textIn(row[`${table}id`]), name: textIn(row['name']) }];
  });
}

/** Those of the records that are there, in the order given. @throws DataverseError */
export async function findDemoRecords(records: readonly DemoRecord[]): Promise<FoundRecord[]> {
  const tables = Object.keys(columns) as DemoTable[];
  const found = (await Promise.all(tables.map((table) => rowsOfTable(table, records)))).flat();
  return records.flatMap(
    ({ table, key }) => found.find((record) => record.table === table && record.key === key) ?? [],
  );
}
