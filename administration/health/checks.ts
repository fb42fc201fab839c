import type { CheckStep, Progress, WorkOptions } from '../../businessCentral/administration/types';
import type { ServiceName } from '../../businessCentral/connection';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ConnectionRow } from '../../sales/administration/types';
import type { PageName } from '../pageNames';
import { askedOf, draftOf } from '../setup/draft';
import { failedPartOf, hasAccess, isProposalSaved, isSetUp, reviewCounts } from '../setup/judgements';
import { matchedKinds } from '../setup/setupQuestions';
import type { SetupQuestions } from '../setup/setupQuestions';
import { dataOfStep } from '../setup/stepNames';
import type { StepName } from '../setup/stepNames';

/** What is checked, in the order in which one needs the other; text keys `health_<check>`. */
export const healthChecks = [
  'connection',
  'key',
  'way',
  'services',
  'products',
  'accounts',
  'roles',
  'salespeople',
  'synchronization',
] as const;

export type HealthCheck = (typeof healthChecks)[number];

/** What a check found wrong; text keys `healthProblem_<kind>` and `healthRemedy_<kind>`. */
export type Problem =
  | {
      readonly kind: 'noConnection' | 'ambiguous' | 'incomplete' | 'noKey' | 'notNoted' | 'nobody';
    }
  | { readonly kind: 'wayFails'; readonly step: Extract<CheckStep, { readonly state: 'failed' }> }
  | { readonly kind: 'servicesLack'; readonly services: readonly ServiceName[] }
  | {
      readonly kind: 'notMatched' | 'salespeopleNotCoupled' | 'accessWarnings' | 'synchFailed' | 'synchOpen';
      readonly count: number;
      readonly total: number;
    };

/** What came of one check. */
export type Finding =
  | { readonly check: HealthCheck; readonly state: 'ok' }
  | { readonly check: HealthCheck; readonly state: 'notReached' }
  | { readonly check: HealthCheck; readonly state: 'problem'; readonly problem: Problem }
  | { readonly check: HealthCheck; readonly state: 'failed'; readonly failure: Error };

export interface Health {
  readonly findings: readonly Finding[];
  /** The connection that was checked; null: there is none. */
  readonly connection: ConnectionRow | null;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}

/** Where each check's fault is mended. */
const places: Readonly<Record<HealthCheck, StepName | PageName>> = {
  connection: 'way',
  key: 'businessCentral',
  way: 'businessCentral',
  services: 'services',
  products: 'matching',
  accounts: 'matching',
  roles: 'roles',
  salespeople: 'salespeople',
  synchronization: 'synchronization',
};

/** The page, and what it is to show, where a fault of this check is mended. */
export function placeOf(finding: Finding): { readonly page: PageName; readonly data?: string } {
  const place = places[finding.check];
  if (place === 'salespeople' || place === 'synchronization') {
    return { page: place };
  }
  const isBeforeDoor =
    finding.state === 'problem' &&
    finding.problem.kind === 'wayFails' &&
    ['gatewayReachable', 'ticket', 'token'].includes(finding.problem.step.part);
  return { page: 'setup', data: dataOfStep(isBeforeDoor ? 'way' : (place as StepName)) };
}

export function isWell({ findings }: Health): boolean {
  return findings.every(({ state }) => state === 'ok');
}

/**
 * Runs every check. One that fails leaves those that need it unreached, and no others.
 * @param now milliseconds since 1970
 * @throws BusinessCentralError `aborted` where it was ended
 */
