import * as React from 'react';
import { useState } from 'react';
import type { SynchJob } from '../../../businessCentral/coupling/types';
import { useReading } from '../../../ui/useReading';
import { DataTable } from '../../parts/DataTable';
import { Pager } from '../../parts/Pager';
import { useAdministrationLanguage } from '../../strings';
import type { AdministrationTexts } from '../../strings';
import { IconWord } from '../IconWord';
import { MappingChoice } from '../MappingChoice';
import { durationOf, momentOf } from '../moments';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import { JobCauses } from './JobCauses';

const jobsPerPage = 25;

/** The counts of a job, in the order in which they matter to whoever looks for trouble. */
const countNames = [
  'failed',
  'skipped',
  'inserted',
  'modified',
  'deleted',
  'unchanged',
  'coupled',
  'uncoupled',
] as const;

/** Synchronization jobs, the latest first; each page is read when it is opened. */
export function JobList({ questions }: { readonly questions: SynchronizationQuestions }): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const [mapping, setMapping] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const names = useReading({
    subject: 'mappings',
    key: 'mappings',
    ask: (options) => questions.mappings(options),
  });
  const reading = useReading({
    subject: mapping ?? '',
    key: `${mapping ?? ''} ${page}`,
    ask: (options) => questions.jobs({ mapping, skip: page * jobsPerPage, count: jobsPerPage }, options),
  });
  return (
    <>
      <MappingChoice
        mappings={(names.value ?? []).map(({ name }) => name)}
        chosen={mapping}
        onChoose={(chosen) => {
          setMapping(chosen);
          setPage(0);
        }}
      />
      <ReadingPart reading={reading} announcement={({ total }) => texts.count('synch_jobsRead', total)}>
        {({ jobs, total }) => (
          <>
            <DataTable
              caption={texts.say('synch_tab_jobs')}
              empty={texts.say('synch_jobs_none')}
              rows={jobs}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'started',
                  title: texts.say('synch_column_started'),
                  isRowHeader: true,
                  cell: ({ startedAt }) =>
                    startedAt === null ? texts.say('synch_job_waits') : momentOf(startedAt, format),
                },
                { key: 'mapping', title: texts.say('synch_column_mapping'), cell: (job) => job.mapping },
                {
                  key: 'kind',
                  title: texts.say('synch_column_kind'),
                  cell: ({ kind }) => texts.say(`synch_jobKind_${kind}`),
                },
                {
                  key: 'state',
                  title: texts.say('synch_column_state'),
                  cell: (job) => <JobState job={job} />,
                },
                {
                  key: 'counts',
                  title: texts.say('synch_column_records'),
                  cell: (job) => countWords(job, texts, format.quantity),
                },
                {
                  key: 'duration',
                  title: texts.say('synch_column_duration'),
                  isNumber: true,
                  cell: ({ startedAt, finishedAt }) =>
                    startedAt === null || finishedAt === null ? '' : durationOf(startedAt, finishedAt),
                },
              ]}
            />
            {total > jobsPerPage && (
              <Pager
                page={page}
                pageSize={jobsPerPage}
                total={total}
                onPage={setPage}
                label={texts.say('synch_tab_jobs')}
              />
            )}
          </>
        )}
      </ReadingPart>
    </>
  );
}

function JobState({ job }: { readonly job: SynchJob }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { finishedAt, counts, message, errors } = job;
  if (finishedAt === null) {
    return <IconWord icon="half" tone="neutral" word={texts.say('reviewState_inProcess')} />;
  }
  const isTrouble = counts.failed > 0 || counts.skipped > 0;
  return (
    <>
      <IconWord
        icon={isTrouble ? 'warning' : 'check'}
        tone={isTrouble ? 'warning' : 'good'}
        word={texts.say(isTrouble ? 'synch_job_withErrors' : 'synch_job_well')}
      />
      {message !== '' && <div>{message}</div>}
      <JobCauses sentences={errors} />
    </>
  );
}

/** Only what is not zero. */
function countWords(
  { counts }: SynchJob,
  texts: AdministrationTexts,
  number: (value: number) => string,
): string {
  const words = countNames
    .filter((name) => counts[name] > 0)
    .map((name) => texts.say(`synch_count_${name}`, { count: number(counts[name]) }));
  return words.length === 0 ? texts.say('synch_count_nothing') : words.join(', ');
}
