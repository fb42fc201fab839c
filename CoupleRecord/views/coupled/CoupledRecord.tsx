import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { offeredActions } from '../../../businessCentral/coupling/offeredActions';
import type { CouplingRow } from '../../../businessCentral/coupling/types';
import { DetailsButton, SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { Confirmation } from '../Confirmation';
import { couplingStyles } from '../Coupling.styles';
import { CouplePanel } from '../couple/CouplePanel';
import { mappingOf } from '../pairOffers';
import { useCouplingLanguage } from '../texts';
import { Comparison } from './Comparison';
import { LatestSynchs } from './LatestSynchs';
import { coupledNotice, recordLabel } from './coupledWords';

export interface CoupledRecordProps {
  readonly session: CouplingSession;
  readonly known: RecordCoupling;
  readonly coupling: CouplingRow;
  /** One of several, so that it says which it is. */
  readonly isOneOfSeveral: boolean;
  /** What comes of a deed is awaited, so that nothing else is offered. */
  readonly isWithheld: boolean;
  readonly carryOut: (deeds: readonly Deed[]) => void;
  readonly openAddress: (address: string) => void;
}

type Part = 'synchronize' | 'compare' | 'uncouple' | 'another';

/** One coupling: how its synchronization went, and what can be done with it. */
export function CoupledRecord(props: CoupledRecordProps): React.ReactElement {
  const { session, known, coupling, isOneOfSeveral, isWithheld, carryOut, openAddress } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [part, setPart] = useState<Part | null>(null);
  const partId = useUniqueId();
  const { pair } = coupling;
  const { synchronize } = offeredActions(pair, mappingOf(known, pair), true, true);
  const isDeleted = coupling.recordNo === '';
  const address = isDeleted ? null : session.address(coupling);
  const mayChange = known.mayChange && !isWithheld;
  const shown = part === 'compare' || mayChange ? part : null;
  const toggle = (wanted: Part) => setPart(part === wanted ? null : wanted);
  const begin = (...deeds: readonly Deed[]) => {
    setPart(null);
    carryOut(deeds);
  };
  const disclosure = (wanted: Part) => ({
    isOpen: shown === wanted,
    controls: partId,
    onClick: () => toggle(wanted),
  });
  return (
    <div className={classes.block}>
      {isOneOfSeveral && <Notice {...coupledNotice(coupling, texts)} />}
      {isDeleted && <p className={classes.quiet}>{texts.say('next_deleted')}</p>}
      {!isDeleted && (
        <LatestSynchs coupling={coupling} directions={synchronize} mayChange={known.mayChange} />
      )}
      <div className={classes.buttons}>
        {address !== null && (
          <SmallButton
            text={texts.say('open')}
            label={texts.say('open_label', { record: recordLabel(coupling) })}
            icon="openOutside"
            onClick={() => openAddress(address)}
          />
        )}
        {mayChange && !isDeleted && (
          <DetailsButton text={texts.say('synchronize')} {...disclosure('synchronize')} />
        )}
        {!isDeleted && <DetailsButton text={texts.say('compare')} {...disclosure('compare')} />}
        {mayChange && (
          <SmallButton text={texts.say('uncouple')} icon="unlinked" onClick={() => toggle('uncouple')} />
        )}
        {mayChange && pair.candidates !== null && (
          <DetailsButton text={texts.say('coupleAnother')} {...disclosure('another')} />
        )}
      </div>
      {!isDeleted && address === null && <p className={classes.quiet}>{texts.say('noAddress')}</p>}
      {shown !== null && (
        <div id={partId}>
          {shown === 'synchronize' && (
            <div className={classes.buttons}>
              {synchronize.map((direction) => (
                <SmallButton
                  key={direction}
                  text={texts.say(`synchronize_${direction}`)}
                  icon="refresh"
                  onClick={() => begin({ kind: 'synchronize', pair, direction })}
                />
              ))}
            </div>
          )}
          {shown === 'compare' && (
            <Comparison
              session={session}
              coupling={coupling}
              record={known.record}
              readAt={known.state.readAt}
            />
          )}
          {shown === 'uncouple' && (
            <Confirmation
              question={texts.say('uncouple_question', { record: recordLabel(coupling) })}
              meaning={texts.say('uncouple_meaning')}
              yes={texts.say('uncouple')}
              icon="unlinked"
              onYes={() => begin({ kind: 'uncouple', pair })}
              onNo={() => setPart(null)}
            />
          )}
          {shown === 'another' && (
            <CouplePanel
              session={session}
              known={known}
              pairs={[pair]}
              firstText=""
              insteadOf={coupling}
              onCouple={(deed) => begin({ kind: 'uncouple', pair }, deed)}
              onCancel={() => setPart(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}
