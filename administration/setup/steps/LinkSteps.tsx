import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { reviewCounts } from '../judgements';
import { Notice } from '../../../ui/Notice';
import { FailureNotice } from '../../parts/FailureNotice';
import { pageStyles } from '../../parts/page.styles';
import { WorkProgress } from '../../parts/WorkProgress';
import { useAdministrationLanguage } from '../../strings';
import { StepFrame } from '../StepFrame';
import type { StepProps } from './WayStep';

export interface LinkStepProps extends StepProps {
  /** Opens the page that the step is about. */
  readonly onOpen: () => void;
}

export interface SalespeopleStepProps extends StepProps {
  /** How many salespeople are coupled, and the way to couple them; drawn by those who do it. */
  readonly summary: React.ReactNode;
}

/** Step 6: whether salespeople and users are coupled; the page for it does the rest. */
export function SalespeopleStep({ setup, ways, summary }: SalespeopleStepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <StepFrame step="salespeople" ways={ways}>
      {setup.services.value === null ? (
        <Notice icon="dash" tone="neutral" word={texts.say('needsConnection')} />
      ) : (
        summary
      )}
    </StepFrame>
  );
}

/** Step 7: whether everything has gone over once; the page for it starts and follows it. */
export function SynchronizeStep({ setup, ways, onOpen }: LinkStepProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { review } = setup;
  const { finished, failed, open } = reviewCounts(review.value ?? []);
  const values = {
    finished: format.quantity(finished),
    failed: format.quantity(failed),
    open: format.quantity(open),
  };
  return (
    <StepFrame step="synchronize" ways={ways}>
      {review.value === null && review.failure === null && !review.busy && (
        <Notice icon="dash" tone="neutral" word={texts.say('needsConnection')} />
      )}
      {review.value === null && review.busy && (
        <WorkProgress label={texts.say('synchronize_reading')} progress={null} onCancel={null} />
      )}
      {review.failure !== null && <FailureNotice failure={review.failure} onAgain={review.again} />}
      {review.value !== null && (
        <Notice
          icon={failed > 0 ? 'warning' : open > 0 ? 'half' : 'check'}
          tone={failed > 0 ? 'bad' : open > 0 ? 'neutral' : 'good'}
          word={texts.say('synchronize_summary', values)}
          next={texts.say(
            failed > 0 ? 'synchronize_failed' : open > 0 ? 'synchronize_open' : 'synchronize_all',
          )}
        />
      )}
      <div className={classes.buttons}>
        <DefaultButton text={texts.say('openSynchronization')} onClick={onOpen} />
      </div>
    </StepFrame>
  );
}
