import { healthFindings } from '../../businessCentral/administration/health';
import type {
  Checked,
  FailedCheck,
  HealthFacts,
  HealthFinding,
} from '../../businessCentral/administration/health';
import type { WorkOptions } from '../../businessCentral/administration/types';
import type { AskOptions } from '../../businessCentral/askOptions';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { AccessWarning, ConnectionRow, UserAccess } from '../../sales/administration/types';
import { SalesError } from '../../sales/sales';
import { wasKeyAccepted } from '../../sales/serviceSettings';
import { defaultConnection } from '../openDefaultCompany';
import { coupledOwners } from '../salespeople/owners';
import { askedOf, draftOf } from '../setup/draft';
import { failedPartOf, isSetUp } from '../setup/judgements';
import type { HealthQuestions } from './healthQuestions';

/** What a run of all checks brought. */
export interface Health {
  readonly facts: HealthFacts;
  readonly findings: readonly HealthFinding[];
  /** The connection that was checked; null: there is none, or not one alone. */
  readonly connection: ConnectionRow | null;
  /** Whether the signed-in user may put things right. */
  readonly mayMend: boolean;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}

/** How many checks there are: the facts. */
const checkCount = 9;

/** Makes one check; what it fails with becomes what is known of it. */
type Check = <Answer>(ask: () => Promise<Answer>) => Promise<Checked<Answer>>;

/**
 * Runs every check. Where the connection does not work, what would be asked over it is not checked.
 * @param now milliseconds since 1970
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function runChecks(
  questions: HealthQuestions,
  now: () => number,
  { signal, onProgress }: WorkOptions,
): Promise<Health> {
  let done = 0;
  const check: Check = async (ask) => {
    onProgress?.({ done, total: checkCount });
    done += 1;
    try {
      return { answer: await ask() };
    } catch (reason) {
      if (signal?.aborted === true || (reason instanceof BusinessCentralError && reason.code === 'aborted')) {
        throw new BusinessCentralError('aborted');
      }
      return { failed: failedCheck(reason) };
    }
  };
  const ask: AskOptions = signal === undefined ? {} : { signal };
  const rows = await check(() => questions.setup.connections());
  const active = rows !== null && 'answer' in rows ? rows.answer.filter(({ isActive }) => isActive) : [];
  const connection = onlyConnection(active);
  const overConnection = await checkConnection(connection, questions, check, ask);
  const facts: HealthFacts = {
    connections:
      rows !== null && 'answer' in rows
        ? {
            answer: { active: active.length, defaults: active.filter(({ isDefault }) => isDefault).length },
          }
        : rows,
    ...overConnection,
    access: await check(async () => warningCounts(await questions.setup.access(connection, ask))),
  };
  // Whoever sees this page may look; where even their role cannot be read, they are shown what everybody is.
  const mayMend = await questions.mayMend().catch(() => false);
  return {
    facts,
    findings: healthFindings(facts).filter((finding) => mayMend || !isForOthers(finding)),
    mayMend,
    connection,
    // Support can do without it, so that it is not a check of its own.
    version: await questions.version().catch(() => ''),
    checkedAt: now(),
  };
}

/** What a role keeps from the signed-in user is nothing wrong. */
function isForOthers({ code, error }: HealthFinding): boolean {
  return code === 'serviceNotForRole' || (code === 'notChecked' && error?.code === 'notPermitted');
}

function failedCheck(reason: unknown): FailedCheck {
  return reason instanceof BusinessCentralError || reason instanceof SalesError
    ? reason
    : { code: 'unexpected' };
}

function onlyConnection(active: readonly ConnectionRow[]): ConnectionRow | null {
  try {
    return defaultConnection(active);
  } catch {
    return null;
  }
}

type FactsOverConnection = Omit<HealthFacts, 'connections' | 'access'>;

const unchecked: FactsOverConnection = {
  way: null,
  services: null,
  products: null,
  accounts: null,
  ownersNotCoupled: null,
  review: null,
  skipped: null,
};

async function checkConnection(
  connection: ConnectionRow | null,
  { setup, salespeople, synchronization }: HealthQuestions,
  check: Check,
  ask: AskOptions,
): Promise<FactsOverConnection> {
  if (connection === null) {
    return unchecked;
  }
  const asked = askedOf(draftOf(connection), connection.id, wasKeyAccepted(connection.services));
  const way = await check(() =>
    asked === null || !isSetUp(connection)
      ? Promise.reject(new SalesError('connectionIncomplete'))
      : setup.check(asked, ask),
  );
  if (way === null || !('answer' in way) || failedPartOf(way.answer) !== null) {
    return { ...unchecked, way };
  }
  const { matchBy } = connection;
  return {
    way,
    services: await check(() => setup.services(connection, ask)),
    products: await check(() => setup.match(connection, 'products', matchBy, ask)),
    accounts: await check(() => setup.match(connection, 'accounts', matchBy, ask)),
    ownersNotCoupled: await check(async () => {
      const [known, users, rowsOf] = await Promise.all([
        salespeople.salespeople(ask),
        salespeople.users(ask),
        salespeople.ownedRows(ask),
      ]);
      return coupledOwners({ salespeople: known, users }, rowsOf).notCoupled;
    }),
    review: await check(() => synchronization.review(ask)),
    skipped: await check(async () => (await synchronization.skippedRecords(ask)).total),
  };
}

function warningCounts(users: readonly UserAccess[]): Partial<Record<AccessWarning, number>> {
  const counts: Partial<Record<AccessWarning, number>> = {};
  for (const warning of users.flatMap(({ warnings }) => warnings)) {
    counts[warning] = (counts[warning] ?? 0) + 1;
  }
  return counts;
}
