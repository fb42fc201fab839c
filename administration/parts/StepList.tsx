import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { Icon } from '../../ui/icons';
import type { IconName } from '../../ui/icons';
import { toneColour } from '../../ui/Notice';
import type { Tone } from '../../ui/Notice';
import { useAdministrationLanguage } from '../strings';
import { pageStyles } from './page.styles';

/** How a step stands, as checks found it; text keys `stepState_<state>`. */
export const stepStates = ['done', 'attention', 'notYet', 'checking', 'unknown'] as const;

export type StepState = (typeof stepStates)[number];

const looks: Readonly<Record<StepState, { readonly icon: IconName; readonly tone: Tone }>> = {
  done: { icon: 'check', tone: 'good' },
  attention: { icon: 'warning', tone: 'warning' },
  notYet: { icon: 'dash', tone: 'neutral' },
  checking: { icon: 'clock', tone: 'neutral' },
  unknown: { icon: 'question', tone: 'neutral' },
};

export interface Step<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly state: StepState;
}

export interface StepListProps<Name extends string> {
  /** What the steps lead to. */
  readonly label: string;
  readonly steps: readonly Step<Name>[];
  /** Null: none is open. */
  readonly current: Name | null;
  readonly onChoose: (step: Name) => void;
}

/** Steps in their order, each with how it stands; any of them can be opened. */
export function StepList<Name extends string>(props: StepListProps<Name>): React.ReactElement {
  const { label, steps, current, onChoose } = props;
  const { texts } = useAdministrationLanguage();
  const theme = useTheme();
  const classes = pageStyles(theme);
  return (
    <nav aria-label={label}>
      <ol className={`${classes.steps} ${classes.stepsAcross}`}>
        {steps.map(({ name, title, state }, index) => (
          <li key={name}>
            <button
              type="button"
              className={name === current ? `${classes.step} ${classes.currentStep}` : classes.step}
              {...(name === current ? { 'aria-current': 'step' } : {})}
              onClick={() => onChoose(name)}
            >
              <span className={classes.icon} style={{ color: toneColour(theme, looks[state].tone) }}>
                <Icon name={looks[state].icon} />
              </span>
              <span>{`${index + 1}. ${title}`}</span>
              <span className={classes.stepState}>{texts.say(`stepState_${state}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
