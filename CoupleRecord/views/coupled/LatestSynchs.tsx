import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { CouplingRow, SynchAction } from '../../../businessCentral/coupling/types';
import { useNow } from '../../../ui/clock';
import { Icon } from '../../../ui/icons';
import { Notice, toneColour } from '../../../ui/Notice';
import { couplingStyles } from '../Coupling.styles';
import { useCouplingLanguage } from '../texts';
import { synchWords } from './coupledWords';

export interface LatestSynchsProps {
  readonly coupling: CouplingRow;
  /** Directions of the mapping. */
  readonly directions: readonly Exclude<SynchAction, 'none'>[];
  /** Sentences that stand on the screen already. */
  readonly said: readonly string[];
  readonly mayChange: boolean;
}

/** The latest synchronization in each direction, and what stands in the way of the next. */
export function LatestSynchs(props: LatestSynchsProps): React.ReactElement {
  const { coupling, directions, said, mayChange } = props;
  const { texts, format } = useCouplingLanguage();
  const theme = useTheme();
  const classes = couplingStyles(theme);
  const today = format.dayOf(useNow());
  const { skipped } = coupling;
  const lastError = said.includes(coupling.lastError) ? '' : coupling.lastError;
  const shown = (['toSales', 'fromSales'] as const).filter(
    (direction) => directions.includes(direction) || coupling[direction].result !== 'none',
  );
  return (
    <>
      <dl className={classes.synchs}>
        {shown.map((direction) => {
          const { icon, tone, text } = synchWords(coupling[direction], { texts, format, today });
          return (
            <React.Fragment key={direction}>
              <dt>{texts.say(`direction_${direction}`)}</dt>
              <dd>
                <span className={classes.icon} style={{ color: toneColour(theme, tone) }}>
                  <Icon name={icon} size={16} />
                </span>
                <span>{text}</span>
              </dd>
            </React.Fragment>
          );
        })}
      </dl>
      {(skipped || lastError !== '') && (
        <div className={classes.remark}>
          <Notice
            icon="warning"
            tone="warning"
            word={texts.say(skipped ? 'skipped' : 'lastError')}
            text={lastError}
            next={texts.say(mayChange ? 'next_skipped' : 'next_skippedAsk')}
          />
        </div>
      )}
    </>
  );
}
