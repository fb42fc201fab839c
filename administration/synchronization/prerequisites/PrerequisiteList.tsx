import * as React from 'react';
import { useState } from 'react';
import type { CoupledCount } from '../../../businessCentral/administration/types';
import type { RecordKind } from '../../../businessCentral/coupling/pairs';
import { SmallButton } from '../../../ui/buttons';
import { useReading } from '../../../ui/useReading';
import { DataTable } from '../../parts/DataTable';
import { useAdministrationLanguage } from '../../strings';
import { IconWord } from '../IconWord';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import { MatchPanel } from './MatchPanel';
import { matchable, stateOf } from './prerequisiteState';

export interface PrerequisiteListProps {
  readonly questions: SynchronizationQuestions;
  /** Shows the page where salespeople are coupled. */
  readonly onSalespeople: () => void;
}

/** What is to be coupled, in the order in which one thing needs the other, with how far that has come. */
export function PrerequisiteList({ questions, onSalespeople }: PrerequisiteListProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const [open, setOpen] = useState<RecordKind | null>(null);
  const reading = useReading({
    subject: 'prerequisites',
    key: 'prerequisites',
    ask: (options) => questions.coupledCounts(options),
  });
  const number = (count: number | null) =>
    count === null ? texts.say('synch_unknown') : format.quantity(count);
  return (
    <ReadingPart reading={reading} announcement={({ length }) => texts.count('synch_kindsRead', length)}>
      {(counts) => (
        <>
          <DataTable
            caption={texts.say('synch_prerequisites_caption')}
            empty={texts.say('synch_mappings_none')}
            rows={counts}
            rowKey={({ kind }) => kind}
            columns={[
              {
                key: 'kind',
                title: texts.say('synch_column_kindOfRecord'),
                isRowHeader: true,
                cell: (count) => `${counts.indexOf(count) + 1}. ${texts.say(`synch_kind_${count.kind}`)}`,
              },
              {
                key: 'state',
                title: texts.say('synch_column_state'),
                cell: (count) => <PrerequisiteState count={count} />,
              },
              {
                key: 'coupled',
                title: texts.say('synch_column_coupled'),
                isNumber: true,
                cell: ({ coupled }) => number(coupled),
              },
              {
                key: 'records',
                title: texts.say('synch_column_recordsNotCoupled'),
                isNumber: true,
                cell: ({ recordsNotCoupled }) => number(recordsNotCoupled),
              },
              {
                key: 'rows',
                title: texts.say('synch_column_rowsNotCoupled'),
                isNumber: true,
                cell: ({ rowsNotCoupled }) => number(rowsNotCoupled),
              },
              {
                key: 'action',
                title: texts.say('synch_column_action'),
                cell: ({ kind }) => {
                  if (!matchable(kind)) {
                    return null;
                  }
                  const isSalesperson = kind === 'salesperson';
                  const text = texts.say(isSalesperson ? 'synch_toSalespeople' : 'synch_match');
                  return (
                    <SmallButton
                      text={text}
                      label={`${text}: ${texts.say(`synch_kind_${kind}`)}`}
                      icon="linked"
                      onClick={isSalesperson ? onSalespeople : () => setOpen(kind)}
                    />
                  );
                },
              },
            ]}
          />
          {open !== null && (
            <MatchPanel
              key={open}
              questions={questions}
              kind={open}
              onCoupled={reading.again}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </ReadingPart>
  );
}

function PrerequisiteState({ count }: { readonly count: CoupledCount }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const state = stateOf(count);
  const looks = {
    done: { icon: 'check', tone: 'good' },
    open: { icon: 'half', tone: 'warning' },
    nothing: { icon: 'dash', tone: 'neutral' },
    unknown: { icon: 'question', tone: 'neutral' },
  } as const;
  return <IconWord {...looks[state]} word={texts.say(`synch_prerequisite_${state}`)} />;
}
