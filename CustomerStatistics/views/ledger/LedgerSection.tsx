import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { Figure } from '../../../businessCentral/statistics/types';
import { useUniqueId } from '../../../ui/useUniqueId';
import { ledgerStyles } from './Ledger.styles';
import { MissingFromLedger } from './MissingFromLedger';

export interface LedgerSectionProps<Value> {
  readonly title: string;
  readonly figure: Figure<Value>;
  /** What is said where the figure did not come; the reason follows after a colon. */
  readonly unknown: string;
  readonly show: (value: Value) => React.ReactElement;
}

/** A part of the ledger: what came, or why it did not. */
export function LedgerSection<Value>({
  title,
  figure,
  unknown,
  show,
}: LedgerSectionProps<Value>): React.ReactElement {
  return (
    <TitledRegion title={title}>
      {figure.known ? show(figure.value) : <MissingFromLedger word={unknown} missing={figure.missing} />}
    </TitledRegion>
  );
}

/** A region under a heading of its own. */
export function TitledRegion({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const classes = ledgerStyles(useTheme());
  const titleId = useUniqueId();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}
