import * as React from 'react';
import { useRef } from 'react';
import { useTheme } from '@fluentui/react';
import { SmallButton } from '../../ui/buttons';
import type { IconName } from '../../ui/icons';
import { useUniqueId } from '../../ui/useUniqueId';
import { couplingStyles } from './Coupling.styles';
import { useCouplingLanguage } from './texts';
import { useFocusReturn } from '../../ui/useFocusReturn';

export interface ConfirmationProps {
  readonly question: string;
  /** What it means to say yes. */
  readonly meaning: string;
  /** The deed in the words of the button that does it. */
  readonly yes: string;
  readonly icon: IconName;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks before something is done. It stands in the control, not over the form; it takes the focus when it opens, and gives
 * it back to where it was when the answer is no.
 */
export function Confirmation(props: ConfirmationProps): React.ReactElement {
  const { question, meaning, yes, icon, onYes, onNo } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [questionId, meaningId] = [useUniqueId(), useUniqueId()];
  const title = useRef<HTMLHeadingElement>(null);
  const giveBack = useFocusReturn(title);
  const decline = () => {
    onNo();
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
          decline();
        }
      }}
    >
      <h3 id={questionId} ref={title} tabIndex={-1} className={classes.title}>
        {question}
      </h3>
      <div id={meaningId}>{meaning}</div>
      <div className={classes.buttons}>
        <SmallButton text={yes} icon={icon} onClick={onYes} />
        <SmallButton text={texts.say('cancel')} icon="close" onClick={decline} />
      </div>
    </div>
  );
}
