import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { Progress } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import { useAdministrationLanguage } from '../strings';
import { pageStyles } from './page.styles';

export interface WorkProgressProps {
  /** What is going on. */
  readonly label: string;
  /** Null: nothing is known yet. */
  readonly progress: Progress | null;
  /** Ends the work; null: it cannot be ended. */
  readonly onCancel: (() => void) | null;
}

/** Work that takes its time: how far it has come, and the way to end it. */
export function WorkProgress({ label, progress, onCancel }: WorkProgressProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { phase, done, total }: Progress = progress ?? { done: 0, total: null };
  return (
    <div>
      <div>{label}</div>
      <progress
        className={classes.progress}
        aria-label={label}
        {...(total === null ? {} : { value: done, max: Math.max(total, 1) })}
      />
      <div className={classes.quiet}>
        {phase !== undefined && `${texts.say(`phase_${phase}`)} `}
        {total === null
          ? texts.say('progress_done', { done: format.quantity(done) })
          : texts.say('progress_of', { done: format.quantity(done), total: format.quantity(total) })}
      </div>
      {onCancel !== null && <SmallButton text={texts.say('cancel')} icon="close" onClick={onCancel} />}
    </div>
  );
}
