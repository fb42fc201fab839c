import { textOf } from '../../sandbox/dataverse/rows/row';
import type { Sandbox } from '../../sandbox/sandbox';

/** A row as Business Central writes it. */
export type OwnRow = Readonly<Record<string, unknown>>;

/** Asks Business Central itself, past every control: what a form shows is held against this. */
export interface OwnStatistics {
  /** The only row of a customer in a service. @throws Error where there is not exactly one */
  row(service: 'CustomerStatistics' | 'CustomerCard', customerNo: string): Promise<OwnRow>;
  /** All ledger entries of a customer that a filter leaves, page by page. */
  entries(customerNo: string, filter: string): Promise<OwnRow[]>;
}

/** @param sandbox in direct mode, where the key stands on the connection */
export function ownStatistics({ businessCentral, dataverse }: Sandbox): OwnStatistics {
  const [connection = {}] = dataverse.rows.all('bcs_connection');
  const user = textOf(connection, 'bcs_username') ?? '';
  const key = textOf(connection, 'bcs_webserviceaccesskey') ?? '';
  const company = (textOf(connection, 'bcs_company') ?? '').replaceAll("'", "''");
  const authorization = `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;

  async function rowsAt(address: string): Promise<OwnRow[]> {
    const answer = await fetch(address, { headers: { authorization } });
    if (!answer.ok) {
      throw new Error(`${address} answered with ${answer.status}: ${await answer.text()}`);
    }
    const { value, '@odata.nextLink': next } = (await answer.json()) as {
      readonly value: OwnRow[];
      readonly '@odata.nextLink'?: string;
    };
    return next === undefined ? value : [...value, ...(await rowsAt(next))];
  }

  const rowsOf = (service: string, filter: string) =>
    rowsAt(
      `${businessCentral.odataUrl}/Company('${encodeURIComponent(company)}')/${service}?$filter=${encodeURIComponent(filter)}`,
    );
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

  return {
    row: async (service, customerNo) => {
      const [row, ...more] = await rowsOf(service, `No eq ${literal(customerNo)}`);
      if (row === undefined || more.length > 0) {
        throw new Error(`${service} has not one row for ${customerNo}`);
      }
      return row;
    },
    entries: (customerNo, filter) =>
      rowsOf('CustomerLedgerEntries', `Customer_No eq ${literal(customerNo)} and ${filter}`),
  };
}
