import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { Figure } from '../../businessCentral/statistics/types';
import { SkeletonLine } from '../../ui/Skeleton';
import { figureStyles } from './figures.styles';
import { useStatisticsLanguage } from './texts';
import { UnknownValue } from './UnknownValue';
import { reasonOf } from './unknownFigure';

export interface FigureRowProps<Value> {
  readonly name: React.ReactNode;
  /** Null until it is known. */
  readonly figure: Figure<Value> | null;
  readonly show: (value: Value) => React.ReactNode;
  /** The sum of the rows above. */
  readonly isSum?: boolean;
}

/** One figure of a definition list: its name, and its value or why there is none. */
export function FigureRow<Value>({
  name,
  figure,
  show,
  isSum = false,
}: FigureRowProps<Value>): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const classes = figureStyles(useTheme());
  return (
    <div className={isSum ? `${classes.row} ${classes.sum}` : classes.row}>
      <dt className={classes.name}>{name}</dt>
      <dd className={figure === null ? `${classes.value} ${classes.awaited}` : classes.value}>
        {figure === null ? (
          <SkeletonLine width="72px" />
        ) : figure.known ? (
          show(figure.value)
        ) : (
          <UnknownValue reason={reasonOf(figure.missing, texts)} />
        )}
      </dd>
    </div>
  );
}
