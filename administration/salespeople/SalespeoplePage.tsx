import * as React from 'react';
import { PageFrame } from '../parts/PageFrame';
import { useAdministrationLanguage } from '../strings';
import type { SalespeopleQuestions } from './questions';
import { SalespeopleCoupling } from './SalespeopleCoupling';

/** The page *Couple Salespeople*. */
export function SalespeoplePage({
  questions,
}: {
  readonly questions: SalespeopleQuestions;
}): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <PageFrame title={texts.say('page_salespeople')} intro={texts.say('intro_salespeople')} announcement="">
      <SalespeopleCoupling questions={questions} />
    </PageFrame>
  );
}
