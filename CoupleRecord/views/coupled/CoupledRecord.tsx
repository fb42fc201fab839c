import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { openDirections } from '../../../businessCentral/coupling/offeredActions';
import type { CouplingRow } from '../../../businessCentral/coupling/types';
import { DetailsButton, SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { Confirmation } from '../Confirmation';
import { couplingStyles } from '../Coupling.styles';
import { CouplePanel } from '../couple/CouplePanel';
import { coupledOffer, mappingOf } from '../pairOffers';
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
  /** Sentences that the end of a deed says already. */
  readonly said: readonly string[];
  readonly carryOut: (deed: Deed) => void;
  readonly openAddress: (address: string) => void;
}

type Part = 'synchronize' | 'compare' | 'uncouple' | 'another';

/** One coupling: how its synchronization went, and what can be done with it. */
export function CoupledRecord(props: CoupledRecordProps): React.ReactElement {
  const { session, known, coupling, isOneOfSeveral, isWithheld, said, carryOut, openAddress } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [part, setPart] = useState<Part | null>(null);
  const partId = useUniqueId();
  const { pair } = coupling;
  const { synchronize, uncouple, recouple } = coupledOffer(known, coupling, known.mayChange && !isWithheld);
  const isDeleted = coupling.recordNo === '';
  const address = isDeleted ? null : session.address(coupling);
  const isOffered: Readonly<Record<Part, boolean>> = {
    synchronize: synchronize.length > 0,
    compare: !isDeleted,
    uncouple,
    another: recouple,
  };
  const shown = part !== null && isOffered[part] ? part : null;
  const toggle = (wanted: Part) => setPart(part === wanted ? null : wanted);
  const begin = (deed: Deed) => {
    setPart(null);
    carryOut(deed);
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
        <LatestSynchs
          coupling={coupling}
          directions={openDirections(mappingOf(known, pair))}
          said={said}
          mayChange={known.mayChange}
        />
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
        {isOffered.synchronize && (
          <DetailsButton text={texts.say('synchronize')} {...disclosure('synchronize')} />
        )}
        {isOffered.compare && <DetailsButton text={texts.say('compare')} {...disclosure('compare')} />}
        {isOffered.uncouple && (
          <SmallButton text={texts.say('uncouple')} icon="unlinked" onClick={() => toggle('uncouple')} />
        )}
        {isOffered.another && <DetailsButton text={texts.say('coupleAnother')} {...disclosure('another')} />}
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
              onCouple={begin}
              onCancel={() => setPart(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}
