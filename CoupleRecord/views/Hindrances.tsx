import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CouplableRecord, Prerequisite } from '../../businessCentral/coupling/types';
import { LinkButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import type { RecordCoupling } from '../couplingSession';
import { couplingStyles } from './Coupling.styles';
import { hindrancesOf } from './hindrancesOf';
import { useCouplingLanguage } from './texts';

export interface HindrancesProps {
  readonly known: RecordCoupling;
  readonly openRecord: (record: CouplableRecord) => void;
}

/** What has to be put right before anything is synchronized, whether the row is coupled or not, with the way to it. */
export function Hindrances({ known, openRecord }: HindrancesProps): React.ReactElement | null {
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const { prerequisites, owningTeam } = hindrancesOf(known);
  if (owningTeam === null && prerequisites?.length === 0) {
    return null;
  }
  return (
    <div className={classes.block}>
      {owningTeam !== null && (
        <Notice
          icon="warning"
          tone="warning"
          word={texts.say('teamOwner', { name: owningTeam })}
          next={texts.say('next_teamOwner')}
        />
      )}
      {prerequisites === null ? (
        <Notice icon="question" tone="neutral" word={texts.say('prerequisites_unknown')} />
      ) : (
        prerequisites.length > 0 && <Prerequisites prerequisites={prerequisites} openRecord={openRecord} />
      )}
    </div>
  );
}

/** What has to be coupled first, each with the way to it. */
function Prerequisites({
  prerequisites,
  openRecord,
}: Pick<HindrancesProps, 'openRecord'> & {
  readonly prerequisites: readonly Prerequisite[];
}): React.ReactElement {
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
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
            {texts.say(`part_${part}`)}{' '}
            <LinkButton text={name === '' ? texts.say('noName') : name} onClick={() => openRecord(record)} />
          </li>
        ))}
      </ol>
    </>
  );
}
