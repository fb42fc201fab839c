import { useEffect, useReducer } from 'react';
import type { RecordSession } from '../record/recordSession';

/** Draws a component again whenever something about the record changes. */
export function useRecord(record: RecordSession): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => record.subscribe(redraw), [record]);
}
