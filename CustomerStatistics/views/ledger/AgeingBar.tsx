import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { ageingPeriods } from '../../../businessCentral/statistics/ageing';
import type { AgeingPeriod } from '../../../businessCentral/statistics/ageing';
import type { AgeingShare } from './ageingShares';
import { ledgerStyles } from './Ledger.styles';

const patternSize = 6;
/** How much of the pattern is ink: the older, the denser. */
const ink: Readonly<Record<AgeingPeriod, number>> = {
  notDue: 0,
  days1to30: 1.5,
  days31to60: 3,
  days61to90: 4.5,
  over90: patternSize,
};

/** Both the bar and the table's key to it point at patterns by this id. */
function patternOf(patternsId: string, period: AgeingPeriod): string {
  return `${patternsId}-${period}`;
}

/** The hatchings that tell the periods apart without colour; it has to stand once beside whatever points at it. */
export function AgeingPatterns({ patternsId }: { readonly patternsId: string }): React.ReactElement {
  const classes = ledgerStyles(useTheme());
  return (
    <span className={classes.drawing}>
      <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
        <defs>
          {ageingPeriods.map((period) => (
            <pattern
              key={period}
              id={patternOf(patternsId, period)}
              width={patternSize}
              height={patternSize}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={ink[period]} height={patternSize} fill="currentColor" />
            </pattern>
          ))}
        </defs>
      </svg>
    </span>
  );
}

/** The hatching of a period, beside its name. */
export function AgeingSwatch({
  patternsId,
  period,
}: {
  readonly patternsId: string;
  readonly period: AgeingPeriod;
}): React.ReactElement {
  const classes = ledgerStyles(useTheme());
  return (
    <span className={classes.drawing}>
      <svg className={classes.swatch} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <rect
          x="0.5"
          y="0.5"
          width="11"
          height="11"
          fill={`url(#${patternOf(patternsId, period)})`}
          stroke="currentColor"
        />
      </svg>
    </span>
  );
}

export interface AgeingBarProps {
  readonly shares: readonly AgeingShare[];
  readonly patternsId: string;
  /** What the bar shows, for those who cannot see it. */
  readonly label: string;
}

/** What is to be paid, as one bar divided by age. */
export function AgeingBar({ shares, patternsId, label }: AgeingBarProps): React.ReactElement {
  const classes = ledgerStyles(useTheme());
  return (
    <div className={classes.drawing} role="img" aria-label={label}>
      <svg className={classes.bar} aria-hidden="true" focusable="false">
        {shares.map(({ period, start, percent }) => (
          <rect
            key={period}
            x={`${start}%`}
            y="0.5"
            width={`${percent}%`}
            height="19"
            fill={`url(#${patternOf(patternsId, period)})`}
            stroke="currentColor"
          />
        ))}
      </svg>
    </div>
  );
}
