import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { Notice } from '../../../ui/Notice';
import { Choices } from '../../parts/entries';
import { FailureNotice } from '../../parts/FailureNotice';
import { pageStyles } from '../../parts/page.styles';
import { WorkProgress } from '../../parts/WorkProgress';
import { useAdministrationLanguage } from '../../strings';
import { MatchingResult } from '../MatchingResult';
import { CheckedStepFrame } from '../CheckedStepFrame';
import { SavingState } from '../SavingState';
import { matchedKinds } from '../setupQuestions';
import { NeedsConnection } from '../NeedsConnection';
import { checkedStep } from '../stepStates';
import type { StepProps } from './WayStep';

/** Step 4: how products find their items, tried on all of them without changing anything. */
export function MatchingStep({ setup, ways }: StepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { connection, save, saving, isReady, startMatching } = setup;
  const { work, cancel } = setup.matching;
  return (
    <CheckedStepFrame
      step="matching"
      ways={ways}
      isBusy={saving.state === 'saving'}
      check={checkedStep(setup, 'matching')}
    >
      <Choices
        label={texts.say('matching_question')}
        chosen={connection?.matchBy ?? null}
        onChoose={(matchBy) => void save({ matchBy })}
        choices={(['coupling', 'number'] as const).map((value) => ({
          value,
          label: texts.say(`matchBy_${value}`),
          meaning: texts.say(`matchByMeaning_${value}`),
        }))}
      />
      <SavingState setup={setup} />
      <div className={classes.buttons}>
        <DefaultButton
          text={texts.say('matching_run')}
          disabled={!isReady || work.state === 'running'}
          allowDisabledFocus
          onClick={startMatching}
        />
      </div>
      {work.state === 'idle' && <NeedsConnection setup={setup} />}
      {work.state === 'running' && (
        <WorkProgress label={texts.say('matching_running')} progress={work.progress} onCancel={cancel} />
      )}
      {work.state === 'ended' && <Notice icon="dash" tone="neutral" word={texts.say('matching_ended')} />}
      {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={startMatching} />}
      {work.state === 'done' &&
        matchedKinds.map((kind) => <MatchingResult key={kind} kind={kind} run={work.result[kind]} />)}
    </CheckedStepFrame>
  );
}
