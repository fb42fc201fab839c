import * as React from 'react';
import { LiveRegion } from '../../ui/LiveRegion';
import { FailureNotice } from '../parts/FailureNotice';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import { SeriesOutcome } from './SeriesOutcome';
import type { SeriesOutcomeProps } from './SeriesOutcome';
import type { Series } from './useSeries';

export interface SeriesPartProps<Task> extends Pick<
  SeriesOutcomeProps<Task>,
  'nameOf' | 'keyOf' | 'wordsFor' | 'onTryAgain'
> {
  readonly series: Series<Task>;
  /** What is being done, such as "Coupling". */
  readonly label: string;
}

/** A series of deeds from its start to what came of it; nothing while there is none. */
export function SeriesPart<Task>(props: SeriesPartProps<Task>): React.ReactElement | null {
  const { series, label, ...outcome } = props;
  const { texts } = useAdministrationLanguage();
  const { state } = series;
  switch (state.stage) {
    case 'idle':
      return null;
    case 'working':
      return (
        <>
          <LiveRegion message={label} />
          <WorkProgress
            label={state.isEnding ? texts.say('synch_ending') : label}
            progress={state.progress}
            onCancel={state.isEnding ? null : series.end}
          />
        </>
      );
    case 'failed':
      return <FailureNotice failure={state.failure} onAgain={series.forget} />;
    case 'ended':
      return <SeriesOutcome result={state.result} {...outcome} onClose={series.forget} />;
  }
}
