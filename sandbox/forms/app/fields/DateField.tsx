import React, { useEffect, useState } from 'react';
import { useApp } from '../appContext';
import { isoDay, localMidnight, readDate } from '../format/dates';
import { CalendarButton } from './CalendarButton';
import { stateAttributes, type FieldProps } from './fieldProps';

/** A day: typed in the user's own order, or picked from a calendar. */
export function DateField(props: FieldProps & { readonly value: string | null }): React.JSX.Element {
  const { id, column, value, text, isDisabled, change } = props;
  const { session } = useApp();
  const [typed, setTyped] = useState(text);
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(() => {
    setTyped(text);
    setUnreadable(false);
  }, [text]);

  const commit = () => {
    if (typed === text) {
      setUnreadable(false);
      return;
    }
    const date = readDate(typed, session.culture, new Date());
    setUnreadable(typed.trim() !== '' && date === null);
    if (typed.trim() === '') {
      change(null);
    } else if (date !== null) {
      change(isoDay(date));
      setTyped(text);
    }
  };

  return (
    <>
      <div className="date-field">
        <input
          id={id}
          type="text"
          autoComplete="off"
          placeholder="---"
          className={isDisabled ? 'input read-only' : 'input'}
          readOnly={isDisabled}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={({ key }) => key === 'Enter' && commit()}
          {...stateAttributes(props)}
          {...(isUnreadable ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})}
        />
        {!isDisabled && (
          <CalendarButton
            label={column.label}
            value={value === null ? null : localMidnight(value)}
            choose={(date) => change(isoDay(date))}
          />
        )}
      </div>
      {isUnreadable && (
        <p className="field-error" id={`${id}-problem`} role="alert">
          {session.texts.notADate}
        </p>
      )}
    </>
  );
}
