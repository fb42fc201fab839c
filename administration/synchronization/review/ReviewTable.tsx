import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { ReviewLine, ReviewState } from '../../../businessCentral/administration/types';
import { SmallButton } from '../../../ui/buttons';
import { DataTable } from '../../parts/DataTable';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import { IconWord } from '../IconWord';
import { hasFailed, isUnderWay } from './fullSynchPlan';
import type { FullSynchRun } from './fullSynchPlan';
import { isOnlyCoupled, recordsDone, stateLooks } from './reviewWords';
import { Refusal } from './Refusal';
import type { StartRefusal } from './useFullSynch';

export interface ReviewTableProps {
  readonly lines: readonly ReviewLine[];
  readonly run: FullSynchRun | null;
  readonly refusal: StartRefusal | null;
  readonly canStart: boolean;
  readonly onStart: (line: ReviewLine) => void;
}

/** A line a mapping. */
export function ReviewTable({
  lines,
  run,
  refusal,
  canStart,
  onStart,
}: ReviewTableProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  return (
    <DataTable
      caption={texts.say('synch_review_caption')}
      empty={texts.say('synch_mappings_none')}
      rows={lines}
      rowKey={({ mapping }) => mapping}
      columns={[
        {
          key: 'mapping',
          title: texts.say('synch_column_mapping'),
          isRowHeader: true,
          cell: ({ mapping }) => mapping,
        },
        {
          key: 'direction',
          title: texts.say('synch_column_direction'),
          cell: ({ direction }) => texts.say(`synch_direction_${direction}`),
        },
        {
          key: 'waitsFor',
          title: texts.say('synch_column_waitsFor'),
          cell: ({ waitsFor }) => (waitsFor.length === 0 ? texts.say('synch_nothing') : waitsFor.join(', ')),
        },
        {
          key: 'recommendation',
          title: texts.say('synch_column_recommendation'),
          cell: ({ recommendation }) => texts.say(`recommendation_${recommendation}`),
        },
        {
          key: 'state',
          title: texts.say('synch_column_state'),
          cell: (line) => (
            <StateCell
              line={line}
              run={run}
              refusal={refusal?.mapping === line.mapping ? refusal.error : null}
            />
          ),
        },
        {
          key: 'toSales',
          title: texts.say('synch_column_toSales'),
          cell: ({ toSales, direction }) => direction !== 'fromSales' && <StateWord state={toSales} />,
        },
        {
          key: 'fromSales',
          title: texts.say('synch_column_fromSales'),
          cell: ({ fromSales, direction }) => direction !== 'toSales' && <StateWord state={fromSales} />,
        },
        {
          key: 'records',
          title: texts.say('synch_column_records'),
          isNumber: true,
          cell: (line) => {
            const records = recordsDone(line);
            return records === null ? '' : format.quantity(records);
          },
        },
        {
          key: 'start',
          title: texts.say('synch_column_action'),
          cell: (line) => {
            const text = texts.say(hasFailed(line) ? 'synch_restart' : 'synch_start');
            return (
              <SmallButton
                text={text}
                label={`${text}: ${line.mapping}`}
                icon={hasFailed(line) ? 'undo' : 'refresh'}
                disabled={!canStart || isUnderWay(line)}
                onClick={() => onStart(line)}
              />
            );
          },
        },
      ]}
    />
  );
}

function StateWord({ state }: { readonly state: ReviewState }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return <IconWord {...stateLooks[state]} word={texts.say(`reviewState_${state}`)} />;
}

interface StateCellProps {
  readonly line: ReviewLine;
  readonly run: FullSynchRun | null;
  readonly refusal: Error | null;
}

/** That a mapping waits for its turn is told by the others, and not by its own line. */
function StateCell({ line, run, refusal }: StateCellProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const stage = run?.stages.get(line.mapping);
  // One that was refused, since somebody else had started it, is followed like any other.
  if (refusal !== null && !isUnderWay(line)) {
    return <Refusal error={refusal} />;
  }
  if (stage === 'waits' || stage === 'heldUp') {
    return (
      <IconWord
        icon={stage === 'waits' ? 'clock' : 'forbidden'}
        tone={stage === 'waits' ? 'neutral' : 'warning'}
        word={texts.say(`synch_stage_${stage}`)}
      />
    );
  }
  return (
    <>
      <StateWord state={line.state} />
      {isOnlyCoupled(line) && <p className={classes.technical}>{texts.say('synch_onlyCoupled')}</p>}
      {hasFailed(line) && line.job !== null && line.job.message !== '' && (
        <p className={classes.technical}>{line.job.message}</p>
      )}
    </>
  );
}
