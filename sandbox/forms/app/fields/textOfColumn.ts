import type { Column } from '../dataverse/table';
import { valueText } from '../format/valueText';
import type { RecordSession } from '../record/recordSession';
import type { Session } from '../session';

/** What a column of a record reads to this user: as Dataverse formatted it, or as it was just edited. */
export function textOfColumn(record: RecordSession, column: Column, session: Session): string {
  return (
    record.formattedValue(column.logicalName) ??
    valueText(column, record.value(column.logicalName), session.culture, session.currencySymbolOf(record))
  );
}
