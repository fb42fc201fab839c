import * as React from 'react';
import { useState } from 'react';
import { SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { SecretEntry } from '../parts/entries';
import { useAdministrationLanguage } from '../strings';

export interface KeyEntryProps {
  /** The connection holds a key. */
  readonly isStored: boolean;
  readonly typed: string;
  readonly onChange: (key: string) => void;
}

/** The web service access key: typed once, stored, and never shown again. */
export function KeyEntry({ isStored, typed, onChange }: KeyEntryProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const [isReplacing, setReplacing] = useState(false);
  if (isStored && !isReplacing && typed === '') {
    return (
      <div>
        <Notice icon="check" tone="good" word={texts.say('key_stored')} next={texts.say('key_storedNext')} />
        <SmallButton text={texts.say('key_replace')} icon="pencil" onClick={() => setReplacing(true)} />
      </div>
    );
  }
  return (
    <SecretEntry
      // A stored key empties the entry, also where it was typed into a moment ago.
      key={String(isStored)}
      label={texts.say('key')}
      explanation={texts.say('key_explained')}
      value={typed}
      onChange={onChange}
    />
  );
}
