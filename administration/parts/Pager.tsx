import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { SmallButton } from '../../ui/buttons';
import { useAdministrationLanguage } from '../strings';
import { pageStyles } from './page.styles';

export interface PagerProps {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** Rows on all pages. */
  readonly total: number;
  readonly onPage: (page: number) => void;
  /** What is paged. */
  readonly label: string;
}

/** Which rows are shown, of how many, and the way to the others. */
export function Pager({ page, pageSize, total, onPage, label }: PagerProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const last = Math.ceil(total / pageSize) - 1;
  return (
    <div className={classes.buttons} role="group" aria-label={label}>
      <SmallButton
        text={texts.say('page_previous')}
        icon="chevronLeft"
        disabled={page === 0}
        onClick={() => onPage(Math.max(0, page - 1))}
      />
      <span role="status">
        {texts.say('page_rows', {
          first: format.quantity(page * pageSize + 1),
          last: format.quantity(Math.min(total, (page + 1) * pageSize)),
          total: format.quantity(total),
        })}
      </span>
      <SmallButton
        text={texts.say('page_next')}
        icon="chevronRight"
        disabled={page >= last}
        onClick={() => onPage(Math.min(last, page + 1))}
      />
    </div>
  );
}
