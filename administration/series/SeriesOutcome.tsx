import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { WorkResult } from '../../businessCentral/administration/types';
import type { BusinessCentralError } from '../../businessCentral/errors';
import { SmallButton } from '../../ui/buttons';
import { wordsOf } from '../../ui/failure';
import type { FailureWords } from '../../ui/failure';
import { LiveRegion } from '../../ui/LiveRegion';
import { Notice } from '../../ui/Notice';
import { DataTable } from '../parts/DataTable';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';

export interface SeriesOutcomeProps<Task> {
  readonly result: WorkResult<Task>;
  readonly nameOf: (task: Task) => string;
  readonly keyOf: (task: Task) => string;
  /** Better words than those of the failure's code; null: there are none. */
  readonly wordsFor?: (task: Task, error: BusinessCentralError) => FailureText | null;
  readonly onTryAgain: (tasks: readonly Task[]) => void;
  readonly onClose: () => void;
}

export type FailureText = Pick<FailureWords, 'sentence' | 'remedy'>;

/** What came of a series: how many were done, and each that failed with its reason. */
export function SeriesOutcome<Task>(props: SeriesOutcomeProps<Task>): React.ReactElement {
  const { result, nameOf, keyOf, wordsFor = () => null, onTryAgain, onClose } = props;
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { done, failed, left } = result;
  const isAllWell = failed.length === 0 && left.length === 0;
  const words = [
    texts.count('synch_outcomeDone', done.length),
    ...(failed.length > 0 ? [texts.count('synch_outcomeFailed', failed.length)] : []),
    ...(left.length > 0 ? [texts.count('synch_outcomeLeft', left.length)] : []),
  ].join(' ');
  return (
    <div className={classes.panel}>
      <LiveRegion message={words} />
      <Notice icon={isAllWell ? 'check' : 'warning'} tone={isAllWell ? 'good' : 'warning'} word={words} />
      {failed.length > 0 && (
        <DataTable
          caption={texts.say('synch_failures')}
          empty=""
          rows={failed}
          rowKey={({ task }) => keyOf(task)}
          columns={[
            {
              key: 'record',
              title: texts.say('synch_column_record'),
              isRowHeader: true,
              cell: ({ task }) => nameOf(task),
            },
            {
              key: 'cause',
              title: texts.say('synch_column_cause'),
              cell: ({ task, error }) => {
                const { sentence, remedy } = wordsFor(task, error) ?? wordsOf(error, texts);
                return (
                  <>
                    <Notice icon="warning" tone="bad" word={sentence} next={remedy} />
                    {error.details.serverMessage !== undefined && (
                      <p className={classes.technical}>
                        {texts.say('detail', { detail: error.details.serverMessage })}
                      </p>
                    )}
                  </>
                );
              },
            },
          ]}
        />
      )}
      <div className={classes.buttons}>
        {!isAllWell && (
          <SmallButton
            text={texts.say('tryAgain')}
            icon="refresh"
            onClick={() => onTryAgain([...failed.map(({ task }) => task), ...left])}
          />
        )}
        <SmallButton text={texts.say('synch_close')} icon="close" onClick={onClose} />
      </div>
    </div>
  );
}
