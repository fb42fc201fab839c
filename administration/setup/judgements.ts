import type {
  CheckPart,
  CheckStep,
  ReviewLine,
  ServiceCheck,
} from '../../businessCentral/administration/types';
import { checkParts } from '../../businessCentral/administration/types';
import type { ServiceSettings } from '../../businessCentral/connection';
import type { ConnectionRow, UserAccess } from '../../sales/administration/types';
import { parseServiceSettings } from '../../sales/serviceSettings';
import type { CoupledOwners } from '../salespeople/owners';
import type { StepState } from '../parts/StepList';
import type { DryRuns } from './useMatching';

/** The parts of the way that lead to Business Central's door; the company comes behind it. */
const partsBeforeCompany: readonly CheckPart[] = checkParts.slice(0, checkParts.indexOf('company'));

/** The part that fails; null: none. */
export function failedPartOf(
  steps: readonly CheckStep[],
): Extract<CheckStep, { readonly state: 'failed' }> | null {
  return steps.find((step) => step.state === 'failed') ?? null;
}

/** Whether the way leads to Business Central's door. */
export function leadsToDoor(steps: readonly CheckStep[]): boolean {
  const failed = failedPartOf(steps);
  return failed === null || !partsBeforeCompany.includes(failed.part);
}

/** Whether a saved connection says enough to be tried. */
export function canBeTried({ gatewayUrl, odataUrl, userName }: ConnectionRow): boolean {
  return gatewayUrl !== '' || (odataUrl !== '' && userName !== '');
}

export function isSetUp(connection: ConnectionRow): boolean {
  return canBeTried(connection) && connection.company !== '';
}

/** That no company is known is no failure while none has been entered. */
export function awaitsCompany(connection: ConnectionRow | null, steps: readonly CheckStep[]): boolean {
  return connection?.company === '' && failedPartOf(steps)?.part === 'company';
}

export function judgeWay(connection: ConnectionRow | null, steps: readonly CheckStep[] | null): StepState {
  if (connection === null || (connection.gatewayUrl === '' && connection.odataUrl === '')) {
    return 'notYet';
  }
  if (connection.gatewayUrl === '') {
    return 'done';
  }
  return steps === null ? 'unknown' : leadsToDoor(steps) ? 'done' : 'attention';
}

export function judgeBusinessCentral(
  connection: ConnectionRow | null,
  steps: readonly CheckStep[] | null,
): StepState {
  if (connection === null || !isSetUp(connection)) {
    return 'notYet';
  }
  return steps === null ? 'unknown' : failedPartOf(steps) === null ? 'done' : 'attention';
}

/** Whether the connection says of the services what has been found out. */
export function isProposalSaved({ services }: ConnectionRow, { proposal }: ServiceCheck): boolean {
  return inOrder(parseServiceSettings(services)) === inOrder(proposal);
}

function inOrder(settings: ServiceSettings): string {
  const entries = Object.entries(settings).filter(([, setting]) => Object.keys(setting).length > 0);
  return JSON.stringify(
    entries
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([service, { name = '', missing = false, missingFields = [] }]) => [
        service,
        name,
        missing,
        [...missingFields].sort(),
      ]),
  );
}

/** Stock is what the product is for: without its services the rest is of little use. */
export function judgeServices(connection: ConnectionRow, check: ServiceCheck): StepState {
  const { services } = check;
  const lacksStock = services.some(
    ({ state, features }) => state !== 'found' && features.includes('availability'),
  );
  const isOpen = services.some(({ state }) => ['notPermitted', 'notForRole', 'unknown'].includes(state));
  return lacksStock || isOpen || !isProposalSaved(connection, check) ? 'attention' : 'done';
}

/** Where not a single product finds its item nobody sees stock; single ones that do not are for the list. */
export function judgeMatching({ products }: DryRuns): StepState {
  if (!products.ok) {
    return 'unknown';
  }
  const { rows, matched } = products.matching;
  return rows > 0 && matched === 0 ? 'attention' : 'done';
}

/** Holds one of the roles; the profile alone opens nothing. */
export function hasAccess({ own, throughTeams }: UserAccess): boolean {
  return [...own, ...throughTeams.map(({ grant }) => grant)].some((grant) => grant !== 'credentials');
}

/** Not a program, such as the gateway's account: that one holding a role shows nobody anything. */
export function isPerson({ user }: UserAccess): boolean {
  return !user.isApplication;
}

export function judgeRoles(users: readonly UserAccess[]): StepState {
  if (!users.some((each) => isPerson(each) && hasAccess(each))) {
    return 'notYet';
  }
  return users.some(({ warnings }) => warnings.length > 0) ? 'attention' : 'done';
}

/** How many mappings have gone over, have failed, and are still to go. */
export function reviewCounts(lines: readonly ReviewLine[]): {
  readonly finished: number;
  readonly failed: number;
  readonly open: number;
} {
  const failed = lines.filter(({ state }) => state === 'error').length;
  const finished = lines.filter(
    ({ state, recommendation }) =>
      state === 'finished' || (state !== 'error' && recommendation === 'nothing'),
  ).length;
  return { finished, failed, open: lines.length - finished - failed };
}

export function judgeReview(lines: readonly ReviewLine[]): StepState {
  const { failed, open } = reviewCounts(lines);
  return failed > 0 ? 'attention' : open > 0 ? 'notYet' : 'done';
}

/** Whoever owns nothing need not be coupled: nothing of theirs goes over. */
export function judgeOwners({ coupled, notCoupled }: CoupledOwners): StepState {
  return notCoupled === 0 ? 'done' : coupled === 0 ? 'notYet' : 'attention';
}
