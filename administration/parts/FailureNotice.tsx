import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { RefreshButton } from '../../ui/buttons';
import { wordsOf } from '../../ui/failure';
import { Notice } from '../../ui/Notice';
import { useAdministrationLanguage } from '../strings';
import { pageStyles } from './page.styles';

export interface FailureNoticeProps {
  readonly failure: Error;
  /** Tries again what failed; null: there is a button for it elsewhere. */
  readonly onAgain: (() => void) | null;
}

/** What went wrong, what to do about it, and what the services said. */
export function FailureNotice({ failure, onAgain }: FailureNoticeProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { sentence, remedy, technical } = wordsOf(failure, texts);
  return (
    <div>
      <Notice icon="warning" tone="bad" word={sentence} next={remedy} />
      {technical !== null && (
        <p className={classes.technical}>{texts.say('detail', { detail: technical })}</p>
      )}
      {onAgain !== null && (
        <div className={classes.buttons}>
          <RefreshButton failed waiting={false} onClick={onAgain} />
        </div>
      )}
    </div>
  );
}
