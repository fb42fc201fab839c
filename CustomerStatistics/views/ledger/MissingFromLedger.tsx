import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { MissingPart } from '../../../businessCentral/missingParts';
import { wordsOf } from '../../../ui/failure';
import { missingPartNames } from '../../../ui/missingPartNames';
import { Notice } from '../../../ui/Notice';
import { useStatisticsLanguage } from '../texts';
import { reasonOf } from '../unknownFigure';
import { ledgerStyles } from './Ledger.styles';

export interface MissingFromLedgerProps {
  /** What did not come. */
  readonly word: string;
  readonly missing: MissingPart;
}

/** Says what did not come, why, who can do what about it, and what an administrator needs for that. */
export function MissingFromLedger({ word, missing }: MissingFromLedgerProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const { remedy, technical } = wordsOf(missing.error, texts);
  const name = missingPartNames([missing]);
  // A single field that is missing was told by its absence; there is no more to the failure than its name.
  const details = missing.field === undefined ? (technical ?? name) : name;
  return (
    <>
      <Notice
        icon="warning"
        tone="warning"
        word={word}
        text={reasonOf(missing, texts)}
        next={missing.field === undefined ? remedy : texts.say('ledger_next_field')}
      />
      <p className={classes.note}>{texts.say('forAdministrator', { details: details })}</p>
    </>
  );
}
