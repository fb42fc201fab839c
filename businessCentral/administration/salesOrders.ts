import type { Company } from '../company';
import { mappingsByName, mappingsNamed } from '../coupling/mappings';
import { mappingOfOwners } from '../coupling/prerequisites';
import type { MappingDirection } from '../coupling/types';
import { coupledRows, couplingsOfTable } from './couplingsOfTable';
import { pageDeadline } from './readAll';
import type { WorkOptions } from './types';

/** What must be coupled before orders can go over: ids of rows of Sales that orders lead to, each once. */
export interface OrderNeeds {
  readonly customers: readonly string[];
  readonly products: readonly string[];
  /** Unit groups of the products. */
  readonly units: readonly string[];
  readonly currencies: readonly { readonly id: string; readonly isoCode: string }[];
  /** Users; an order that a team owns needs none. */
  readonly owners: readonly string[];
}

/** What stands in the way of orders; text keys `synch_orderGap_<gap>`. */
export type OrderGap =
  | 'customersNotCoupled'
  | 'productsNotCoupled'
  | 'unitsNotCoupled'
  | 'currenciesNotCoupled'
  | 'ownersNotCoupled';

export interface OrderReadiness {
  /** Of the mapping of sales orders; null: there is none, or it could not be read. */
  readonly direction: MappingDirection | null;
  /** What is missing, with how many rows; only above zero. */
  readonly gaps: readonly { readonly gap: OrderGap; readonly count: number }[];
}

const orders = 'SALESORDER-ORDER';
const salespeople = 'SALESPEOPLE';

/** Tables of Business Central whose records may be the partner of what an order needs. */
const partners = {
  customers: [18],
  products: [27, 156],
  units: [204, 5400],
  currencies: [4],
  owners: [13],
} as const;

/**
 * What is still to be coupled before some orders can go over. An owner counts only where customers depend on salespeople,
 * and the local currency is no record that could be coupled.
 * @throws BusinessCentralError where couplings could not be read; `aborted` where it was ended
 */
export async function orderReadiness(
  company: Company,
  needs: OrderNeeds,
  options: WorkOptions = {},
): Promise<OrderReadiness> {
  const [mappings, setup] = await company.withinDeadline(
    options.signal,
    (deadline) =>
      company.read(
        [mappingsNamed([orders, mappingOfOwners]), { service: 'GeneralLedgerSetup', select: ['LCY_Code'] }],
        deadline,
        true,
      ),
    pageDeadline,
  );
  const byName = mappings?.ok === true ? mappingsByName(mappings.rows) : null;
  const [setupRow] = setup?.ok === true ? setup.rows : [];
  const localCurrency = setupRow?.has('LCY_Code') === true ? setupRow.text('LCY_Code').trim() : '';
  const ownersCount = byName?.get(mappingOfOwners)?.dependsOn.includes(salespeople) ?? true;

  const missing = async (ids: readonly string[], tables: readonly number[]): Promise<number> => {
    if (ids.length === 0) {
      return 0;
    }
    const couplings = await Promise.all(tables.map((table) => couplingsOfTable(company, table, options)));
    const coupled = coupledRows(couplings.flat());
    return ids.filter((id) => !coupled.has(id)).length;
  };
  const foreign = needs.currencies.filter(
    ({ isoCode }) => isoCode.toUpperCase() !== localCurrency.toUpperCase(),
  );
  const gaps = await Promise.all([
    counted('customersNotCoupled', missing(needs.customers, partners.customers)),
    counted('productsNotCoupled', missing(needs.products, partners.products)),
    counted('unitsNotCoupled', missing(needs.units, partners.units)),
    counted(
      'currenciesNotCoupled',
      missing(
        foreign.map(({ id }) => id),
        partners.currencies,
      ),
    ),
    counted('ownersNotCoupled', missing(ownersCount ? needs.owners : [], partners.owners)),
  ]);
  return {
    direction: byName?.get(orders)?.direction ?? null,
    gaps: gaps.filter(({ count }) => count > 0),
  };
}

async function counted(gap: OrderGap, count: Promise<number>): Promise<OrderReadiness['gaps'][number]> {
  return { gap, count: await count };
}
