import type { CouplableRecord, Prerequisite } from '../businessCentral/coupling/types';
import { pairsOf } from '../businessCentral/coupling/pairs';
import { browserDay } from './browserDay';
import type { NotCouplable, SalesRecord, SalesRecords } from './couplableRecords';
import { couplingConnection } from './couplingConnection';
import { couplableOptions, couplableTableColumns, mappedColumns, prerequisitesIn } from './couplableTables';
import { checkedId, dataverseReader, type DataverseReader, type ReadingWebApi } from './dataverseReader';
import { expandedOf, numberOf, textOf, type DataverseRow } from './dataverseRow';
import { gatewayAuthorizations, type AuthorizationAt } from './gatewayAuthorization';
import type { TicketMaker } from './gatewayTicket';
import { holdsOneOf, roleIds, type HeldRoles } from './heldRoles';

/** The roles that change couplings (docs/roles.md). */
const rolesThatCouple = [roleIds.integrationAdministrator, roleIds.systemAdministrator];

/**
 * The questions about rows that can be coupled to Dataverse, asked as the signed-in user.
 * @param webAPI of the component framework's context
 * @param roles of the signed-in user
 * @param authorizationAt how a gateway lets the user in
 */
export function salesRecordsOf(
  webAPI: ReadingWebApi & TicketMaker,
  roles: HeldRoles,
  authorizationAt: AuthorizationAt = gatewayAuthorizations(webAPI),
): SalesRecords {
  const reader = dataverseReader(webAPI);
  return {
    connection: () => couplingConnection(reader, roles, authorizationAt),
    record: (record) => readRecord(record, reader),
    mayChangeCouplings: () => holdsOneOf(rolesThatCouple, roles, reader),
  };
}

async function readRecord(record: CouplableRecord, reader: DataverseReader): Promise<SalesRecord> {
  const { table, id } = record;
  const [row, products] = await Promise.all([
    reader.one(table, id, couplableOptions(table)),
    table === 'salesorder' ? orderedProducts(id, reader) : [],
  ]);
  const { number, name, email, notCouplable } = couplableTableColumns[table];
  const textOr = (column: string | null) => (column === null ? '' : (textOf(row, column) ?? ''));
  const owner = ownerIn(row);
  return {
    table,
    id: checkedId(id),
    number: textOr(number),
    name: textOr(name),
    email: textOr(email),
    owner: owner === null ? null : { kind: owner.kind, name: owner.name },
    prerequisites: [...ownerPrerequisite(owner), ...prerequisitesIn(table, row), ...products],
    notCouplable: byPair(table, notCouplable(row)),
    fields: Object.fromEntries(
      [...mappedColumns(table)].map(([field, { column, decimals }]) => [
        field,
        valueIn(row, column, decimals),
      ]),
    ),
  };
}

interface Owner {
  readonly kind: 'user' | 'team';
  readonly name: string;
  readonly id: string | null;
}

/** `ownerid` leads to a user or a team; each has a lookup of its own, too. */
function ownerIn(row: DataverseRow): Owner | null {
  const user = expandedOf(row, 'owninguser');
  const team = expandedOf(row, 'owningteam');
  if (user !== null) {
    return {
      kind: 'user',
      name: textOf(user, 'fullname') ?? '',
      id: textOf(user, 'systemuserid')?.toLowerCase() ?? null,
    };
  }
  return team === null ? null : { kind: 'team', name: textOf(team, 'name') ?? '', id: null };
}

/** Only users are salespeople (table 5331, owners of the type SystemUser). */
function ownerPrerequisite(owner: Owner | null): Prerequisite[] {
  return owner === null || owner.id === null
    ? []
    : [{ part: 'owner', record: { table: 'systemuser', id: owner.id }, name: owner.name }];
}

/** The products of an order's lines, each once. */
async function orderedProducts(orderId: string, { many }: DataverseReader): Promise<Prerequisite[]> {
  const rows = await many(
    'salesorderdetail',
    '?$select=salesorderdetailid&$expand=productid($select=name)' +
      `&$filter=_salesorderid_value eq ${checkedId(orderId)} and _productid_value ne null`,
  );
  const products = new Map<string, Prerequisite>();
  for (const row of rows) {
    const product = expandedOf(row, 'productid');
    const id = product === null ? null : textOf(product, 'productid')?.toLowerCase();
    if (product !== null && id !== null && id !== undefined) {
      products.set(id, {
        part: 'product',
        record: { table: 'product', id },
        name: textOf(product, 'name') ?? '',
      });
    }
  }
  return [...products.values()];
}

function byPair(
  table: CouplableRecord['table'],
  reasons: Partial<Record<string, NotCouplable>>,
): SalesRecord['notCouplable'] {
  return new Map(
    pairsOf(table).flatMap((pair) => {
      const reason = reasons['all'] ?? reasons[pair.kind];
      return reason === undefined ? [] : [[pair, reason]];
    }),
  );
}

/** An option is a number; its label comes beside it (Microsoft Learn, "Retrieve a table row using the Web API"). */
function labelledBy(row: DataverseRow, column: string): string {
  return typeof row[column] === 'number' ? `${column}@OData.Community.Display.V1.FormattedValue` : column;
}

/** A day is a day also where its column is one of the behaviour *User Local*, which comes as an instant. */
function valueIn(row: DataverseRow, column: string, decimals: number | null): string | number | null {
  const [first = '', second] = column.split('.');
  const holder = second === undefined ? row : expandedOf(row, first);
  if (holder === null) {
    return null;
  }
  if (decimals !== null) {
    return numberOf(holder, second ?? first);
  }
  const value = textOf(holder, labelledBy(holder, second ?? first));
  return value !== null && /^\d{4}-\d{2}-\d{2}T/.test(value) ? browserDay(new Date(value)) : value;
}
