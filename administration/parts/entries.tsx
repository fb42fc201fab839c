import * as React from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useTheme } from '@fluentui/react';
import { useUniqueId } from '../../ui/useUniqueId';
import { pageStyles } from './page.styles';

export interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What it is, where to find it. */
  readonly explanation?: string;
  /** What is to be said about the value as it stands. */
  readonly remark?: React.ReactNode;
  readonly isWrong?: boolean;
  readonly disabled?: boolean;
  /** Values to pick from; others may be typed. */
  readonly offers?: readonly { readonly value: string; readonly name: string }[];
  readonly type?: 'text' | 'url' | 'search';
}

/** A text to be typed, under its name, with what is to be said about it. */
export function TextEntry(props: TextEntryProps): React.ReactElement {
  const {
    label,
    value,
    onChange,
    explanation = '',
    remark = null,
    isWrong = false,
    disabled = false,
  } = props;
  const { offers = [], type = 'text' } = props;
  const classes = pageStyles(useTheme());
  const [inputId, explanationId, remarkId, offersId] = [
    useUniqueId(),
    useUniqueId(),
    useUniqueId(),
    useUniqueId(),
  ];
  return (
    <div className={classes.entry}>
      <label htmlFor={inputId} className={classes.label}>
        {label}
      </label>
      {explanation !== '' && (
        <div id={explanationId} className={classes.meaning}>
          {explanation}
        </div>
      )}
      <input
        id={inputId}
        className={classes.input}
        type={type}
        value={value}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={explanation === '' ? remarkId : `${explanationId} ${remarkId}`}
        {...(offers.length > 0 ? { list: offersId } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {offers.length > 0 && (
        <datalist id={offersId}>
          {offers.map((offer) => (
            <option key={offer.value} value={offer.value}>
              {offer.name}
            </option>
          ))}
        </datalist>
      )}
      <div id={remarkId}>{remark}</div>
    </div>
  );
}

export interface SecretEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly explanation: string;
}

/**
 * A secret to be typed. The value is set on the element alone: React writes that of a controlled input into the document as
 * an attribute too, where extensions and saved pages would find it.
 */
export function SecretEntry({ label, value, onChange, explanation }: SecretEntryProps): React.ReactElement {
  const classes = pageStyles(useTheme());
  const [inputId, explanationId] = [useUniqueId(), useUniqueId()];
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== value) {
      input.current.value = value;
    }
  }, [value]);
  return (
    <div className={classes.entry}>
      <label htmlFor={inputId} className={classes.label}>
        {label}
      </label>
      <div id={explanationId} className={classes.meaning}>
        {explanation}
      </div>
      <input
        id={inputId}
        ref={input}
        className={classes.input}
        type="password"
        // Asks the browser not to keep it, and not to fill in what it has kept for this address.
        autoComplete="new-password"
        spellCheck={false}
        aria-describedby={explanationId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly meaning: string;
}

export interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each with what it means. */
export function Choices<Value extends string>(props: ChoicesProps<Value>): React.ReactElement {
  const { label, choices, chosen, onChoose } = props;
  const classes = pageStyles(useTheme());
  const name = useUniqueId();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.label}>{label}</legend>
      {choices.map(({ value, label: choice, meaning }) => (
        <div key={value} className={classes.choice}>
          <input
            type="radio"
            id={`${name}-${value}`}
            name={name}
            checked={value === chosen}
            aria-describedby={`${name}-${value}-meaning`}
            onChange={() => onChoose(value)}
          />
          <label htmlFor={`${name}-${value}`}>{choice}</label>
          <span id={`${name}-${value}-meaning`} className={classes.meaning}>
            {meaning}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

export interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is so or is not. */
export function Tick({ label, isOn, onChange }: TickProps): React.ReactElement {
  const classes = pageStyles(useTheme());
  const id = useUniqueId();
  return (
    <div className={classes.choice}>
      <input
        type="checkbox"
        id={id}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

export interface SelectionProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of several, of which only the chosen one is in view. */
export function Selection<Value extends string>(props: SelectionProps<Value>): React.ReactElement {
  const { label, options, chosen, onChoose } = props;
  const classes = pageStyles(useTheme());
  const id = useUniqueId();
  return (
    <div className={classes.entry}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <select
        id={id}
        className={classes.input}
        value={chosen}
        onChange={(event) => {
          const option = options.find(({ value }) => value === event.currentTarget.value);
          if (option !== undefined) {
            onChoose(option.value);
          }
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
