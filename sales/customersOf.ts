import type { SalesCustomers } from './customers';
import { dataverseReader, type ReadingWebApi } from './dataverseReader';
import { numberOf } from './dataverseRow';
import { accountOptions, customerOf, documentCustomerOf, documentOptions } from './documentCustomer';
import { gatewayAuthorizations, type AuthorizationAt } from './gatewayAuthorization';
import type { TicketMaker } from './gatewayTicket';
import { holdsOneOf, roleIds, type HeldRoles } from './heldRoles';
import { readConnection } from './readConnection';
import { SalesError } from './sales';

/** The roles that include customer statistics (docs/roles.md). */
const rolesWithStatistics = Object.values(roleIds);

/** Of most currencies (ISO 4217). */
const usualDecimals = 2;

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
    currencyRate: async (code) => {
      // Only such a code can be one of Sales; nothing else becomes part of a query.
      if (!/^[A-Z]{3}$/.test(code)) {
        return { kind: 'missing' };
      }
      try {
        const [currency] = await many(
          'transactioncurrency',
          `?$select=exchangerate,currencyprecision&$filter=isocurrencycode eq '${code}' and statecode eq 0`,
        );
        const perBase = currency === undefined ? null : numberOf(currency, 'exchangerate');
        return currency === undefined || perBase === null
          ? { kind: 'missing' }
          : { kind: 'rate', perBase, decimals: numberOf(currency, 'currencyprecision') ?? usualDecimals };
      } catch {
        // What else is known of the customer is worth more than the failure.
        return { kind: 'unreadable' };
      }
    },
    documentWithCustomer: async ({ table, id }) =>
      documentCustomerOf(table, await one(table, id, documentOptions)),
  };
}
