import React from 'react';
import { useApp } from '../appContext';
import { isoDay, localMidnight, writeDate } from '../format/dates';
import { DateField } from './DateField';
import type { FieldProps } from './fieldProps';

/** A moment in the user's own time: a day, and the time of that day. */
export function DateTimeField(props: FieldProps & { readonly value: string | null }): React.JSX.Element {
  const { id, column, value, isDisabled, change } = props;
  const { session } = useApp();
  if (isDisabled) {
    return (
      <input id={id} type="text" className="input read-only" readOnly value={props.text} placeholder="---" />
    );
  }
  const moment = value === null ? null : new Date(value);
  const setDay = (day: string) => {
    const date = localMidnight(day);
    date.setHours(moment?.getHours() ?? 0, moment?.getMinutes() ?? 0);
    change(date.toISOString());
  };
  const setTime = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const date = moment === null ? new Date() : new Date(moment);
    date.setHours(hours, minutes, 0, 0);
    change(date.toISOString());
  };
  return (
    <div className="date-time-field">
      <DateField
        {...props}
        value={moment === null ? null : isoDay(moment)}
        text={moment === null ? '' : writeDate(moment, session.culture.shortDatePattern, session.culture)}
        change={(day) => (typeof day === 'string' ? setDay(day) : change(null))}
      />
      <input
        type="time"
        className="input"
        aria-label={`${column.label}: ${session.texts.time}`}
        value={moment === null ? '' : writeDate(moment, 'HH:mm', session.culture)}
        onChange={(event) => event.target.value !== '' && setTime(event.target.value)}
      />
    </div>
  );
}
