import * as React from 'react';
import { useRef, useState } from 'react';
import { useTheme } from '@fluentui/react';
import { offeredActions } from '../../../businessCentral/coupling/offeredActions';
import type { Pair } from '../../../businessCentral/coupling/pairs';
import type { Candidate, CouplingRow, SynchAction } from '../../../businessCentral/coupling/types';
import { RefreshButton, SmallButton } from '../../../ui/buttons';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import { SkeletonLine } from '../../../ui/Skeleton';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { Confirmation } from '../Confirmation';
import { couplingStyles } from '../Coupling.styles';
import { recordLabel } from '../coupled/coupledWords';
import { hindrancesOf, isTakingOverHindered } from '../hindrancesOf';
import { mappingOf } from '../pairOffers';
import { useCouplingLanguage } from '../texts';
import { useFocusReturn } from '../../../ui/useFocusReturn';
import { CandidateList } from './CandidateList';
import { Choices } from './Choices';
import { useCandidates } from './useCandidates';

export interface CouplePanelProps {
  readonly session: CouplingSession;
  readonly known: RecordCoupling;
  /** What it may be coupled as, the likelier first; at least one. */
  readonly pairs: readonly [Pair, ...Pair[]];
  /** What is searched first; empty: what the row says of itself. */
  readonly firstText: string;
  /** The coupling that the new one replaces; null: there is none. */
  readonly insteadOf: CouplingRow | null;
  readonly onCouple: (deed: Deed) => void;
  readonly onCancel: () => void;
}

/** Chooses the record of Business Central that a row is coupled to, and what is synchronized then. */
export function CouplePanel(props: CouplePanelProps): React.ReactElement {
  const { session, known, pairs, firstText, insteadOf, onCouple, onCancel } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [pair, setPair] = useState(pairs[0]);
  const [picked, setPicked] = useState<{ readonly pair: Pair; readonly candidate: Candidate } | null>(null);
  const [wanted, setWanted] = useState<SynchAction | null>(null);
  const [isAsking, setAsking] = useState(false);
  const search = useCandidates(session, pair, known.record, firstText);
  const searchId = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const giveBack = useFocusReturn(box);
  const cancel = () => {
    onCancel();
    giveBack();
  };

  const candidates = search.value?.candidates ?? [];
  // A choice that a newer search no longer shows would be coupled unseen.
  const chosen =
    picked?.pair === pair
      ? (candidates.find(({ recordNo }) => recordNo === picked.candidate.recordNo) ?? null)
      : null;
  const { afterCoupling } = offeredActions(pair, mappingOf(known, pair), false, true);
  const synchAction =
    wanted !== null && afterCoupling.includes(wanted) ? wanted : (afterCoupling[0] ?? 'none');
  const couple = () => {
    if (chosen !== null) {
      const { recordNo, name } = chosen;
      onCouple(
        insteadOf === null
          ? { kind: 'couple', pair, recordNo, synchAction }
          : { kind: 'recouple', pair, earlier: insteadOf, recordNo, recordName: name, synchAction },
      );
    }
  };
  const label = chosen === null ? '' : recordLabel({ ...chosen, recordName: chosen.name });

  return (
    <div
      className={classes.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          cancel();
        }
      }}
    >
      {pairs.length > 1 && (
        <Choices
          title={texts.say('coupleAs')}
          choices={pairs.map(({ mapping, kind }) => ({ value: mapping, text: texts.say(`record_${kind}`) }))}
          chosen={pair.mapping}
          onChoose={(mapping) => setPair(pairs.find((each) => each.mapping === mapping) ?? pair)}
        />
      )}
      <label htmlFor={searchId} className={classes.label}>
        {texts.say('search')}
      </label>
      <input
        id={searchId}
        ref={box}
        type="search"
        className={classes.search}
        autoComplete="off"
        placeholder={known.record.name}
        value={search.typed}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            search.searchNow();
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            list.current?.focus();
          }
        }}
      />
      <Found
        search={search}
        listRef={list}
        chosen={chosen}
        onChoose={(candidate) => setPicked({ pair, candidate })}
      />
      <Choices
        title={texts.say('afterCoupling')}
        choices={afterCoupling.map((value) => ({ value, text: texts.say(`afterCoupling_${value}`) }))}
        chosen={synchAction}
        onChoose={setWanted}
      />
      {synchAction === 'fromSales' && isTakingOverHindered(hindrancesOf(known)) && (
        <div className={classes.remark}>
          <Notice icon="warning" tone="warning" word={texts.say('takingOverFails')} />
        </div>
      )}
      <div className={classes.buttons}>
        <SmallButton
          text={texts.say('coupleNow')}
          label={
            chosen === null ? texts.say('coupleNow_choose') : texts.say('coupleNow_label', { record: label })
          }
          icon="linked"
          disabled={chosen === null}
          onClick={insteadOf === null ? couple : () => setAsking(true)}
        />
        <SmallButton text={texts.say('cancel')} icon="close" onClick={cancel} />
      </div>
      {isAsking && chosen !== null && insteadOf !== null && (
        <Confirmation
          question={texts.say('recouple_question', { record: label, earlier: recordLabel(insteadOf) })}
          meaning={texts.say('recouple_meaning')}
          yes={texts.say('coupleNow')}
          icon="linked"
          onYes={couple}
          onNo={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface FoundProps {
  readonly search: ReturnType<typeof useCandidates>;
  readonly listRef: React.RefObject<HTMLUListElement>;
  readonly chosen: Candidate | null;
  readonly onChoose: (candidate: Candidate) => void;
}

/** What the search brought, or why it brought nothing. */
function Found({ search, listRef, chosen, onChoose }: FoundProps): React.ReactElement {
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const { value, failure, busy, searched, again } = search;
  const words = failure === null ? null : wordsOf(failure, texts);
  let summary = '';
  if (busy) {
    summary = texts.say('searching');
  } else if (value !== null) {
    summary =
      value.candidates.length > 0
        ? texts.count('found', value.candidates.length)
        : searched === ''
          ? texts.say('found_noneLike')
          : texts.say('found_none', { text: searched });
    summary = value.more ? `${summary} ${texts.say('found_more')}` : summary;
  }
  return (
    <div className={classes.found}>
      <div role="status" className={classes.why}>
        {words === null ? (
          summary
        ) : (
          <Notice icon="warning" tone="bad" word={words.sentence} next={words.remedy} />
        )}
      </div>
      {words !== null && <RefreshButton failed waiting={busy} onClick={again} />}
      {value === null &&
        words === null &&
        [80, 65, 75].map((width) => <SkeletonLine key={width} width={`${width}%`} />)}
      {value !== null && value.candidates.length > 0 && (
        <CandidateList
          listRef={listRef}
          candidates={value.candidates}
          chosen={chosen?.recordNo ?? null}
          isBusy={busy}
          onChoose={onChoose}
        />
      )}
    </div>
  );
}
