import * as React from 'react';
import { mergeStyleSets } from '@fluentui/react';
import { SkeletonLine } from '../../../ui/Skeleton';

/**
 * As much as the ledger takes with a page of open documents, side by side and one below the other, so that the form below
 * stays where it is for most customers.
 */
const classes = mergeStyleSets({
  room: {
    boxSizing: 'border-box',
    minHeight: 760,
    paddingTop: 28,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '20px 32px',
    alignContent: 'start',
    '@container (max-width: 719px)': { minHeight: 1050, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { minHeight: 260 },
  whole: { gridColumn: '1 / -1' },
});

/** Stands where the ledger will be. */
export function LedgerRoom(): React.ReactElement {
  return (
    <section className={classes.room} aria-busy="true">
      <div className={classes.part}>
        <Lines />
      </div>
      <div className={classes.part}>
        <Lines />
      </div>
      <div className={classes.whole}>
        <Lines />
      </div>
    </section>
  );
}

function Lines(): React.ReactElement {
  return (
    <>
      <SkeletonLine width="30%" />
      <SkeletonLine width="100%" />
      <SkeletonLine width="90%" />
    </>
  );
}
