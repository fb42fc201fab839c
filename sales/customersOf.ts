import type { SalesCustomers } from './customers';
import { dataverseReader, type ReadingWebApi } from './dataverseReader';
import { expandedOf, textOf } from './dataverseRow';
import { accountOptions, customerOf, documentCustomerOf, documentOptions } from './documentCustomer';
import { gatewayAuthorizations, type AuthorizationAt } from './gatewayAuthorization';
import type { TicketMaker } from './gatewayTicket';
import { holdsOneOf, roleIds, type HeldRoles } from './heldRoles';
import { readConnection } from './readConnection';
import { SalesError } from './sales';

/** The roles that include customer statistics (docs/roles.md). */
const rolesWithStatistics = Object.values(roleIds);

/**
 * The questions about customers to Dataverse, asked as the signed-in user.
 * @param webAPI of the component framework's context
 * @param roles of the signed-in user
 * @param authorizationAt how a gateway lets the user in
 */
export function salesCustomersOf(
  webAPI: ReadingWebApi & TicketMaker,
  roles: HeldRoles,
  authorizationAt: AuthorizationAt = gatewayAuthorizations(webAPI),
): SalesCustomers {
  const reader = dataverseReader(webAPI);
  const { one, many } = reader;

  /** It never changes; null where it cannot be read, since a document in local currency does without. */
  let baseCurrency: Promise<string | null> | null = null;
  const baseCurrencyCode = (): Promise<string | null> => {
    baseCurrency ??= many(
      'organization',
      '?$select=name&$expand=basecurrencyid($select=isocurrencycode)',
    ).then(([organization]) => {
      const currency = organization === undefined ? null : expandedOf(organization, 'basecurrencyid');
      return currency === null ? null : textOf(currency, 'isocurrencycode');
    });
    return baseCurrency.catch(() => {
      baseCurrency = null;
      return null;
    });
  };

  return {
    connection: async () => {
      const connection = await readConnection(reader, authorizationAt);
      // A gateway keeps everybody else from the figures; without one nothing but this does (docs/security.md).
      if (
        connection.authorization.kind === 'accessKey' &&
        !(await holdsOneOf(rolesWithStatistics, roles, reader))
      ) {
        throw new SalesError('notPermitted');
      }
      return connection;
    },
    account: async (id) => customerOf(await one('account', id, `?${accountOptions}`)),
    documentWithCustomer: async ({ table, id }) => {
      const [row, base] = await Promise.all([one(table, id, documentOptions), baseCurrencyCode()]);
      return documentCustomerOf(table, row, base);
    },
  };
}
