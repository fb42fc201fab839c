import React from 'react';
import type { ColumnValue } from '../record/columnValue';
import { stateAttributes, type FieldProps } from './fieldProps';

/** A choice, or Yes and No. */
export function ChoiceField(props: FieldProps & { readonly value: ColumnValue }): React.JSX.Element {
  const { id, column, value, text, isDisabled, change } = props;
  if (isDisabled) {
    return <input id={id} type="text" className="input read-only" readOnly value={text} placeholder="---" />;
  }
  const isTwoOptions = column.kind === 'twoOptions';
  const chosen = typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : '';
  const choose = (option: string) => {
    if (option === '') {
      change(null);
    } else {
      change(isTwoOptions ? option === '1' : Number(option));
    }
  };
  return (
    <select
      id={id}
      className="input"
      value={chosen}
      onChange={(event) => choose(event.target.value)}
      {...stateAttributes(props)}
    >
      {(value === null || !isTwoOptions) && <option value="">---</option>}
      {column.choices.map((choice, position) => (
        <option key={choice.value} value={isTwoOptions ? position : choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
