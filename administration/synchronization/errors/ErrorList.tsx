import * as React from 'react';
import { useMemo, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { SkippedRecord } from '../../../businessCentral/administration/skippedRecords';
import { synchCause } from '../../../businessCentral/administration/synchCause';
import { SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useReading } from '../../../ui/useReading';
import { pageStyles } from '../../parts/page.styles';
import { useSeries } from '../../series/useSeries';
import { SeriesPart } from '../../series/SeriesPart';
import { useAdministrationLanguage } from '../../strings';
import { MappingChoice } from '../MappingChoice';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import { SkippedTable, recordName } from './SkippedTable';
import type { RecordLinks } from './SkippedTable';

export interface ErrorListProps {
  readonly questions: SynchronizationQuestions;
  readonly links: RecordLinks;
}

/** Records that synchronization leaves out, with why, what to do about it, and Retry. */
export function ErrorList({ questions, links }: ErrorListProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [mapping, setMapping] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const reading = useReading({
    subject: 'errors',
    key: 'errors',
    ask: (options) => questions.skippedRecords(options),
  });
  const series = useSeries<SkippedRecord>(reading.again);
  const all = reading.value?.records;
  const mappings = useMemo(() => [...new Set((all ?? []).map((each) => each.mapping))].sort(), [all]);

  const retry = (records: readonly SkippedRecord[]) => {
    setChosen(new Set());
    series.start((options) => questions.retry(records, options));
  };
  const isBusy = series.state.stage === 'working';
  return (
    <div className={classes.blocks}>
      <SeriesPart
        series={series}
        label={texts.say('synch_retrying')}
        keyOf={({ key }) => key}
        nameOf={(record) => recordName(record, texts)}
        wordsFor={({ recordNo }, { details: { serverMessage } }) => {
          if (serverMessage === undefined) {
            return null;
          }
          const cause = synchCause(serverMessage, recordNo);
          return { sentence: texts.say(`cause_${cause}`), remedy: texts.say(`causeRemedy_${cause}`) };
        }}
        onTryAgain={retry}
      />
      <ReadingPart reading={reading} announcement={({ total }) => texts.count('synch_errorsRead', total)}>
        {({ records, total }) => {
          const shown = mapping === null ? records : records.filter((record) => record.mapping === mapping);
          const picked = shown.filter(({ key }) => chosen.has(key));
          const isAll = picked.length === shown.length;
          return (
            <>
              {total > records.length && (
                <Notice
                  icon="warning"
                  tone="warning"
                  word={texts.count('synch_errorsFirst', total, { shown: format.quantity(records.length) })}
                  next={texts.say('synch_errorsFirst_next')}
                />
              )}
              {mappings.length > 1 && (
                <MappingChoice mappings={mappings} chosen={mapping} onChoose={setMapping} />
              )}
              {shown.length > 0 && (
                <div className={classes.buttons}>
                  <SmallButton
                    text={texts.count(isAll ? 'synch_chooseNone' : 'synch_chooseAll', shown.length)}
                    icon={isAll ? 'close' : 'check'}
                    disabled={isBusy}
                    onClick={() => setChosen(new Set(isAll ? [] : shown.map(({ key }) => key)))}
                  />
                  <SmallButton
                    text={
                      picked.length === 0
                        ? texts.say('synch_retry')
                        : texts.count('synch_retryChosen', picked.length)
                    }
                    icon="undo"
                    disabled={isBusy || picked.length === 0}
                    onClick={() => retry(picked)}
                  />
                </div>
              )}
              <SkippedTable
                records={shown}
                chosen={chosen}
                isBusy={isBusy}
                links={links}
                addressOf={(record) => questions.recordAddress(record)}
                onChoose={(key, isChosen) => {
                  const next = new Set(chosen);
                  if (isChosen) {
                    next.add(key);
                  } else {
                    next.delete(key);
                  }
                  setChosen(next);
                }}
                onRetry={(record) => retry([record])}
              />
            </>
          );
        }}
      </ReadingPart>
    </div>
  );
}
