import * as React from 'react';
import { useStatisticsLanguage } from './texts';

/** The name of what is overdue, with the day on which it was read; a day is not broken over two lines. */
export function OverdueName({ readAt }: { readonly readAt: number }): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const [before, after] = texts.say('figure_overdue', { date: '\n' }).split('\n');
  return (
    <>
      {before}
      <span style={{ whiteSpace: 'nowrap' }}>{format.day(format.dayOf(readAt))}</span>
      {after}
    </>
  );
}
