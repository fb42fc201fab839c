import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

/** One stop for the Tab key, and arrow keys from row to row (WAI-ARIA Authoring Practices, "Grid"). */
export interface RowFocus {
  /** The row that the Tab key reaches. It has to exist, even out of view. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Moves the focus to a row, and the row into view. */
  readonly focusRow: (index: number) => void;
  /** The focus came to a row by itself, by Tab or by pointing. */
  readonly rowFocused: (index: number) => void;
}

export interface RowMeasures {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height that the rows have for themselves, below the header. */
  readonly viewHeight: number;
}

/** @param scroller holds the rows; the button of a row carries its index in `data-row` */
export function useRowFocus(scroller: RefObject<HTMLElement>, measures: RowMeasures): RowFocus {
  const { rowCount, rowHeight, viewHeight } = measures;
  const [wanted, setWanted] = useState({ row: 0, moves: 0 });
  const movesDone = useRef(0);
  const active = Math.max(0, Math.min(wanted.row, rowCount - 1));

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || wanted.moves === movesDone.current) {
      return;
    }
    movesDone.current = wanted.moves;
    const top = active * rowHeight;
    const lowestTop = top + rowHeight - viewHeight;
    element.scrollTop = Math.max(lowestTop, Math.min(top, element.scrollTop));
    element.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true });
  }, [wanted, active, scroller, rowHeight, viewHeight]);

  const focusRow = useCallback((row: number) => setWanted(({ moves }) => ({ row, moves: moves + 1 })), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
    const targets: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rowCount - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      focusRow(Math.max(0, Math.min(target, rowCount - 1)));
    }
  };
  const rowFocused = useCallback(
    (row: number) => setWanted((last) => (last.row === row ? last : { ...last, row })),
    [],
  );
  return { active, onKeyDown, focusRow, rowFocused };
}
