import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { barStyles } from './CreditBar.styles';

export interface CreditBarProps {
  readonly balance: number;
  /** The balance with what is on order. */
  readonly total: number;
  /** Not 0. */
  readonly creditLimit: number;
}

/** Says before words which part of the bar they are about. */
export function CreditKey({ of: part }: { readonly of: 'balance' | 'onOrder' }): React.ReactElement {
  const classes = barStyles(useTheme());
  return <span className={`${classes.key} ${classes[part]}`} aria-hidden="true" />;
}

/**
 * How much of a credit limit is used: the balance, and striped what is on order. Where the limit is passed, the bar is
 * full and a marker stands at the limit. The words below it say the same, so it says nothing to a screen reader.
 */
export function CreditBar({ balance, total, creditLimit }: CreditBarProps): React.ReactElement {
  const classes = barStyles(useTheme());
  const owed = Math.max(0, balance);
  const used = Math.max(owed, total);
  const whole = Math.max(creditLimit, used, Number.MIN_VALUE);
  const share = (amount: number) => `${(100 * amount) / whole}%`;
  return (
    <div className={classes.bar} aria-hidden="true">
      <div className={classes.balance} style={{ width: share(owed) }} />
      <div className={classes.onOrder} style={{ width: share(used - owed) }} />
      {used > creditLimit && (
        <div className={classes.limit} style={{ left: share(Math.max(0, creditLimit)) }} />
      )}
    </div>
  );
}
