import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CouplableRecord, Prerequisite } from '../../../businessCentral/coupling/types';
import { PlainButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { couplingStyles } from '../Coupling.styles';
import { useCouplingLanguage } from '../texts';

export interface PrerequisitesProps {
  /** In the order in which they are to be coupled; null: could not be read. */
  readonly prerequisites: readonly Prerequisite[] | null;
  readonly openRecord: (record: CouplableRecord) => void;
}

/** What has to be coupled first, each with the way to it. */
export function Prerequisites({ prerequisites, openRecord }: PrerequisitesProps): React.ReactElement | null {
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  if (prerequisites === null) {
    return <Notice icon="question" tone="neutral" word={texts.say('prerequisites_unknown')} />;
  }
  if (prerequisites.length === 0) {
    return null;
  }
  return (
    <>
      <Notice
        icon="warning"
        tone="warning"
        word={texts.say('prerequisites')}
        next={texts.say('next_prerequisites')}
      />
      <ol className={classes.list}>
        {prerequisites.map(({ record, part, name }) => (
          <li key={`${record.table} ${record.id}`}>
            {texts.say(`part_${part}`)}
            <PlainButton
              text={name === '' ? texts.say('noName') : name}
              icon="chevronRight"
              onClick={() => openRecord(record)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
