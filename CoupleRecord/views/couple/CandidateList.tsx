import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '@fluentui/react';
import { isBarred } from '../../../businessCentral/coupling/rankCandidates';
import type { Candidate } from '../../../businessCentral/coupling/types';
import { Icon } from '../../../ui/icons';
import { useUniqueId } from '../../../ui/useUniqueId';
import { couplingStyles } from '../Coupling.styles';
import { useCouplingLanguage } from '../texts';
import type { CouplingTexts } from '../texts';
import { recordLabel } from '../coupled/coupledWords';
import { optionAfterKey } from './optionAfterKey';

export interface CandidateListProps {
  readonly listRef: React.RefObject<HTMLUListElement>;
  readonly candidates: readonly Candidate[];
  /** Number of the chosen candidate. */
  readonly chosen: string | null;
  readonly isBusy: boolean;
  readonly onChoose: (candidate: Candidate) => void;
}

/** Candidates as a list box (ARIA Authoring Practices, "Listbox"): one Tab stop, arrows, type-ahead, Enter. */
export function CandidateList(props: CandidateListProps): React.ReactElement {
  const { listRef, candidates, chosen, isBusy, onChoose } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const id = useUniqueId();
  const [active, setActive] = useState({ of: candidates, at: 0 });
  const [hasFocus, setFocus] = useState(false);
  const activeOption = useRef<HTMLLIElement>(null);
  // Another answer begins with its best match, in the same list: whoever is in it with the keyboard stays there.
  const at = active.of === candidates ? active.at : 0;
  const moveTo = (index: number) => setActive({ of: candidates, at: index });
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (candidate: Candidate | undefined) => {
    if (candidate !== undefined && !isBarred(candidate)) {
      onChoose(candidate);
    }
  };
  return (
    <ul
      ref={listRef}
      role="listbox"
      tabIndex={0}
      className={classes.candidates}
      aria-label={texts.say('candidates')}
      aria-activedescendant={`${id}-${at}`}
      aria-busy={isBusy}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) {
          return;
        }
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose(candidates[at]);
          return;
        }
        const next = optionAfterKey(event.key, at, candidates);
        if (next !== null) {
          event.preventDefault();
          moveTo(next);
        }
      }}
    >
      {candidates.map((candidate, index) => {
        const { recordNo, name, email } = candidate;
        const isChosen = recordNo === chosen;
        const isActive = index === at;
        const barred = isBarred(candidate);
        return (
          <li
            key={recordNo}
            id={`${id}-${index}`}
            ref={isActive ? activeOption : null}
            role="option"
            aria-selected={isChosen}
            aria-disabled={barred}
            className={[
              classes.candidate,
              isChosen ? classes.chosen : '',
              isActive && hasFocus ? classes.active : '',
              barred ? classes.barred : '',
            ].join(' ')}
            onClick={() => {
              moveTo(index);
              choose(candidate);
            }}
          >
            <span className={classes.name}>{recordLabel({ recordNo, recordName: name })}</span>
            {email !== '' && ` ${email}`}
            <span className={classes.why}>
              {isChosen && <Icon name="check" size={16} />}
              {barred && <Icon name="forbidden" size={16} />}
              {whyOf(candidate, texts)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Why it may be chosen, or may not. */
function whyOf({ isCoupled, leftOut, reason }: Candidate, texts: CouplingTexts): string {
  if (isCoupled === true) {
    return texts.say('coupledElsewhere');
  }
  return leftOut === null ? texts.say(`match_${reason}`) : texts.say(`leftOut_${leftOut}`);
}