export async function runChecks(
  questions: SetupQuestions,
  now: () => number,
  { signal, onProgress }: WorkOptions,
): Promise<Health> {
  const findings: Finding[] = [];
  const note = (check: HealthCheck, found: Problem | null): void => {
    findings.push(found === null ? { check, state: 'ok' } : { check, state: 'problem', problem: found });
  };
  const check = async (name: HealthCheck, find: () => Promise<Problem | null>): Promise<boolean> => {
    const progress: Progress = { done: findings.length, total: healthChecks.length };
    onProgress?.(progress);
    try {
      const problem = await find();
      note(name, problem);
      return problem === null;
    } catch (reason) {
      if (signal?.aborted === true || (reason instanceof BusinessCentralError && reason.code === 'aborted')) {
        throw new BusinessCentralError('aborted');
      }
      const failure = reason instanceof Error ? reason : new Error(String(reason));
      findings.push({ check: name, state: 'failed', failure });
      return false;
    }
  };
  const ask = signal === undefined ? {} : { signal };

  let connection: ConnectionRow | null = null;
  const isConnected = await check('connection', async () => {
    const active = (await questions.connections()).filter(({ isActive }) => isActive);
    const defaults = active.filter(({ isDefault }) => isDefault);
    connection = defaults[0] ?? active[0] ?? null;
    return connectionProblem(connection, active.length, defaults.length);
  });
  const checked = connection as ConnectionRow | null;
  if (isConnected && checked !== null) {
    await checkConnected(checked, questions, check, note, ask);
  }
  await check('roles', async () => {
    const users = await questions.access(checked, ask);
    const warned = users.filter(({ warnings }) => warnings.length > 0).length;
    return !users.some(hasAccess)
      ? { kind: 'nobody' }
      : warned > 0
        ? { kind: 'accessWarnings', count: warned, total: users.length }
        : null;
  });
  return {
    findings: healthChecks.map(
      (name) => findings.find((each) => each.check === name) ?? { check: name, state: 'notReached' },
    ),
    connection: checked,
    checkedAt: now(),
  };
}

function connectionProblem(
  connection: ConnectionRow | null,
  active: number,
  defaults: number,
): Problem | null {
  if (connection === null) {
    return { kind: 'noConnection' };
  }
  if (active > 1 && defaults !== 1) {
    return { kind: 'ambiguous' };
  }
  return isSetUp(connection) ? null : { kind: 'incomplete' };
}

async function checkConnected(
  connection: ConnectionRow,
  questions: SetupQuestions,
  check: (name: HealthCheck, find: () => Promise<Problem | null>) => Promise<boolean>,
  note: (name: HealthCheck, found: Problem | null) => void,
  ask: { readonly signal?: AbortSignal },
): Promise<void> {
  const isDirect = connection.gatewayUrl === '';
  const hasKey = isDirect
    ? await check('key', async () => ((await questions.hasKey(connection.id)) ? null : { kind: 'noKey' }))
    : true;
  if (!isDirect) {
    // Nobody needs one: the gateway keeps it.
    note('key', null);
  }
  const asked = askedOf(draftOf(connection), connection.id, connection.services !== '');
  const works =
    hasKey &&
    (await check('way', async () => {
      const failed = asked === null ? null : failedPartOf(await questions.check(asked, ask));
      return failed === null ? null : { kind: 'wayFails', step: failed };
    }));
  if (!works) {
    return;
  }
  await check('services', async () => {
    const found = await questions.services(connection, ask);
    const lacking = found.services.filter(({ state }) => state !== 'found').map(({ service }) => service);
    return lacking.length > 0
      ? { kind: 'servicesLack', services: lacking }
      : isProposalSaved(connection, found)
        ? null
        : { kind: 'notNoted' };
  });
  for (const kind of matchedKinds) {
    await check(kind, async () => {
      const { rows, notMatched } = await questions.match(connection, kind, connection.matchBy, ask);
      return notMatched.length === 0 ? null : { kind: 'notMatched', count: notMatched.length, total: rows };
    });
  }
  await check('salespeople', async () => {
    const salespeople = await questions.salespeople(connection, ask);
    const open = salespeople.filter(({ coupledTo }) => coupledTo === null).length;
    return open === 0 ? null : { kind: 'salespeopleNotCoupled', count: open, total: salespeople.length };
  });
  await check('synchronization', async () => {
    const lines = await questions.review(connection, ask);
    const { failed, open } = reviewCounts(lines);
    return failed > 0
      ? { kind: 'synchFailed', count: failed, total: lines.length }
      : open > 0
        ? { kind: 'synchOpen', count: open, total: lines.length }
        : null;
  });
}
