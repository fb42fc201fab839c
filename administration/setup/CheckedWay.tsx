import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CheckFailureCode, CheckStep } from '../../businessCentral/administration/types';
import { wordsOf } from '../../ui/failure';
import { Notice } from '../../ui/Notice';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';
import { failedPartOf } from './judgements';
import type { StepName } from './stepNames';

/** Failures that a role mends. */
const mendedByRoles: readonly CheckFailureCode[] = ['noRole', 'ticketNotPermitted'];

export interface CheckedWayProps {
  readonly steps: readonly CheckStep[];
  /** Takes the company that was most likely meant; null: it is not entered here. */
  readonly onSuggestion: ((company: string) => void) | null;
  /** Opens another step, where what fails is mended. */
  readonly onStep: (step: StepName) => void;
}

/** Whether the way works, or the part that fails, in a sentence. */
export function wordsOfWay(steps: readonly CheckStep[], texts: AdministrationTexts): string {
  const failed = failedPartOf(steps);
  return failed === null
    ? texts.say('wayWorks')
    : `${texts.say(`check_${failed.part}`)}: ${texts.say(`checkFailed_${failed.code}`)}`;
}

/** The parts of the way to Business Central, each with how it stands; what fails is explained with what to do. */
export function CheckedWay({ steps, onSuggestion, onStep }: CheckedWayProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <ul className={classes.steps} aria-label={texts.say('way_parts')}>
      {steps.map((step) => (
        <li key={step.part} className={classes.part}>
          <CheckedPart step={step} />
          {step.state === 'failed' && step.suggestion !== null && onSuggestion !== null && (
            <button
              type="button"
              className={classes.link}
              onClick={() => onSuggestion(step.suggestion ?? '')}
            >
              {texts.say('company_use', { company: step.suggestion })}
            </button>
          )}
          {step.state === 'failed' && mendedByRoles.includes(step.code) && (
            <button type="button" className={classes.link} onClick={() => onStep('roles')}>
              {texts.say('openRoles')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function CheckedPart({ step }: { readonly step: CheckStep }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const name = texts.say(`check_${step.part}`);
  switch (step.state) {
    case 'ok':
      return <Notice icon="check" tone="good" word={name} text={texts.say('part_ok')} />;
    case 'notReached':
      return <Notice icon="dash" tone="neutral" word={name} text={texts.say('part_notReached')} />;
    case 'failed': {
      const technical = step.error === null ? null : wordsOf(step.error, texts).technical;
      return (
        <>
          <Notice
            icon="cross"
            tone="bad"
            word={name}
            text={texts.say(`checkFailed_${step.code}`)}
            next={texts.say(`checkRemedy_${step.code}`)}
          />
          {technical !== null && (
            <p className={classes.technical}>{texts.say('detail', { detail: technical })}</p>
          )}
        </>
      );
    }
  }
}
