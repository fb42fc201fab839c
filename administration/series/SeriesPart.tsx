import * as React from 'react';
import { LiveRegion } from '../../ui/LiveRegion';
import { FailureNotice } from '../parts/FailureNotice';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import { SeriesOutcome } from './SeriesOutcome';
import type { Series } from './useSeries';

export interface SeriesPartProps<Task> {
  readonly series: Series<Task>;
  /** What is being done, such as "Coupling". */
  readonly label: string;
  readonly nameOf: (task: Task) => string;
  readonly keyOf: (task: Task) => string;
  /** Does what failed, and what was not begun, once more. */
  readonly onTryAgain: (tasks: readonly Task[]) => void;
}

/** A series of deeds from its start to what came of it; nothing while there is none. */
export function SeriesPart<Task>(props: SeriesPartProps<Task>): React.ReactElement | null {
  const { series, label, nameOf, keyOf, onTryAgain } = props;
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
      return (
        <SeriesOutcome
          result={state.result}
          nameOf={nameOf}
          keyOf={keyOf}
          onTryAgain={onTryAgain}
          onClose={series.forget}
        />
      );
  }
}
