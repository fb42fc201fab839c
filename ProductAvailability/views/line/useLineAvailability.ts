import { useMemo, useState } from 'react';
import { judgeLines } from '../../../businessCentral/availability/judgeLines';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type {
  LineAvailability,
  RequestedLine,
  RequestedUnit,
} from '../../../businessCentral/availability/types';
import { useReading } from '../../../ui/useReading';
import type { AvailabilitySession } from '../../availabilitySession';
import { readLine } from './readLine';
import type { LineForm, LineReading } from './readLine';

/** A line with its answer, as of the moment. */
export interface AnsweredLine {
  readonly line: RequestedLine;
  readonly answer: LineAvailability;
  /** The document's other lines that ask for an item. */
  readonly othersOf: (itemNo: string) => readonly RequestedLine[];
  readonly supply: LineReading['supply'];
}

export interface LineAnswer {
  /** Null while nothing is known about the product on the form. */
  readonly answered: AnsweredLine | null;
  /** Why the latest attempt failed; `answered` may still hold the figures from before. */
  readonly failure: Error | null;
  readonly busy: boolean;
  readonly refresh: () => void;
}

/** A new line comes after all that are there. */
const lastLine = Number.MAX_SAFE_INTEGER;

/**
 * The availability of the line on a form.
 *
 * A change of the product is asked for; a change of quantity, unit or date is answered at once from what is known.
 */
export function useLineAvailability(
  session: AvailabilitySession,
  form: LineForm,
  today: IsoDate,
): LineAnswer {
  const { record, productId } = form;
  const subject = `${useRecordSubject(record?.id ?? null)} ${productId ?? ''}`;
  const reading = useReading<LineReading>({
    subject,
    key: `${subject} ${record?.id ?? ''}`,
    ask: (options) => readLine(session, record, productId, options),
  });

  const known = reading.value;
  const named = useMemo(
    () => (known === null ? null : judge(known, form, unitAsKnown(form, known), today)),
    [known, form, today],
  );
  // Business Central nearly always knows the unit by its name; only where it does not, Dataverse is asked to convert.
  const unitNeeded =
    named?.answer.reason === 'unitNotConvertible' && !isSavedUnit(form, known?.saved ?? null)
      ? form.unit
      : null;
  const unitReading = useReading<RequestedUnit>(
    unitNeeded === null || unitNeeded === undefined
      ? null
      : { subject: unitNeeded.id, key: unitNeeded.id, ask: () => session.sales.unit(unitNeeded.id) },
  );
  const unit = unitReading.value;
  const converted = useMemo(
    () => (known === null || unit === null ? null : judge(known, form, unit, today)),
    [known, form, unit, today],
  );

  const failure = reading.failure ?? unitReading.failure;
  return {
    answered: converted ?? (unitReading.busy ? null : named),
    failure,
    busy: reading.busy || unitReading.busy,
    refresh: () => {
      reading.again();
      unitReading.again();
    },
  };
}

/** What figures belong to: one record, and still the same when a new record is saved for the first time. */
function useRecordSubject(id: string | null): number {
  const [record, setRecord] = useState({ id, subject: 0 });
  if (record.id !== id) {
    setRecord({ id, subject: record.id === null ? record.subject : record.subject + 1 });
  }
  return record.subject;
}

function judge(known: LineReading, form: LineForm, unit: RequestedUnit | null, today: IsoDate): AnsweredLine {
  const { others, product, supply } = known;
  const siblings = others.filter((other) => product !== null && other.product?.id === product.id);
  const line = lineOf(form, known, unit);
  const supplies = new Map(product === null || supply === null ? [] : [[product.id, supply]]);
  const answer = judgeLines([...siblings, line], supplies, today).find(
    ({ lineId }) => lineId === line.lineId,
  );
  if (answer === undefined) {
    throw new Error('judgeLines gave no answer for a line');
  }
  // The items of other products are not asked for here. Where Business Central makes products of its items, it numbers
  // them alike (codeunit 5334, CRM Setup Defaults: "No." to ProductNumber).
  const othersOf = (itemNo: string) =>
    supply?.status === 'found' && supply.supply.itemNo === itemNo
      ? siblings
      : others.filter((other) => other.product?.number === itemNo);
  return { line, answer, othersOf, supply };
}

/** The line as it stands on the form, with its saved values where the form does not have them. */
function lineOf(
  form: LineForm,
  { saved, product, documentDate }: LineReading,
  unit: RequestedUnit | null,
): RequestedLine {
  return {
    lineId: form.record?.id ?? '',
    lineNumber: saved?.lineNumber ?? lastLine,
    title: product?.name ?? saved?.title ?? '',
    product,
    writeIn: product === null && saved?.writeIn === true,
    quantity: form.quantity === undefined ? (saved?.quantity ?? null) : form.quantity,
    unit,
    requestedDate:
      form.requestedDate === undefined
        ? (saved?.requestedDate ?? null)
        : (form.requestedDate ?? documentDate),
  };
}

/** The saved line's unit is known with its conversion. Units of several groups have the same name. */
function isSavedUnit({ unit }: LineForm, saved: LineReading['saved']): boolean {
  return unit === undefined || unit?.id === saved?.unit?.id;
}

/** The unit on the form as far as it is known without asking. */
function unitAsKnown(form: LineForm, { saved }: LineReading): RequestedUnit | null {
  if (isSavedUnit(form, saved)) {
    return saved?.unit ?? null;
  }
  return form.unit ? { ...form.unit, bases: [] } : null;
}
