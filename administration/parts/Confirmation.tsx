import * as React from 'react';
import { useRef } from 'react';
import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react';
import { useFocusReturn } from '../../ui/useFocusReturn';
import { useUniqueId } from '../../ui/useUniqueId';
import { useAdministrationLanguage } from '../strings';
import { pageStyles } from './page.styles';

export interface ConfirmationProps {
  readonly question: string;
  /** What it means to say yes, in one paragraph or several. */
  readonly meaning: string | readonly string[];
  /** The deed in the words of the button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks before something is done. It stands in the page where the question arose; it takes the focus when it opens, and gives
 * it back when it is answered.
 */
export function Confirmation({ question, meaning, yes, onYes, onNo }: ConfirmationProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [questionId, meaningId] = [useUniqueId(), useUniqueId()];
  const title = useRef<HTMLHeadingElement>(null);
  const giveBack = useFocusReturn(title);
  const answer = (act: () => void) => () => {
    act();
    giveBack();
  };
  return (
    <div
      role="alertdialog"
      className={classes.panel}
      aria-labelledby={questionId}
      aria-describedby={meaningId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          answer(onNo)();
        }
      }}
    >
      <h3 id={questionId} ref={title} tabIndex={-1} className={classes.subheading}>
        {question}
      </h3>
      <div id={meaningId}>
        {(typeof meaning === 'string' ? [meaning] : meaning).map((paragraph) => (
          <p key={paragraph} className={classes.paragraph}>
            {paragraph}
          </p>
        ))}
      </div>
      <div className={classes.buttons}>
        <PrimaryButton text={yes} onClick={answer(onYes)} />
        <DefaultButton text={texts.say('cancel')} onClick={answer(onNo)} />
      </div>
    </div>
  );
}
