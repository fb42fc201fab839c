import type { OrderNeeds } from '../../businessCentral/administration/salesOrders';
import type { WorkOptions } from '../../businessCentral/administration/types';
import { checkedId, type ReadingWebApi } from '../dataverseReader';
import { expandedOf, lookupOf, textOf } from '../dataverseRow';
import { pagedRows } from './pagedRows';

const orderExpands = [
  'customerid_account($select=accountid)',
  'transactioncurrencyid($select=isocurrencycode)',
  'owninguser($select=systemuserid)',
];

/**
 * What orders lead to: of one order, or of all that are not fulfilled (`salesorder.statecode`: 0 Active, 1 Submitted).
 * @param orderId null: all
 * @throws SalesError; BusinessCentralError `aborted` where it was ended
 */
export async function orderNeeds(
  webAPI: ReadingWebApi,
  orderId: string | null,
  options: WorkOptions = {},
): Promise<OrderNeeds> {
  const ofOrders = orderId === null ? 'statecode le 1' : `salesorderid eq ${checkedId(orderId)}`;
  const ofLines =
    orderId === null ? 'salesorderid/statecode le 1' : `_salesorderid_value eq ${checkedId(orderId)}`;
  const [orders, lines] = await Promise.all([
    pagedRows(
      webAPI,
      'salesorder',
      `?$select=name&$filter=${ofOrders}&$expand=${orderExpands.join(',')}`,
      options,
    ),
    pagedRows(
      webAPI,
      'salesorderdetail',
      `?$select=_productid_value&$filter=${ofLines} and _productid_value ne null&$expand=productid($select=_defaultuomscheduleid_value)`,
      options,
    ),
  ]);
  const currencies = new Map<string, string>();
  const ids = { customers: new Set<string>(), owners: new Set<string>() };
  for (const order of orders) {
    addTo(ids.customers, idIn(expandedOf(order, 'customerid_account'), 'accountid'));
    addTo(ids.owners, idIn(expandedOf(order, 'owninguser'), 'systemuserid'));
    const currency = expandedOf(order, 'transactioncurrencyid');
    const currencyId = idIn(currency, 'transactioncurrencyid');
    if (currency !== null && currencyId !== null) {
      currencies.set(currencyId, textOf(currency, 'isocurrencycode') ?? '');
    }
  }
  const [products, units] = [new Set<string>(), new Set<string>()];
  for (const line of lines) {
    addTo(products, lookupOf(line, 'productid'));
    const product = expandedOf(line, 'productid');
    addTo(units, product === null ? null : lookupOf(product, 'defaultuomscheduleid'));
  }
  return {
    customers: [...ids.customers],
    products: [...products],
    units: [...units],
    currencies: [...currencies].map(([id, isoCode]) => ({ id, isoCode })),
    owners: [...ids.owners],
  };
}

function idIn(row: ReturnType<typeof expandedOf>, column: string): string | null {
  return row === null ? null : (textOf(row, column)?.toLowerCase() ?? null);
}

function addTo(ids: Set<string>, id: string | null): void {
  if (id !== null) {
    ids.add(id);
  }
}
