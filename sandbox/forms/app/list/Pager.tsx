import React from 'react';
import { useApp } from '../appContext';
import { Icon } from '../shell/icons';
import { fill } from '../texts/texts';
import type { RowsPage } from './useRows';

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page }: { readonly page: RowsPage }): React.JSX.Element {
  const { texts } = useApp().session;
  const last = page.firstPosition + page.rows.length - 1;
  const total = page.total ?? last;
  return (
    <div className="pager">
      <span role="status">
        {page.rows.length === 0
          ? fill(texts.rowCount, 0)
          : fill(texts.rowsShown, page.firstPosition, last, total)}
      </span>
      {(page.goBack !== null || page.goOn !== null) && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={texts.previousPage}
            disabled={page.goBack === null}
            onClick={page.goBack ?? undefined}
          >
            <Icon name="chevronLeft" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={texts.nextPage}
            disabled={page.goOn === null}
            onClick={page.goOn ?? undefined}
          >
            <Icon name="chevronRight" />
          </button>
        </>
      )}
    </div>
  );
}
