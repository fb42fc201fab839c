import * as React from 'react';
import { mergeStyleSets } from '@fluentui/react';
import { SquareButton } from '../../../ui/buttons';
import { useStatisticsLanguage } from '../texts';

const classes = mergeStyleSets({
  pager: { display: 'flex', alignItems: 'center', gap: 8, marginTop: 4, fontSize: 13, lineHeight: 18 },
  range: { fontVariantNumeric: 'tabular-nums' },
});

export interface PagerProps {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** Of all pages together. */
  readonly rowCount: number;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of a table; where it stands is announced with every turn. */
export function Pager({ page, pageSize, rowCount, onTurn }: PagerProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const first = page * pageSize + 1;
  const last = Math.min(rowCount, first + pageSize - 1);
  return (
    <div className={classes.pager}>
      <SquareButton
        text={texts.say('ledger_previousPage')}
        icon="chevronLeft"
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      />
      <span role="status" className={classes.range}>
        {texts.say('ledger_range', {
          first: format.quantity(first),
          last: format.quantity(last),
          total: format.quantity(rowCount),
        })}
      </span>
      <SquareButton
        text={texts.say('ledger_nextPage')}
        icon="chevronRight"
        disabled={last === rowCount}
        onClick={() => onTurn(page + 1)}
      />
    </div>
  );
}
