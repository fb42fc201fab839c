import React, { useEffect, useState } from 'react';
import { stateAttributes, type FieldProps } from './fieldProps';

/** A line of text, or several; the record learns of it when the field is left, as in Dynamics 365. */
export function TextField(props: FieldProps & { readonly value: string }): React.JSX.Element {
  const { id, column, value, isDisabled, change } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => change(typed === '' ? null : typed);
  const shared = {
    id,
    value: typed,
    readOnly: isDisabled,
    placeholder: '---',
    className: isDisabled ? 'input read-only' : 'input',
    onBlur: commit,
    ...(column.maximumLength === null ? {} : { maxLength: column.maximumLength }),
    ...stateAttributes(props),
  };
  return column.kind === 'memo' ? (
    <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
  ) : (
    <input
      {...shared}
      type="text"
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
}
