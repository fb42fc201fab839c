import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { CouplableRecord } from '../../../businessCentral/coupling/types';
import { DetailsButton, SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { couplingStyles } from '../Coupling.styles';
import { CouplePanel } from '../couple/CouplePanel';
import { mappingOf } from '../pairOffers';
import type { PairOffer } from '../pairOffers';
import { useCouplingLanguage } from '../texts';
import { Prerequisites } from './Prerequisites';

export interface NotCoupledProps {
  readonly session: CouplingSession;
  readonly known: RecordCoupling;
  /** Pairs through which the row is not coupled. */
  readonly offers: readonly PairOffer[];
  /** The row's number as the form has it; undefined: this form does not give it. */
  readonly numberOnForm: string | undefined;
  /** What comes of a deed is awaited, so that nothing else is offered. */
  readonly isWithheld: boolean;
  readonly carryOut: (deeds: readonly Deed[]) => void;
  readonly openRecord: (record: CouplableRecord) => void;
}

/** In the ownership model Person, mappings of owned records depend on it (codeunit 7204 "CDS Setup Defaults"). */
const mappingOfSalespeople = 'SALESPEOPLE';

/** What can be done about a row that is not coupled, and what stands in the way. */
export function NotCoupled(props: NotCoupledProps): React.ReactElement {
  const { session, known, offers, numberOnForm, isWithheld, carryOut, openRecord } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [isOpen, setOpen] = useState(false);
  const panelId = useUniqueId();
  const { record, state, mayChange } = known;
  const open = offers.filter(({ barrier }) => barrier === null);
  const ownersCount = open.some(
    ({ pair }) => mappingOf(known, pair)?.dependsOn.includes(mappingOfSalespeople) === true,
  );
  const [first, ...others] = offers.filter(({ actions }) => actions.couple).map(({ pair }) => pair);
  const created = offers.find(({ actions }) => actions.create) ?? null;
  const carryOutAndClose = (deed: Deed) => {
    setOpen(false);
    carryOut([deed]);
  };
  return (
    <div className={classes.block}>
      {open.length === 0 && <Barriers offers={offers} />}
      {open.length > 0 && (
        <>
          <Prerequisites prerequisites={state.uncoupledPrerequisites} openRecord={openRecord} />
          {record.owner?.kind === 'team' && ownersCount && (
            <p className={classes.quiet}>{texts.say('teamOwner', { name: record.owner.name })}</p>
          )}
          {!mayChange && <p className={classes.quiet}>{texts.say('whoMay')}</p>}
        </>
      )}
      {!isWithheld && first !== undefined && (
        <>
          <div className={classes.buttons}>
            <DetailsButton
              text={texts.say('couple')}
              isOpen={isOpen}
              controls={panelId}
              onClick={() => setOpen(!isOpen)}
            />
            {created !== null && (
              <SmallButton
                text={texts.say('create')}
                icon="plus"
                onClick={() => carryOutAndClose({ kind: 'create', pair: created.pair })}
              />
            )}
          </div>
          {created === null && <p className={classes.quiet}>{texts.say('createNot')}</p>}
          {isOpen && (
            <div id={panelId}>
              <CouplePanel
                session={session}
                known={known}
                pairs={[first, ...others]}
                firstText={numberOnForm === undefined || numberOnForm === record.number ? '' : numberOnForm}
                insteadOf={null}
                onCouple={carryOutAndClose}
                onCancel={() => setOpen(false)}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Why a row cannot be coupled at all; each reason once. */
function Barriers({ offers }: Pick<NotCoupledProps, 'offers'>): React.ReactElement {
  const { texts } = useCouplingLanguage();
  const reasons = [...new Set(offers.map(({ barrier }) => barrier).filter((barrier) => barrier !== null))];
  return (
    <>
      {reasons.map((barrier) => (
        <Notice
          key={barrier}
          icon="forbidden"
          tone="warning"
          word={texts.say(`barrier_${barrier}`)}
          next={texts.say(`next_${barrier}`)}
        />
      ))}
    </>
  );
}
