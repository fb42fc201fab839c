import React from 'react';
import { useApp } from '../appContext';
import type { RecordSession } from '../record/recordSession';
import { Icon } from '../shell/icons';
import type { FormNotifications } from '../clientApi/formContext';
import { fill } from '../texts/texts';

interface RecordNotificationsProps {
  readonly record: RecordSession;
  readonly mayWrite: boolean;
  readonly missing: ReadonlySet<string>;
  /** Those of scripts, by their ids. */
  readonly scripted: FormNotifications;
}

/** The bars between commands and form: why the record cannot be edited, what keeps it from being saved. */
export function RecordNotifications({
  record,
  mayWrite,
  missing,
  scripted,
}: RecordNotificationsProps): React.JSX.Element {
  const { texts } = useApp().session;
  const labelOf = (column: string) => record.table.columns.get(column)?.label ?? column;
  const empty = [...missing].filter((column) => record.value(column) === null);
  return (
    <div className="notifications" aria-live="polite">
      {record.isInactive && (
        <p className="notification">
          <Icon name="form" />
          {fill(texts.readOnlyState, record.formattedValue('statecode') ?? '')}
        </p>
      )}
      {!record.isInactive && !mayWrite && (
        <p className="notification">
          <Icon name="form" />
          {texts.readOnlyRoles}
        </p>
      )}
      {empty.length > 0 && (
        <p className="notification error">
          <Icon name="error" />
          {fill(texts.requiredColumns, empty.map(labelOf).join(', '))}
        </p>
      )}
      {[...scripted].map(([id, { message, level }]) => (
        <p
          key={id}
          className={level === 'ERROR' ? 'notification error' : 'notification'}
          data-notification={id}
        >
          <Icon name={level === 'INFO' ? 'info' : 'error'} />
          {message}
        </p>
      ))}
    </div>
  );
}
