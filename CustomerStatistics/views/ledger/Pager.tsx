import * as React from 'react';
import { mergeStyleSets } from '@fluentui/react';
import { SquareButton } from '../../../ui/buttons';
import type { IconName } from '../../../ui/icons';
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
  const lastPage = Math.ceil(rowCount / pageSize) - 1;
  const button = (
    text: 'firstPage' | 'previousPage' | 'nextPage' | 'lastPage',
    icon: IconName,
    target: number,
    disabled: boolean,
  ) => (
    <SquareButton
      text={texts.say(`ledger_${text}`)}
      icon={icon}
      disabled={disabled}
      onClick={() => onTurn(target)}
    />
  );
  return (
    <div className={classes.pager}>
      {button('firstPage', 'chevronFirst', 0, page === 0)}
      {button('previousPage', 'chevronLeft', page - 1, page === 0)}
      <span role="status" className={classes.range}>
        {texts.say('ledger_range', {
          first: format.quantity(first),
          last: format.quantity(last),
          total: format.quantity(rowCount),
        })}
      </span>
      {button('nextPage', 'chevronRight', page + 1, page === lastPage)}
      {button('lastPage', 'chevronLast', lastPage, page === lastPage)}
    </div>
  );
}
