import * as React from 'react';
import { useEffect, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { ReviewLine } from '../../../businessCentral/administration/types';
import { SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { Confirmation } from '../../parts/Confirmation';
import { Tick } from '../../parts/entries';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import {
  countsOf,
  hasEnded,
  hasFailed,
  inDependencyOrder,
  isToCouple,
  linesToStart,
  restToStart,
} from './fullSynchPlan';
import { RestPart } from './RestPart';
import { ReviewTable } from './ReviewTable';
import { runWords } from './reviewWords';
import { RunPart } from './RunPart';
import { useFullSynch } from './useFullSynch';

export interface FullSynchReviewProps {
  readonly questions: SynchronizationQuestions;
  /** Shows where records are coupled. */
  readonly onCoupleFirst: () => void;
  /** Told how far what was started here has come, and what came of it; empty: nothing was. */
  readonly onRun: (words: string) => void;
}

/** The full synchronization review (page 5331): every mapping, what it waits for, and its start. */
export function FullSynchReview(props: FullSynchReviewProps): React.ReactElement {
  const { questions, onCoupleFirst, onRun } = props;
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const synch = useFullSynch(questions);
  const [asked, setAsked] = useState<readonly ReviewLine[] | null>(null);
  const [withCoupleFirst, setWithCoupleFirst] = useState(false);
  const { lines, run } = synch;
  const isRunning = run !== null && !hasEnded(run);
  const words = run === null ? '' : runWords(run, texts);
  useEffect(() => onRun(words), [onRun, words]);
  const reading = { value: lines, failure: synch.failure, busy: synch.busy, again: synch.again };

  return (
    <ReadingPart reading={reading} announcement={({ length }) => texts.count('synch_mappingsRead', length)}>
      {(all) => {
        const startable = linesToStart(all, withCoupleFirst);
        const rest = isRunning ? [] : restToStart(all, withCoupleFirst);
        const toCouple = all.filter(isToCouple).length;
        const failed = inDependencyOrder(all).filter(hasFailed);
        return (
          <div className={classes.blocks}>
            {run !== null && (
              <RunPart
                words={words}
                done={countsOf(run).finished}
                all={countsOf(run).all}
                isWell={countsOf(run).failed === 0}
                onStartNoMore={isRunning ? synch.startNoMore : null}
              />
            )}
            {toCouple > 0 && (
              <div>
                <Notice
                  icon="unlinked"
                  tone="warning"
                  word={texts.count('synch_toCouple', toCouple)}
                  next={texts.say('synch_toCouple_next')}
                />
                <SmallButton text={texts.say('synch_coupleFirst')} icon="linked" onClick={onCoupleFirst} />
                <Tick
                  label={texts.say('synch_withCoupleFirst')}
                  isOn={withCoupleFirst}
                  onChange={setWithCoupleFirst}
                />
              </div>
            )}
            {rest.length > 0 && <RestPart rest={rest} onGoOn={() => synch.start(rest)} />}
            <div className={classes.buttons}>
              {rest.length === 0 && (
                <SmallButton
                  text={texts.say('synch_startAll')}
                  label={
                    startable.length === 0 ? texts.say('synch_startAll_nothing') : texts.say('synch_startAll')
                  }
                  icon="refresh"
                  disabled={isRunning || startable.length === 0}
                  onClick={() => setAsked(startable)}
                />
              )}
              {failed.length > 0 && (
                <SmallButton
                  text={texts.count('synch_restartFailed', failed.length)}
                  icon="undo"
                  disabled={isRunning}
                  onClick={() => setAsked(failed)}
                />
              )}
            </div>
            {asked !== null && (
              <Confirmation
                question={
                  asked.length === 1
                    ? texts.say('synch_start_question', { mapping: asked[0]?.mapping ?? '' })
                    : texts.count('synch_startAll_question', asked.length)
                }
                meaning={meaningOf(
                  asked,
                  texts.say('synch_start_meaning'),
                  texts.say('synch_startAll_meaning'),
                )}
                yes={texts.say('synch_start')}
                onYes={() => {
                  synch.start(asked);
                  setAsked(null);
                }}
                onNo={() => setAsked(null)}
              />
            )}
            <ReviewTable
              lines={inDependencyOrder(all)}
              run={run}
              refusals={synch.refusals}
              canStart={!isRunning}
              onStart={(line) => setAsked([line])}
            />
          </div>
        );
      }}
    </ReadingPart>
  );
}

/** Only what has several mappings needs the page to stay open. */
function meaningOf(asked: readonly ReviewLine[], each: string, several: string): string {
  return asked.length === 1 ? each : `${asked.map(({ mapping }) => mapping).join(' → ')}. ${each} ${several}`;
}
