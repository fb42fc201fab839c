import * as React from 'react';
import { useEffect, useState } from 'react';
import { Confirmation } from '../parts/Confirmation';
import { useAdministrationLanguage } from '../strings';
import { StepFrame } from './StepFrame';
import type { StepFrameProps } from './StepFrame';
import type { CheckedStep } from './stepStates';

export interface CheckedStepFrameProps extends Pick<StepFrameProps, 'step' | 'ways' | 'isBusy' | 'children'> {
  readonly step: 'services' | 'matching' | 'roles' | 'salespeople';
  readonly check: CheckedStep;
}

/**
 * A step that is checked before the next one: a step that is not done is checked once more on going on, and where it still is
 * not, going on takes a yes to what that means.
 */
export function CheckedStepFrame(props: CheckedStepFrameProps): React.ReactElement {
  const { step, ways, isBusy = false, check, children } = props;
  const { texts } = useAdministrationLanguage();
  const [stage, setStage] = useState<'stay' | 'checking' | 'asking'>('stay');
  const { state, isChecking } = check;
  const { onNext } = ways;
  useEffect(() => {
    if (stage === 'checking' && !isChecking) {
      setStage(state === 'done' ? 'stay' : 'asking');
      if (state === 'done') {
        onNext();
      }
    }
  }, [stage, isChecking, state, onNext]);
  const goOn = () => {
    if (state === 'done') {
      onNext();
    } else if (isChecking) {
      // A dry run takes minutes and needs nobody; nobody is kept waiting for it.
      setStage('asking');
    } else {
      check.again();
      setStage('checking');
    }
  };
  return (
    <StepFrame step={step} ways={{ ...ways, onNext: goOn }} isBusy={isBusy || stage === 'checking'}>
      {children}
      {stage === 'asking' && state !== 'done' && (
        <Confirmation
          question={texts.say('goOn_question', { state: texts.say(`stepState_${state}`) })}
          meaning={texts.say(`goOnMeaning_${step}`)}
          yes={texts.say('goOnAllTheSame')}
          onYes={onNext}
          onNo={() => setStage('stay')}
        />
      )}
    </StepFrame>
  );
}
