import type { Row } from '../odata/row';
import type { RecordKind } from './pairs';

/** Why a record is never synchronized, whatever it is coupled to (`CoupleRecord/strings`, keys `leftOut_<reason>`). */
export type LeftOutReason = 'blocked' | 'company' | 'noCompany' | 'notReleased' | 'closed';

interface Condition {
  readonly field: string;
  readonly reason: LeftOutReason;
  readonly leavesOut: (row: Row, field: string) => boolean;
}

/** An option's name as every version writes it: spaces may be escaped, and the blank option is a space. */
const optionIn = (row: Row, field: string) => row.option(field).replace(/\s|_x0020_/g, '');

const isBlocked: Condition = {
  field: 'Blocked',
  reason: 'blocked',
  leavesOut: (row, field) => row.flag(field),
};
const isBlockedFor: Condition = { ...isBlocked, leavesOut: (row, field) => optionIn(row, field) !== '' };

/** The default table filters of the mappings (codeunits 7204 "CDS Setup Defaults", 5334 "CRM Setup Defaults"). */
const conditions: Partial<Readonly<Record<RecordKind, readonly Condition[]>>> = {
  customer: [isBlockedFor],
  vendor: [isBlockedFor],
  contact: [
    { field: 'Type', reason: 'company', leavesOut: (row, field) => optionIn(row, field) === 'Company' },
    { field: 'Company_Name', reason: 'noCompany', leavesOut: (row, field) => row.text(field).trim() === '' },
  ],
  item: [isBlocked],
  resource: [isBlocked],
  salesOrder: [
    {
      field: 'Status',
      reason: 'notReleased',
      leavesOut: (row, field) => optionIn(row, field) !== 'Released',
    },
  ],
  opportunity: [
    {
      field: 'Status',
      reason: 'closed',
      leavesOut: (row, field) => !['NotStarted', 'InProgress'].includes(optionIn(row, field)),
    },
  ],
};

/** The fields of a kind's list that its mapping filters by. */
export function filteredFields(kind: RecordKind): readonly string[] {
  return (conditions[kind] ?? []).map(({ field }) => field);
}

/** Why the mapping leaves a record out; null: it does not, or the list does not show the field. */
export function leftOutReason(kind: RecordKind, row: Row): LeftOutReason | null {
  const met = (conditions[kind] ?? []).find(
    ({ field, leavesOut }) => row.has(field) && leavesOut(row, field),
  );
  return met?.reason ?? null;
}
