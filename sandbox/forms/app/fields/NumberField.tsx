import React, { useEffect, useState } from 'react';
import { useApp } from '../appContext';
import { readNumber, writeNumber } from '../format/numbers';
import { fill } from '../texts/texts';
import { stateAttributes, type FieldProps } from './fieldProps';

/** Rounds to the column's decimals, as the platform does with what is typed. */
function rounded(value: number, precision: number): number {
  return Number(value.toFixed(precision));
}

/** A whole number, a decimal or an amount; shown formatted, edited plain, told when the field is left. */
export function NumberField(props: FieldProps & { readonly value: number | null }): React.JSX.Element {
  const { id, column, value, text, isDisabled, change } = props;
  const { session } = useApp();
  /** Null while the field is not being edited. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    setTyped(null);
    setProblem('');
  }, [value]);

  const problemOf = (number: number): string => {
    const { minimum, maximum, precision } = column;
    const isOutside = (minimum !== null && number < minimum) || (maximum !== null && number > maximum);
    const written = (limit: number | null) =>
      limit === null ? '' : writeNumber(limit, precision, session.culture);
    return isOutside ? fill(session.texts.numberOutside, written(minimum), written(maximum)) : '';
  };

  const commit = () => {
    if (typed === null) {
      return;
    }
    if (typed.trim() === '') {
      change(null);
      setTyped(null);
      setProblem('');
      return;
    }
    const number = readNumber(typed, session.culture);
    const found = number === null ? session.texts.notANumber : problemOf(number);
    setProblem(found);
    if (number !== null && found === '') {
      change(rounded(number, column.precision));
      setTyped(null);
    }
  };

  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        placeholder="---"
        className={isDisabled ? 'input read-only' : 'input'}
        readOnly={isDisabled}
        value={typed ?? text}
        onFocus={() => {
          if (!isDisabled && typed === null) {
            setTyped(value === null ? '' : writeNumber(value, column.precision, session.culture));
          }
        }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          commit();
        }}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
        {...stateAttributes(props)}
        {...(problem === '' ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
      />
      {problem !== '' && (
        <p className="field-error" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
