import { useMemo } from 'react';
import { judgeLines } from '../../../businessCentral/availability/judgeLines';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type {
  LineAvailability,
  ProductSupply,
  RequestedLine,
} from '../../../businessCentral/availability/types';
import type { DocumentTable, RecordReference } from '../../../sales/sales';
import { useReading } from '../../../ui/useReading';
import { useSettled } from '../../../ui/useSettled';
import type { AvailabilitySession } from '../../availabilitySession';
import { readDocument } from './readDocument';
import type { DocumentReading } from './readDocument';

/** A quote or an order as the form knows it at the moment. */
export interface DocumentForm {
  readonly record: RecordReference<DocumentTable>;
  /** Undefined: the form does not give it, so the saved date counts. */
  readonly requestedDate: IsoDate | null | undefined;
  /** Changes when lines are added, changed or removed. */
  readonly total: number | null;
}

export interface DocumentLineAnswer {
  readonly line: RequestedLine;
  readonly answer: LineAvailability;
  readonly supply: ProductSupply | null;
}

export interface DocumentAnswer {
  /** Null while nothing is known. */
  readonly lines: readonly DocumentLineAnswer[] | null;
  /** When the oldest of the figures was read, in milliseconds since 1970; null where there are none. */
  readonly readAt: number | null;
  /** Why the latest attempt failed, wholly or in part; `lines` may still hold the figures from before. */
  readonly failure: Error | null;
  readonly busy: boolean;
  readonly refresh: () => void;
}

/** The availability of all lines of the document on a form. */
export function useDocumentAvailability(
  session: AvailabilitySession,
  { record, requestedDate, total }: DocumentForm,
  today: IsoDate,
): DocumentAnswer {
  const settledTotal = useSettled(total, record.id);
  const reading = useReading<DocumentReading>({
    subject: record.id,
    key: `${record.id} ${settledTotal ?? ''}`,
    ask: (options, before) => readDocument(session, record, before?.supply ?? new Map(), options),
  });
  const lines = useMemo(
    () => (reading.value === null ? null : judgeDocument(reading.value, requestedDate, today)),
    [reading.value, requestedDate, today],
  );
  return {
    lines,
    readAt: useMemo(() => (lines === null ? null : oldestReading(lines)), [lines]),
    failure: reading.failure ?? (reading.busy ? null : (reading.value?.failure ?? null)),
    busy: reading.busy,
    refresh: reading.again,
  };
}

function judgeDocument(
  { document, supply }: DocumentReading,
  requestedDate: IsoDate | null | undefined,
  today: IsoDate,
): DocumentLineAnswer[] {
  const lines: RequestedLine[] = document.lines.map((line) =>
    requestedDate !== undefined && line.followsDocumentDate ? { ...line, requestedDate } : line,
  );
  const answers = new Map(judgeLines(lines, supply, today).map((answer) => [answer.lineId, answer]));
  return lines.flatMap((line) => {
    const answer = answers.get(line.lineId);
    const ofProduct = line.product === null ? undefined : supply.get(line.product.id);
    return answer === undefined ? [] : [{ line, answer, supply: ofProduct ?? null }];
  });
}

function oldestReading(lines: readonly DocumentLineAnswer[]): number | null {
  const times = lines.flatMap(({ supply }) => (supply === null ? [] : [supply.readAt]));
  return times.length === 0 ? null : Math.min(...times);
}
