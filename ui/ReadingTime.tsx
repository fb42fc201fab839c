import * as React from 'react';
import { memoizeFunction, mergeStyleSets, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import { useNow } from './clock';
import { Icon } from './icons';
import { useLanguage } from './language';
import type { SharedTextKey } from './texts';

/**
 * From this age on a reading is called old. Microsoft's own integration brings a copy of stock into Sales every 30
 * minutes; figures that are read live should not be trusted for longer than half of that.
 */
export const minutesUntilStale = 15;

const styles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    time: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      fontSize: 12,
      lineHeight: 16,
      color: theme.palette.neutralSecondary,
    },
    stale: { color: theme.semanticColors.severeWarningIcon },
  }),
);

/** When figures were read, and how long ago that is once it matters. */
export function ReadingTime({ readAt }: { readonly readAt: number }): React.ReactElement {
  const { texts, format } = useLanguage<SharedTextKey>();
  const { time, stale } = styles(useTheme());
  const age = Math.floor((useNow() - readAt) / 60_000);
  const values = { time: format.time(readAt) };
  if (age < minutesUntilStale) {
    return <span className={time}>{texts.say('read', values)}</span>;
  }
  return (
    <span className={`${time} ${stale}`}>
      <Icon name="warning" size={16} />
      {age < 60
        ? texts.count('read_minutesAgo', age, values)
        : texts.count('read_hoursAgo', Math.floor(age / 60), values)}
    </span>
  );
}
