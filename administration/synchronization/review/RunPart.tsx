import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';

export interface RunPartProps {
  readonly words: string;
  readonly done: number;
  readonly all: number;
  readonly isWell: boolean;
  /** Null: the run has ended. */
  readonly onStartNoMore: (() => void) | null;
}

/** How far what was started from this page has come, or what came of it. */
export function RunPart({ words, done, all, isWell, onStartNoMore }: RunPartProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <div>
      <Notice
        icon={!isWell ? 'warning' : onStartNoMore === null ? 'check' : 'half'}
        tone={!isWell ? 'bad' : onStartNoMore === null ? 'good' : 'neutral'}
        word={words}
        {...(onStartNoMore === null ? {} : { next: texts.say('synch_goesOn') })}
      />
      <progress className={classes.progress} aria-label={words} value={done} max={Math.max(all, 1)} />
      {onStartNoMore !== null && (
        <SmallButton text={texts.say('synch_startNoMore')} icon="close" onClick={onStartNoMore} />
      )}
    </div>
  );
}
