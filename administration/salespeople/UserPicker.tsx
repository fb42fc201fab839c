import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { mergeStyleSets, useTheme } from '@fluentui/react';
import type { UserToCouple } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import { useFocusReturn } from '../../ui/useFocusReturn';
import { useUniqueId } from '../../ui/useUniqueId';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { usersMatching } from './salespeoplePairs';

/** Whoever looks for one of 2,000 types; more than this nobody reads. */
const mostShown = 20;

export interface UserPickerProps {
  /** For whom a user is chosen. */
  readonly label: string;
  readonly users: readonly UserToCouple[];
  /** Ids of users that cannot be chosen. */
  readonly taken: ReadonlySet<string>;
  readonly onChoose: (user: UserToCouple) => void;
  readonly onCancel: () => void;
}

/** Chooses a user by typing a part of name or e-mail (ARIA Authoring Practices, "Editable combobox with list"). */
export function UserPicker(props: UserPickerProps): React.ReactElement {
  const { label, users, taken, onChoose, onCancel } = props;
  const { texts } = useAdministrationLanguage();
  const theme = useTheme();
  const classes = pageStyles(theme);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const activeOption = useRef<HTMLLIElement>(null);
  const giveBack = useFocusReturn(box);
  const found = usersMatching(users, text, mostShown);
  const at = Math.min(active, found.length - 1);
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (user: UserToCouple | undefined) => {
    if (user !== undefined && !taken.has(user.id)) {
      onChoose(user);
      giveBack();
    }
  };
  const cancel = () => {
    onCancel();
    giveBack();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(at + step, found.length - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
  };
  return (
    <div className={classes.entry}>
      <label className={classes.label} htmlFor={`${id}-box`}>
        {label}
      </label>
      <input
        id={`${id}-box`}
        ref={box}
        type="text"
        role="combobox"
        className={classes.input}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        {...(found.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {found.map((user, index) => (
          <li
            key={user.id}
            ref={index === at ? activeOption : null}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={taken.has(user.id)}
            className={styles.option}
            style={
              index === at
                ? { outline: `2px solid ${theme.palette.neutralPrimary}`, outlineOffset: -2 }
                : undefined
            }
            onClick={() => choose(user)}
          >
            {`${user.name} ${user.email}`.trim()}
            {taken.has(user.id) && <div className={classes.quiet}>{texts.say('salespeople_taken')}</div>}
          </li>
        ))}
      </ul>
      <div role="status" className={classes.quiet}>
        {found.length === mostShown
          ? texts.say('salespeople_more')
          : texts.count('salespeople_found', found.length)}
      </div>
      <div>
        <SmallButton text={texts.say('cancel')} icon="close" onClick={cancel} />
      </div>
    </div>
  );
}

const styles = mergeStyleSets({
  list: { maxHeight: 220, overflowY: 'auto', margin: 0, padding: 0, listStyle: 'none' },
  option: { padding: '6px 8px', cursor: 'pointer', '&[aria-disabled=true]': { cursor: 'default' } },
});
