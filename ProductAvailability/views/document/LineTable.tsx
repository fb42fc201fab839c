import * as React from 'react';
import { useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import { HeardOnly } from '../../../ui/LiveRegion';
import { rowWindow } from '../../../ui/rowWindow';
import { useAvailabilityLanguage } from '../texts';
import { LineRow } from './LineRow';
import { narrowColumns, productHeader, wideColumns } from './lineColumns';
import { headerHeight, rowHeights, tableHeight, tableStyles } from './LineTable.styles';
import type { DocumentLineAnswer } from './useDocumentAvailability';
import { useRowFocus } from './useRowFocus';

export interface LineTableHandle {
  /** Brings a line into view and gives it the focus. */
  focusLine(lineId: string): void;
}

export interface LineTableProps {
  readonly lines: readonly DocumentLineAnswer[];
  readonly today: IsoDate;
  /** Rows of two lines, for narrow places. */
  readonly isNarrow: boolean;
  /** The line whose details are open. */
  readonly chosen: string | null;
  readonly detailsId: string;
  readonly onChoose: (lineId: string) => void;
}

/**
 * The lines of a document, of which only those in view exist in the page.
 *
 * Fluent's DetailsList was tried with 1,000 rows (8.121.1, Chromium): its keyboard ends where its drawing does (End goes
 * to row 90, quick arrows stop at row 50), it keeps 50 to 80 rows in the page, and it knows no rows of two lines.
 */
export const LineTable = React.forwardRef<LineTableHandle, LineTableProps>(function LineTable(
  { lines, today, isNarrow, chosen, detailsId, onChoose },
  handle,
) {
  const { texts, format } = useAvailabilityLanguage();
  const theme = useTheme();
  const classes = tableStyles(theme);
  const columns = isNarrow ? narrowColumns : wideColumns;
  const rowHeight = isNarrow ? rowHeights.narrow : rowHeights.wide;
  const header = isNarrow ? 0 : headerHeight;
  const viewHeight = tableHeight - header;

  const scroller = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const { active, onKeyDown, focusRow, rowFocused } = useRowFocus(scroller, {
    rowCount: lines.length,
    rowHeight,
    viewHeight,
  });
  useImperativeHandle(handle, () => ({
    focusLine: (lineId) => focusRow(lines.findIndex(({ line }) => line.lineId === lineId)),
  }));

  const { first, end } = rowWindow(scrollTop, rowHeight, Math.ceil(viewHeight / rowHeight), lines.length);
  const inWindow = Array.from({ length: end - first }, (_, index) => first + index);
  // The row with the focus must not vanish while it is scrolled out of view, or the focus would be lost with it.
  const rows = active < first || active >= end ? [...inWindow, active] : inWindow;
  const context = useMemo(
    () => ({ texts, format, today, theme, iconClass: classes.icon }),
    [texts, format, today, theme, classes.icon],
  );

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={texts.say('document_lines')}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-readonly="true"
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" className={isNarrow ? '' : classes.header}>
        <div
          role="row"
          aria-rowindex={1}
          className={isNarrow ? '' : `${classes.headerRow} ${classes.wideRow}`}
        >
          {[productHeader, ...columns].map(({ key, title, explanation = title, isNumber = false }) => (
            <div
              key={key}
              role="columnheader"
              className={`${classes.cell} ${isNumber ? classes.number : ''}`}
              title={texts.say(explanation)}
            >
              {isNarrow ? <HeardOnly>{texts.say(title)}</HeardOnly> : <span>{texts.say(title)}</span>}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: lines.length * rowHeight }}>
        {rows.map((index) => {
          const row = lines[index];
          return (
            row !== undefined && (
              <LineRow
                key={row.line.lineId}
                row={row}
                index={index}
                columns={columns}
                context={context}
                height={rowHeight}
                isNarrow={isNarrow}
                isTabStop={index === active}
                isChosen={row.line.lineId === chosen}
                detailsId={detailsId}
                onChoose={onChoose}
                onFocus={rowFocused}
              />
            )
          );
        })}
      </div>
    </div>
  );
});
