import * as React from 'react';
import type { CheckStep } from '../../businessCentral/administration/types';
import { Confirmation } from '../parts/Confirmation';
import type { Work } from '../parts/useWork';
import { useAdministrationLanguage } from '../strings';
import { failedPartOf } from './judgements';
import type { Leaving } from './useLeaving';

export interface LeavingQuestionProps {
  readonly leaving: Leaving;
  /** The test that was not good. */
  readonly test: Work<readonly CheckStep[]>;
  /** What saving does: to a connection that salespeople work with, to one that nobody works with yet, or nothing at all. */
  readonly effect: 'inUse' | 'unused' | 'nothingSaved';
}

/** Asks whether to go on although the test was not good, with what is wrong and what that does. */
export function LeavingQuestion({ leaving, test, effect }: LeavingQuestionProps): React.ReactElement | null {
  const { texts } = useAdministrationLanguage();
  if (!leaving.isAsking) {
    return null;
  }
  const failed = test.state === 'done' ? failedPartOf(test.result) : null;
  const wrong =
    failed === null
      ? texts.say('leaving_untested')
      : texts.say('leaving_failed', {
          part: texts.say(`check_${failed.part}`),
          failure: texts.say(`checkFailed_${failed.code}`),
        });
  const isSaved = effect !== 'nothingSaved';
  return (
    <Confirmation
      question={texts.say(isSaved ? 'leaving_saveQuestion' : 'leaving_goOnQuestion')}
      meaning={`${wrong} ${texts.say(`leavingMeaning_${effect}`)}`}
      yes={texts.say(isSaved ? 'saveAllTheSame' : 'goOnAllTheSame')}
      onYes={leaving.leaveAllTheSame}
      onNo={leaving.stay}
    />
  );
}
