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
import type { AdministrationTexts } from '../../strings';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import { hasEnded, hasFailed, inDependencyOrder, isToCouple, linesToStart } from './fullSynchPlan';
import { Refusal } from './Refusal';
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
  const [asked, setAsked] = useState<ReviewLine | 'all' | null>(null);
  const [isWithoutCoupling, setWithoutCoupling] = useState(false);
  const { lines, run, refusal } = synch;
  const isRunning = synch.isStarting || (run !== null && !hasEnded(run));
  const words = run === null ? '' : runWords(run, texts);
  useEffect(() => onRun(words), [onRun, words]);
  const reading = { value: lines, failure: synch.failure, busy: synch.busy, again: synch.again };

  return (
    <ReadingPart reading={reading} announcement={({ length }) => texts.count('synch_mappingsRead', length)}>
      {(all) => {
        const startable = linesToStart(all);
        const toCouple = all.filter(isToCouple).map(({ mapping }) => mapping);
        // What cannot be matched here, and what has been synchronized before, is not coupled first. Where the advice cannot be
        // read (page 5331 says it in the language of its account), nothing is made twice by going past it.
        const asTheyAre = startable
          .filter(
            ({ mapping, recommendation }) =>
              isWithoutCoupling || (recommendation !== 'unknown' && !toCouple.includes(mapping)),
          )
          .map(({ mapping }) => mapping);
        const failed = all.filter(hasFailed).length;
        return (
          <div className={classes.blocks}>
            {run !== null && <RunPart run={run} words={words} />}
            {refusal?.mapping === null && <Refusal error={refusal.error} />}
            {toCouple.length > 0 && !isRunning && (
              <div>
                <Notice
                  icon="unlinked"
                  tone="warning"
                  word={texts.count('synch_toCouple', toCouple.length)}
                  next={texts.say('synch_toCouple_next')}
                />
                <SmallButton text={texts.say('synch_coupleFirst')} icon="linked" onClick={onCoupleFirst} />
                <Tick
                  label={texts.say('synch_withoutCoupling')}
                  isOn={isWithoutCoupling}
                  onChange={setWithoutCoupling}
                />
              </div>
            )}
            <div className={classes.buttons}>
              <SmallButton
                text={failed > 0 ? texts.count('synch_restartFailed', failed) : texts.say('synch_startAll')}
                label={
                  startable.length === 0
                    ? texts.say('synch_startAll_nothing')
                    : failed > 0
                      ? texts.count('synch_restartFailed', failed)
                      : texts.say('synch_startAll')
                }
                icon={failed > 0 ? 'undo' : 'refresh'}
                disabled={isRunning || startable.length === 0}
                onClick={() => setAsked('all')}
              />
            </div>
            {asked !== null && (
              <Confirmation
                question={
                  asked === 'all'
                    ? texts.count('synch_startAll_question', startable.length)
                    : texts.say('synch_start_question', { mapping: asked.mapping })
                }
                meaning={
                  asked === 'all'
                    ? meaningOfAll(startable, isWithoutCoupling ? [] : toCouple, texts)
                    : [texts.say('synch_start_meaning'), texts.say('synch_start_leads')]
                }
                yes={texts.say('synch_start')}
                onYes={() => {
                  if (asked === 'all') {
                    synch.startAll(startable, asTheyAre);
                  } else {
                    synch.startOne(asked);
                  }
                  setAsked(null);
                }}
                onNo={() => setAsked(null)}
              />
            )}
            <ReviewTable
              lines={inDependencyOrder(all)}
              run={run}
              refusal={refusal}
              canStart={!isRunning}
              onStart={setAsked}
            />
          </div>
        );
      }}
    </ReadingPart>
  );
}

/** @param onlyCoupled mappings whose records Business Central couples by its own matching, and does not synchronize */
function meaningOfAll(
  lines: readonly ReviewLine[],
  onlyCoupled: readonly string[],
  texts: AdministrationTexts,
): readonly string[] {
  return [
    `${lines.map(({ mapping }) => mapping).join(' → ')}.`,
    texts.say('synch_start_meaning'),
    ...(onlyCoupled.length === 0
      ? []
      : [texts.say('synch_startAll_coupling', { mappings: onlyCoupled.join(', ') })]),
    texts.say('synch_startAll_meaning'),
  ];
}
