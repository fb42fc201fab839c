import React, { useRef } from 'react';
import { useApp } from '../appContext';
import { stateAttributes, type FieldProps } from './fieldProps';

/**
 * A text under column-level security. It can be replaced, and is never shown: nobody needs to read a web service
 * access key, and what is not on the page cannot be taken from it. The input is React's to create and nobody's to
 * control, because a controlled one repeats what is typed in its `value` attribute.
 */
export function SecuredField(props: FieldProps & { readonly hasValue: boolean }): React.JSX.Element {
  const { id, hasValue, isDisabled, change } = props;
  const { texts } = useApp().session;
  const input = useRef<HTMLInputElement>(null);
  const commit = () => {
    const typed = input.current?.value ?? '';
    if (typed !== '') {
      change(typed);
    }
  };
  return (
    <input
      ref={input}
      id={id}
      type="password"
      autoComplete="new-password"
      className={isDisabled ? 'input read-only' : 'input'}
      readOnly={isDisabled}
      placeholder={hasValue ? '●●●●●●●●' : '---'}
      title={texts.securedColumn}
      onBlur={commit}
      {...stateAttributes(props)}
    />
  );
}
