import * as React from 'react';
import { useRef, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type {
  Match,
  MatchCriterion,
  MatchProposal,
} from '../../../businessCentral/administration/matchBasedCoupling';
import type { RecordKind } from '../../../businessCentral/coupling/pairs';
import { SmallButton } from '../../../ui/buttons';
import { useFocusReturn } from '../../../ui/useFocusReturn';
import { useUniqueId } from '../../../ui/useUniqueId';
import { Tick } from '../../parts/entries';
import { pageStyles } from '../../parts/page.styles';
import { useWork } from '../../parts/useWork';
import { WorkProgress } from '../../parts/WorkProgress';
import { SeriesPart } from '../../series/SeriesPart';
import { useSeries } from '../../series/useSeries';
import { useAdministrationLanguage } from '../../strings';
import { PartFailure } from '../PartFailure';
import type { SynchronizationQuestions } from '../questions';
import { MatchList } from './MatchList';
import { criteriaOf } from './prerequisiteState';

export interface MatchPanelProps {
  readonly questions: SynchronizationQuestions;
  readonly kind: RecordKind;
  /** Something may have been coupled. */
  readonly onCoupled: () => void;
  readonly onClose: () => void;
}

/** Match-based coupling of a kind: by which criteria, what that would couple, and only then the deed. */
export function MatchPanel({ questions, kind, onCoupled, onClose }: MatchPanelProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const offered = criteriaOf(kind);
  const [criteria, setCriteria] = useState<readonly MatchCriterion[]>(offered.slice(0, 1));
  const search = useWork<MatchProposal>();
  const series = useSeries<Match>(onCoupled);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useUniqueId();
  const giveBack = useFocusReturn(heading);
  const kindName = texts.say(`synch_kind_${kind}`);
  const couple = (matches: readonly Match[]) => {
    search.forget();
    series.start((options) => questions.couple(matches, options));
  };
  const { work } = search;
  const isBusy = work.state === 'running' || series.state.stage === 'working';
  return (
    <section className={`${classes.panel} ${classes.blocks}`} aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className={classes.subheading}>
        {texts.say('synch_match_title', { kind: kindName })}
      </h3>
      <fieldset className={classes.choices}>
        <legend>{texts.say('synch_match_by')}</legend>
        {offered.map((criterion) => (
          <Tick
            key={criterion}
            label={texts.say(`synch_criterion_${criterion}`)}
            isOn={criteria.includes(criterion)}
            onChange={(checked) => {
              search.forget();
              setCriteria(offered.filter((each) => (each === criterion ? checked : criteria.includes(each))));
            }}
          />
        ))}
      </fieldset>
      <div className={classes.buttons}>
        <SmallButton
          text={texts.say('synch_match_try')}
          icon="question"
          disabled={isBusy || criteria.length === 0}
          onClick={() => {
            series.forget();
            search.start((options) => questions.findMatches(kind, criteria, options));
          }}
        />
        <SmallButton
          text={texts.say('synch_close')}
          icon="close"
          disabled={series.state.stage === 'working'}
          onClick={() => {
            onClose();
            giveBack();
          }}
        />
      </div>
      {work.state === 'running' && (
        <WorkProgress label={texts.say('synch_matching')} progress={work.progress} onCancel={search.cancel} />
      )}
      {work.state === 'failed' && <PartFailure failure={work.failure} onAgain={search.forget} />}
      {work.state === 'done' && <MatchList proposal={work.result} onCouple={couple} />}
      <SeriesPart
        series={series}
        label={texts.say('synch_coupling')}
        keyOf={({ recordNo }) => recordNo}
        nameOf={({ recordNo, recordName }) => `${kindName} ${recordNo} ${recordName}`.trim()}
        onTryAgain={couple}
      />
    </section>
  );
}
