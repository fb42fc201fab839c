import * as React from 'react';
import type { CheckStep } from '../../businessCentral/administration/types';
import { LiveRegion } from '../../ui/LiveRegion';
import { FailureNotice } from '../parts/FailureNotice';
import type { Work } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import { CheckedWay, wordsOfWay } from './CheckedWay';
import { awaitsCompany } from './judgements';
import type { StepName } from './stepNames';
import type { Setup } from './useSetup';

export interface TestResultProps {
  readonly setup: Setup;
  /** The test of what is entered; it is told before that of what is saved. */
  readonly test: Work<readonly CheckStep[]>;
  readonly onCancel: () => void;
  /** Which parts this step is about. */
  readonly partsOf: (steps: readonly CheckStep[]) => readonly CheckStep[];
  readonly onSuggestion: ((company: string) => void) | null;
  /** Opens another step, where what fails is mended. */
  readonly onStep: (step: StepName) => void;
}

/** What came of testing the connection: the one that is entered, or else the one that is saved. */
export function TestResult(props: TestResultProps): React.ReactElement | null {
  const { setup, test, onCancel, partsOf, onSuggestion, onStep } = props;
  const { way, connection } = setup;
  const { texts } = useAdministrationLanguage();
  if (test.state === 'running' || (test.state === 'idle' && way.busy)) {
    return (
      <WorkProgress
        label={texts.say('testing')}
        progress={null}
        onCancel={test.state === 'running' ? onCancel : null}
      />
    );
  }
  if (test.state === 'failed') {
    return <FailureNotice failure={test.failure} onAgain={null} />;
  }
  if (test.state === 'idle' && way.failure !== null) {
    return <FailureNotice failure={way.failure} onAgain={way.again} />;
  }
  const steps = test.state === 'done' ? test.result : way.value;
  if (steps === null) {
    return null;
  }
  const shown = partsOf(steps);
  const isBegun = test.state === 'done' || !awaitsCompany(connection, steps);
  return (
    <>
      {/* What came of the saved way is told by the page. */}
      <LiveRegion message={test.state === 'done' ? wordsOfWay(test.result, texts) : ''} />
      {isBegun && <CheckedWay steps={shown} onSuggestion={onSuggestion} onStep={onStep} />}
    </>
  );
}
