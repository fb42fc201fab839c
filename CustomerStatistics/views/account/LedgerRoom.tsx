import * as React from 'react';
import { mergeStyles } from '@fluentui/react';
import { SkeletonLine } from '../../../ui/Skeleton';

/** As much as the ledger's parts take as a rule, so that the form below does not move far when they come. */
const room = mergeStyles({ minHeight: 560, paddingTop: 16 });

/** Stands where the ledger will be. */
export function LedgerRoom(): React.ReactElement {
  return (
    <div className={room}>
      <SkeletonLine width="30%" />
      <SkeletonLine width="100%" />
      <SkeletonLine width="90%" />
    </div>
  );
}
