import { checkParts } from '../../businessCentral/administration/types';
import type {
  CheckedService,
  CheckFailureCode,
  CheckPart,
  CheckStep,
  Matching,
  NotMatched,
  ReviewLine,
  ServiceCheck,
} from '../../businessCentral/administration/types';
import type { CompanyQuestions } from '../../administration/sources';
import type { SetupQuestions } from '../../administration/setup/setupQuestions';
import { fakeQuestions } from './fakeSynchronization';
import type { ConnectionEntries, ConnectionRow, Grant, UserAccess } from '../../sales/administration/types';

export const connectionId = '11111111-1111-4111-8111-111111111111';

/** A connection through a gateway, set up to the end. */
export const gatewayConnection: ConnectionRow = {
  id: connectionId,
  name: 'CRONUS',
  odataUrl: '',
  company: 'CRONUS',
  userName: '',
  webClientUrl: '',
  gatewayUrl: 'https://gateway.contoso.com',
  matchBy: 'number',
  isDefault: true,
  isActive: true,
  services: '',
  modifiedAt: 1,
};

export const directConnection: ConnectionRow = {
  ...gatewayConnection,
  gatewayUrl: '',
  odataUrl: 'https://bc.contoso.com:7048/BC/ODataV4',
  userName: 'INTEGRATION',
};

/** A check in which all parts are in order. */
export function wayInOrder(way: 'gateway' | 'direct' = 'gateway'): readonly CheckStep[] {
  return checkParts
    .filter((part) => way === 'gateway' || !['gatewayReachable', 'ticket', 'token'].includes(part))
    .map((part) => ({ part, state: 'ok' }));
}

/** A check that ends at a part. */
export function wayFailing(
  at: CheckPart,
  code: CheckFailureCode,
  suggestion: string | null = null,
): readonly CheckStep[] {
  return checkParts.map((part, index) => {
    const place = checkParts.indexOf(at);
    return index === place
      ? { part, state: 'failed', code, error: null, suggestion }
      : { part, state: index < place ? 'ok' : 'notReached' };
  });
}

export const itemCard: CheckedService = {
  state: 'found',
  service: 'ItemCard',
  object: { type: 'page', id: 30, lastVersion: null },
  features: ['availability'],
  name: 'ItemCard',
  otherNames: [],
};

export const customerCard: CheckedService = {
  ...itemCard,
  service: 'CustomerCard',
  object: { type: 'page', id: 21, lastVersion: null },
  features: ['statistics'],
  name: 'CustomerCard',
};

export const allFound: ServiceCheck = {
  services: [itemCard, customerCard],
  proposal: {},
  hasCompanion: true,
};

/** A dry run of so many rows, of which some do not match. */
export function matchingOf(rows: number, notMatched: readonly NotMatched[] = []): Matching {
  return { matchBy: 'number', rows, matched: rows - notMatched.length, notMatched, recordsWithoutRow: 0 };
}

export function userWith(name: string, changes: Partial<UserAccess> = {}): UserAccess {
  return {
    user: {
      id: name,
      name,
      email: `${name.toLowerCase().replace(/ /g, '.')}@contoso.com`,
      businessUnitId: 'unit',
      isEnabled: true,
      isLicensed: true,
      isApplication: false,
    },
    own: [],
    throughTeams: [],
    isSystemAdministrator: false,
    warnings: [],
    ...changes,
  };
}

export const finishedLine: ReviewLine = {
  mapping: 'CUSTOMER',
  direction: 'bidirectional',
  dependsOn: [],
  waitsFor: [],
  recommendation: 'full',
  state: 'finished',
  toSales: 'finished',
  fromSales: 'finished',
  job: null,
};

/** Questions that note what is asked of them, over a Dataverse that holds some connections. */
export interface FakeSetup extends SetupQuestions {
  readonly rows: ConnectionRow[];
  readonly saved: ConnectionEntries[];
  readonly granted: string[];
}

/** Everything in order, unless told otherwise. */
export function fakeSetup(
  rows: readonly ConnectionRow[] = [gatewayConnection],
  changes: Partial<SetupQuestions> = {},
): FakeSetup {
  const table = [...rows];
  const saved: ConnectionEntries[] = [];
  const granted: string[] = [];
  return {
    rows: table,
    saved,
    granted,
    connections: () => Promise.resolve([...table]),
    hasKey: () => Promise.resolve(true),
    save: (before, entries) => {
      saved.push(entries);
      // The key is written and never read.
      const columns = Object.fromEntries(
        Object.entries(entries).filter(([column]) => column !== 'webServiceAccessKey'),
      );
      const row: ConnectionRow = {
        ...(before ?? { ...gatewayConnection, gatewayUrl: '', company: '', isDefault: false }),
        ...columns,
        modifiedAt: (before?.modifiedAt ?? 0) + 1,
      };
      table.splice(0, before === null ? 0 : 1, row);
      return Promise.resolve({ kind: 'saved', connection: row });
    },
    reactivate: (connectionId) => {
      const at = table.findIndex(({ id }) => id === connectionId);
      table.splice(at, 1, { ...table[at]!, isActive: true });
      return Promise.resolve();
    },
    companies: () => Promise.resolve([{ name: 'CRONUS', id: null, displayName: '' }]),
    check: (asked) => Promise.resolve(wayInOrder(asked.way)),
    services: () => Promise.resolve(allFound),
    match: () => Promise.resolve(matchingOf(3)),
    owners: () => Promise.resolve({ coupled: 1, notCoupled: 0 }),
    review: () => Promise.resolve([finishedLine]),
    access: () => Promise.resolve([userWith('Ada', { own: ['integrationUser'] })]),
    assign: ({ user }, grant: Grant) => {
      granted.push(`+${grant} ${user.name}`);
      return Promise.resolve();
    },
    remove: ({ user }, grant: Grant) => {
      granted.push(`-${grant} ${user.name}`);
      return Promise.resolve();
    },
    ...changes,
  };
}

/** A company whose one salesperson is coupled, and whose one mapping has gone over, unless told otherwise. */
export function fakeCompany(
  salespeople: Partial<CompanyQuestions['salespeople']> = {},
  synchronization: Partial<CompanyQuestions['synchronization']> = {},
): CompanyQuestions {
  return {
    salespeople: {
      salespeople: () =>
        Promise.resolve([{ code: 'PS', name: 'Peter Saddow', email: '', coupledTo: 'user' }]),
      users: () => Promise.resolve([{ id: 'user', name: 'Peter', email: '' }]),
      propose: () => [],
      couple: (pairings) => Promise.resolve({ done: pairings, failed: [], left: [] }),
      ownedRows: () => Promise.resolve(new Map()),
      ownedRecords: () => Promise.resolve([]),
      ...salespeople,
    },
    synchronization: fakeQuestions({ review: () => Promise.resolve([finishedLine]), ...synchronization }),
  };
}
