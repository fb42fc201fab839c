import * as React from 'react';
import { useEffect, useRef } from 'react';
import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { stepNames } from './stepNames';
import type { StepName } from './stepNames';

/** What a step needs to lead to its neighbours. */
export interface StepWays {
  /** Null: there is no step before this one. */
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
  /** The step was opened by the user, so that its title takes the focus. */
  readonly takesFocus: boolean;
}

export interface StepFrameProps {
  readonly step: StepName;
  readonly ways: StepWays;
  /** Words of the button that leads on; those of a step that saves nothing unless told. */
  readonly next?: string;
  readonly isBusy?: boolean;
  /** What is in the way of going on; empty: nothing. */
  readonly hindrance?: string;
  readonly children: React.ReactNode;
}

/** A step under its title, with what it is for, and the ways back and on. */
export function StepFrame(props: StepFrameProps): React.ReactElement {
  const { step, ways, next, isBusy = false, hindrance = '', children } = props;
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const title = useRef<HTMLHeadingElement>(null);
  const { takesFocus } = ways;
  useEffect(() => {
    if (takesFocus) {
      title.current?.focus();
    }
  }, [takesFocus]);
  const isLast = step === stepNames[stepNames.length - 1];
  return (
    <section className={classes.panel} aria-label={texts.say(`setup_${step}`)} aria-busy={isBusy}>
      <h2 ref={title} tabIndex={-1} className={classes.heading}>
        {texts.say(`setup_${step}`)}
      </h2>
      <p className={classes.intro}>{texts.say(`setupIntro_${step}`)}</p>
      <div className={classes.blocks}>{children}</div>
      {hindrance !== '' && <p className={classes.quiet}>{hindrance}</p>}
      <div className={`${classes.buttons} ${classes.apart}`}>
        <DefaultButton
          text={texts.say('back')}
          disabled={ways.onBack === null}
          onClick={() => ways.onBack?.()}
        />
        <PrimaryButton
          text={next ?? texts.say(isLast ? 'toHealth' : 'next')}
          disabled={isBusy || hindrance !== ''}
          allowDisabledFocus
          onClick={ways.onNext}
        />
      </div>
    </section>
  );
}
