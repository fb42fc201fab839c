import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { AddressReading } from '../../businessCentral/administration/typedAddress';
import { SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { useAdministrationLanguage } from '../strings';
import { TextEntry } from './entries';
import { pageStyles } from './page.styles';

export interface AddressEntryProps {
  readonly label: string;
  readonly explanation: string;
  readonly typed: string;
  readonly reading: AddressReading;
  /** It may be left empty. */
  readonly isOptional?: boolean;
  /** An address that can be taken with a click while the entry is empty; null: none. */
  readonly proposal?: string | null;
  readonly onChange: (typed: string) => void;
}

/** An address to be typed or pasted, with what will be kept of it, or why it cannot be used and what was probably meant. */
export function AddressEntry(props: AddressEntryProps): React.ReactElement {
  const { label, explanation, typed, reading, isOptional = false, proposal = null, onChange } = props;
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const isEmpty = typed.trim() === '';
  const offered = isEmpty ? proposal : reading.ok ? null : reading.suggestion;
  return (
    <TextEntry
      label={label}
      explanation={explanation}
      value={typed}
      type="url"
      isWrong={!isEmpty && !reading.ok}
      onChange={onChange}
      remark={
        <>
          {!isEmpty && !reading.ok && (
            <Notice icon="warning" tone="warning" word={texts.say(`address_${reading.finding}`)} />
          )}
          {reading.ok && reading.changes.length > 0 && (
            <Notice
              icon="check"
              tone="good"
              word={texts.say('addressKept', { address: reading.url })}
              next={reading.changes.map((change) => texts.say(`addressChange_${change}`)).join(' ')}
            />
          )}
          {isEmpty && isOptional && <span className={classes.quiet}>{texts.say('optional')}</span>}
          {offered !== null && (
            <div>
              <SmallButton
                text={texts.say('useAddress', { address: offered })}
                icon="check"
                onClick={() => onChange(offered)}
              />
            </div>
          )}
        </>
      }
    />
  );
}
