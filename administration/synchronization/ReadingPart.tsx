import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { RefreshButton } from '../../ui/buttons';
import { LiveRegion } from '../../ui/LiveRegion';
import { SkeletonLine } from '../../ui/Skeleton';
import type { Reading } from '../../ui/useReading';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { PartFailure } from './PartFailure';

export interface ReadingPartProps<Answer> {
  readonly reading: Reading<Answer>;
  /** What screen readers are told when it has come. */
  readonly announcement: (answer: Answer) => string;
  readonly children: (answer: Answer) => React.ReactNode;
}

/** Something that is read: waiting, failed, or there; an earlier answer stays while a newer one fails. */
export function ReadingPart<Answer>(props: ReadingPartProps<Answer>): React.ReactElement {
  const { reading, announcement, children } = props;
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { value, failure, busy, again } = reading;
  const told = value === null ? (busy ? texts.say('synch_reading') : '') : announcement(value);
  return (
    <section aria-busy={busy}>
      <LiveRegion message={told} />
      {failure !== null && <PartFailure failure={failure} onAgain={again} />}
      {value === null &&
        busy &&
        [80, 65, 75].map((width) => <SkeletonLine key={width} width={`${width}%`} />)}
      {value !== null && (
        <>
          {children(value)}
          {failure === null && (
            <div className={classes.buttons}>
              <RefreshButton failed={false} waiting={busy} onClick={again} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
