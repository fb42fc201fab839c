import * as React from 'react';
import { SmallButton } from '../../ui/buttons';
import { useAdministrationLanguage } from '../strings';
import { ReadingPart } from '../synchronization/ReadingPart';
import type { SalespeopleQuestions } from './questions';
import { coupledWords, SalespeopleWords } from './SalespeopleWords';
import { useSalespeople } from './useSalespeople';

export interface SalespeopleSummaryProps {
  readonly questions: SalespeopleQuestions;
  /** Shows the page where they are coupled. */
  readonly onOpen: () => void;
}

/** How far the salespeople are coupled, with the way to couple them; a step of the setup. */
export function SalespeopleSummary({ questions, onOpen }: SalespeopleSummaryProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { known, ownedRows } = useSalespeople(questions);
  return (
    <ReadingPart reading={known} announcement={(value) => coupledWords(value, texts)}>
      {(value) => (
        <>
          <SalespeopleWords known={value} ownedRows={ownedRows.value} />
          <SmallButton text={texts.say('salespeople_open')} icon="linked" onClick={onOpen} />
        </>
      )}
    </ReadingPart>
  );
}
