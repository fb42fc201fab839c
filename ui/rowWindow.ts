/** The rows of a long table that have to exist: those in view, and some around them. */
export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** Rows beyond each edge, so that a flick of the wheel finds them there. */
const around = 6;

/**
 * @param scrollTop how far the table is scrolled, in pixels; browsers bounce below 0 and past the end
 * @param rowHeight of every row, in pixels
 * @param rowsInView how many rows fit, rounded up
 */
export function rowWindow(
  scrollTop: number,
  rowHeight: number,
  rowsInView: number,
  rowCount: number,
): RowWindow {
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const end = Math.min(rowCount, top + rowsInView + 1 + around);
  return { first: Math.max(0, Math.min(top - around, end - rowsInView - around)), end };
}
