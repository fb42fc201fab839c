import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CellContext, LineColumn } from './lineColumns';
import { tableStyles } from './LineTable.styles';
import type { DocumentLineAnswer } from './useDocumentAvailability';

export interface LineRowProps {
  readonly row: DocumentLineAnswer;
  readonly index: number;
  readonly columns: readonly LineColumn[];
  readonly context: CellContext;
  readonly height: number;
  readonly isNarrow: boolean;
  /** The one row that the Tab key reaches. */
  readonly isTabStop: boolean;
  readonly isChosen: boolean;
  readonly detailsId: string;
  readonly onChoose: (lineId: string) => void;
  readonly onFocus: (index: number) => void;
}

/** One line of a document. Drawn anew only when something of it changes, so that scrolling stays smooth. */
export const LineRow = React.memo(function LineRow({
  row: { line, answer },
  index,
  columns,
  context,
  height,
  isNarrow,
  isTabStop,
  isChosen,
  detailsId,
  onChoose,
  onFocus,
}: LineRowProps) {
  const classes = tableStyles(useTheme());
  const layout = isNarrow ? classes.narrowRow : classes.wideRow;
  const title = line.title === '' ? context.texts.say('reason_noProduct') : line.title;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${classes.row} ${layout} ${isChosen ? classes.chosen : ''}`}
      style={{ top: index * height, height }}
    >
      <div role="gridcell" className={classes.cell} style={isNarrow ? { gridArea: 'product' } : {}}>
        <button
          type="button"
          className={classes.product}
          title={title}
          data-row={index}
          tabIndex={isTabStop ? 0 : -1}
          aria-expanded={isChosen}
          {...(isChosen ? { 'aria-controls': detailsId } : {})}
          onClick={() => onChoose(line.lineId)}
          onFocus={() => onFocus(index)}
        >
          <span className={`${classes.name} ${isNarrow ? classes.narrowName : ''}`}>{title}</span>
        </button>
      </div>
      {columns.map(({ key, isNumber, cell }) => (
        <div
          key={key}
          role="gridcell"
          className={`${classes.cell} ${isNarrow ? classes.narrowCell : ''} ${isNumber === true ? classes.number : ''}`}
          style={isNarrow ? { gridArea: key } : {}}
        >
          {cell(line, answer, context)}
        </div>
      ))}
    </div>
  );
});
