import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { RequestedLine, Substitute } from '../../../businessCentral/availability/types';
import { Notice } from '../../../ui/Notice';
import { lineWords } from '../lineWords';
import { lookOf } from '../stateLook';
import { useAvailabilityLanguage } from '../texts';
import { detailsStyles } from './LineDetails.styles';
import { judgeSubstitute } from './useItemDetails';

export interface SubstitutesProps {
  readonly substitutes: readonly Substitute[];
  readonly line: RequestedLine;
  /** The document's other lines that ask for an item. */
  readonly othersOf: (itemNo: string) => readonly RequestedLine[];
  readonly today: IsoDate;
}

/** Items that may be offered instead, each with its answer for the same quantity and date. */
export function Substitutes({ substitutes, line, othersOf, today }: SubstitutesProps): React.ReactElement {
  const { texts, format } = useAvailabilityLanguage();
  const classes = detailsStyles(useTheme());
  if (substitutes.length === 0) {
    return <>{texts.say('substitutes_none')}</>;
  }
  return (
    <ul className={classes.substitute}>
      {substitutes.map((substitute) => {
        const { itemNo, description, interchangeable, conditional } = substitute;
        const { line: instead, answer } = judgeSubstitute(substitute, line, othersOf(itemNo), today);
        const words = lineWords(answer, instead, { texts, format, today });
        const remarks = [
          interchangeable ? texts.say('interchangeable') : '',
          conditional ? texts.say('conditional') : '',
        ].filter((remark) => remark !== '');
        return (
          <li key={itemNo} className={classes.substituteRow}>
            <div>
              {`${description} (${itemNo})`}
              {remarks.length > 0 && <span className={classes.quiet}>{` – ${remarks.join(', ')}`}</span>}
            </div>
            <Notice {...lookOf(answer)} word={words.word} text={words.numbers} />
          </li>
        );
      })}
    </ul>
  );
}
