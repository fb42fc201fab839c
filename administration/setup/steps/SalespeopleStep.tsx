import * as React from 'react';
import { useMemo } from 'react';
import type { SalespeopleQuestions } from '../../salespeople/questions';
import { SalespeopleCoupling } from '../../salespeople/SalespeopleCoupling';
import { CheckedStepFrame } from '../CheckedStepFrame';
import { NeedsConnection } from '../NeedsConnection';
import { checkedStep } from '../stepStates';
import type { StepProps } from './WayStep';

export interface SalespeopleStepProps extends StepProps {
  /** Over the connection that is set up; null: there is none yet. */
  readonly questions: SalespeopleQuestions | null;
}

/** Step 6: Business Central's salespeople beside Sales' users, coupled here as on the page Salespeople. */
export function SalespeopleStep({ setup, ways, questions }: SalespeopleStepProps): React.ReactElement {
  const { again } = setup.owners;
  const watched = useMemo<SalespeopleQuestions | null>(
    () =>
      questions === null
        ? null
        : {
            ...questions,
            couple: (pairings, options) => questions.couple(pairings, options).finally(again),
          },
    [questions, again],
  );
  return (
    <CheckedStepFrame step="salespeople" ways={ways} check={checkedStep(setup, 'salespeople')}>
      {watched !== null && setup.isReady ? (
        <SalespeopleCoupling questions={watched} />
      ) : (
        <NeedsConnection setup={setup} />
      )}
    </CheckedStepFrame>
  );
}
