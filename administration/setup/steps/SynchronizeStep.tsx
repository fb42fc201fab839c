import * as React from 'react';
import { useMemo, useState } from 'react';
import { LiveRegion } from '../../../ui/LiveRegion';
import type { SynchronizationQuestions } from '../../synchronization/questions';
import { FullSynchReview } from '../../synchronization/review/FullSynchReview';
import { NeedsConnection } from '../NeedsConnection';
import { StepFrame } from '../StepFrame';
import type { StepProps } from './WayStep';

export interface SynchronizeStepProps extends StepProps {
  /** Over the connection that is set up; null: there is none yet. */
  readonly questions: SynchronizationQuestions | null;
  /** Shows where records are coupled. */
  readonly onCoupleFirst: () => void;
}

/** Step 7: the full synchronization review, started and followed here as on the page Synchronization. */
export function SynchronizeStep(props: SynchronizeStepProps): React.ReactElement {
  const { setup, ways, questions, onCoupleFirst } = props;
  const { noteReview } = setup;
  const [runWords, setRunWords] = useState('');
  const watched = useMemo<SynchronizationQuestions | null>(
    () =>
      questions === null
        ? null
        : {
            ...questions,
            review: async (options) => {
              const lines = await questions.review(options);
              noteReview(lines);
              return lines;
            },
          },
    [questions, noteReview],
  );
  return (
    <StepFrame step="synchronize" ways={ways}>
      <LiveRegion message={runWords} />
      {watched !== null && setup.isReady ? (
        <FullSynchReview questions={watched} onCoupleFirst={onCoupleFirst} onRun={setRunWords} />
      ) : (
        <NeedsConnection setup={setup} />
      )}
    </StepFrame>
  );
}
