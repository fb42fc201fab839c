import type { Reading } from '../../ui/useReading';
import type { StepState } from '../parts/StepList';
import {
  judgeBusinessCentral,
  judgeMatching,
  judgeOwners,
  judgeReview,
  judgeRoles,
  judgeServices,
  judgeWay,
} from './judgements';
import { stepNames } from './stepNames';
import type { StepName } from './stepNames';
import type { Setup } from './useSetup';

/** How every step stands, by what checks found and by nothing else, so that whoever takes the setup up sees the same. */
export function stepStatesOf(setup: Setup): Readonly<Record<StepName, StepState>> {
  const { connection, connections, way, services, access, owners, review } = setup;
  if (connections.value === null) {
    const state = connections.busy ? 'checking' : 'unknown';
    return Object.fromEntries(stepNames.map((name) => [name, state])) as Record<StepName, StepState>;
  }
  const wayState = (judge: typeof judgeWay) => (way.busy ? 'checking' : judge(connection, way.value));
  return {
    way: wayState(judgeWay),
    businessCentral: wayState(judgeBusinessCentral),
    services: stateOf(services, (check) =>
      connection === null ? 'notYet' : judgeServices(connection, check),
    ),
    matching: matchingState(setup),
    roles: stateOf(access, judgeRoles),
    salespeople: stateOf(owners, judgeOwners),
    synchronize: stateOf(review, judgeReview),
  };
}

/** A reading that was not begun waits for a step before it. */
function stateOf<Answer>(reading: Reading<Answer>, judge: (answer: Answer) => StepState): StepState {
  if (reading.value === null) {
    return reading.busy ? 'checking' : reading.failure === null ? 'notYet' : 'unknown';
  }
  return reading.failure === null ? judge(reading.value) : 'unknown';
}

function matchingState({ matching: { work } }: Setup): StepState {
  switch (work.state) {
    case 'idle':
      return 'notYet';
    case 'running':
      return 'checking';
    case 'done':
      return judgeMatching(work.result);
    case 'failed':
    case 'ended':
      return 'unknown';
  }
}

/** A step whose own check decides whether the next one may come. */
export interface CheckedStep {
  readonly state: StepState;
  readonly isChecking: boolean;
  /** Makes the check once more; that of the connection where it is in the way. */
  readonly again: () => void;
}

/** The check of a step that is about the connection as it is saved. */
export function checkedStep(
  setup: Setup,
  step: 'services' | 'matching' | 'roles' | 'salespeople',
): CheckedStep {
  const { way, services, access, owners, matching, startMatching } = setup;
  const state = stepStatesOf(setup)[step];
  if (step === 'roles') {
    return { state, isChecking: access.busy, again: access.again };
  }
  const isWayInTheWay = setup.connection !== null && !setup.isReady;
  const isBusy =
    step === 'services' ? services.busy : step === 'salespeople' ? owners.busy : isRunning(matching);
  const again = step === 'services' ? services.again : step === 'salespeople' ? owners.again : startMatching;
  return { state, isChecking: way.busy || isBusy, again: isWayInTheWay ? way.again : again };
}

function isRunning({ work }: Setup['matching']): boolean {
  return work.state === 'running';
}
