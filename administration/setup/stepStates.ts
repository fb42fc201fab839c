import type { Reading } from '../../ui/useReading';
import type { StepState } from '../parts/StepList';
import {
  judgeBusinessCentral,
  judgeMatching,
  judgeReview,
  judgeRoles,
  judgeSalespeople,
  judgeServices,
  judgeWay,
} from './judgements';
import type { StepName } from './stepNames';
import type { Setup } from './useSetup';

/** How every step stands, by what checks found and by nothing else, so that whoever takes the setup up sees the same. */
export function stepStatesOf(setup: Setup): Readonly<Record<StepName, StepState>> {
  const { connection, connections, way, services, access, salespeople, review } = setup;
  if (connections.value === null) {
    const state = connections.busy ? 'checking' : 'unknown';
    return {
      way: state,
      businessCentral: state,
      services: state,
      matching: state,
      roles: state,
      salespeople: state,
      synchronize: state,
    };
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
    salespeople: stateOf(salespeople, judgeSalespeople),
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
