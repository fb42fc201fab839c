import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { Notice } from '../../../ui/Notice';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import { countsOf, hasEnded } from './fullSynchPlan';
import type { FullSynchRun } from './fullSynchPlan';

export interface RunPartProps {
  readonly run: FullSynchRun;
  readonly words: string;
}

/** How far a full synchronization has come, or what came of it. */
export function RunPart({ run, words }: RunPartProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { all, finished, failed } = countsOf(run);
  const isOver = hasEnded(run);
  return (
    <div>
      <Notice
        icon={failed > 0 ? 'warning' : isOver ? 'check' : 'half'}
        tone={failed > 0 ? 'bad' : isOver ? 'good' : 'neutral'}
        word={words}
        {...(isOver ? {} : { next: texts.say('synch_goesOn') })}
      />
      <progress className={classes.progress} aria-label={words} value={finished} max={Math.max(all, 1)} />
    </div>
  );
}
