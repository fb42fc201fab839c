import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { DetailsButton, SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { useUniqueId } from '../../../ui/useUniqueId';
import type { CouplingSession, Deed, RecordCoupling } from '../../couplingSession';
import { couplingStyles } from '../Coupling.styles';
import { CouplePanel } from '../couple/CouplePanel';
import type { PairOffer } from '../pairOffers';
import { useCouplingLanguage } from '../texts';

export interface NotCoupledProps {
  readonly session: CouplingSession;
  readonly known: RecordCoupling;
  /** Pairs through which the row is not coupled. */
  readonly offers: readonly PairOffer[];
  /** The row's number as the form has it; undefined: this form does not give it. */
  readonly numberOnForm: string | undefined;
  /** What comes of a deed is awaited, so that nothing else is offered. */
  readonly isWithheld: boolean;
  readonly carryOut: (deed: Deed) => void;
}

/** What can be done about a row that is not coupled, and what stands in the way. */
export function NotCoupled(props: NotCoupledProps): React.ReactElement {
  const { session, known, offers, numberOnForm, isWithheld, carryOut } = props;
  const { texts } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  const [isPanelOpen, setPanelOpen] = useState(false);
  const panelId = useUniqueId();
  const { record, state, mayChange } = known;
  const isCoupled = state.couplings.length > 0;
  const isOpen = offers.some(({ barrier }) => barrier === null);
  const [first, ...others] = offers.filter(({ actions }) => actions.couple).map(({ pair }) => pair);
  const created = offers.find(({ actions }) => actions.create) ?? null;
  const carryOutAndClose = (deed: Deed) => {
    setPanelOpen(false);
    carryOut(deed);
  };
  return (
    <div className={classes.block}>
      {!isOpen && <Barriers offers={offers} />}
      {isOpen && !mayChange && <p className={classes.quiet}>{texts.say('whoMay')}</p>}
      {!isWithheld && first !== undefined && (
        <>
          <div className={classes.buttons}>
            <DetailsButton
              text={
                isCoupled
                  ? texts.say('coupleAlsoAs', { kind: texts.say(`record_${first.kind}`) })
                  : texts.say('couple')
              }
              isOpen={isPanelOpen}
              controls={panelId}
              onClick={() => setPanelOpen(!isPanelOpen)}
            />
            {created !== null && (
              <SmallButton
                text={texts.say('create')}
                icon="plus"
                onClick={() => carryOutAndClose({ kind: 'create', pair: created.pair })}
              />
            )}
          </div>
          {created === null && !isCoupled && <p className={classes.quiet}>{texts.say('createNot')}</p>}
          {isPanelOpen && (
            <div id={panelId}>
              <CouplePanel
                session={session}
                known={known}
                pairs={[first, ...others]}
                firstText={numberOnForm === undefined || numberOnForm === record.number ? '' : numberOnForm}
                insteadOf={null}
                onCouple={carryOutAndClose}
                onCancel={() => setPanelOpen(false)}
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
