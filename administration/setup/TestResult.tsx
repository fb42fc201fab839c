import * as React from 'react';
import type { CheckStep } from '../../businessCentral/administration/types';
import { FailureNotice } from '../parts/FailureNotice';
import type { Work } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import { CheckedWay } from './CheckedWay';
import type { Setup } from './useSetup';

export interface TestResultProps {
  readonly setup: Setup;
  /** The test of what is entered; it is told before that of what is saved. */
  readonly test: Work<readonly CheckStep[]>;
  readonly onCancel: () => void;
  /** Which parts this step is about. */
  readonly partsOf: (steps: readonly CheckStep[]) => readonly CheckStep[];
  readonly onSuggestion: ((company: string) => void) | null;
}

/** What came of testing the connection: the one that is entered, or else the one that is saved. */
export function TestResult(props: TestResultProps): React.ReactElement | null {
  const { setup, test, onCancel, partsOf, onSuggestion } = props;
  const { texts } = useAdministrationLanguage();
  const { way } = setup;
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
  return steps === null ? null : <CheckedWay steps={partsOf(steps)} onSuggestion={onSuggestion} />;
}
