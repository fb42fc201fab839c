import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { useUniqueId } from '../../../ui/useUniqueId';
import { couplingStyles } from '../Coupling.styles';

export interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few choices of which one holds, as the browser's own radio buttons. */
export function Choices<Value extends string>(props: ChoicesProps<Value>): React.ReactElement {
  const { title, choices, chosen, onChoose } = props;
  const classes = couplingStyles(useTheme());
  const name = useUniqueId();
  return (
    <fieldset className={classes.field}>
      <legend>{title}</legend>
      {choices.map(({ value, text }) => (
        <label key={value} className={classes.choice}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
