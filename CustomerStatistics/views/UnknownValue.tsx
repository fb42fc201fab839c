import * as React from 'react';
import { TooltipHost, mergeStyles, useTheme } from '@fluentui/react';
import { useStatisticsLanguage } from './texts';

const focusable = mergeStyles({ display: 'inline-block', minWidth: 24, textAlign: 'right' });

/** Stands where a figure did not come: a dash, whose reason is seen on pointing and on focus, and heard. */
export function UnknownValue({ reason }: { readonly reason: string }): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const { palette } = useTheme();
  return (
    <TooltipHost content={reason}>
      <span
        className={focusable}
        style={{ color: palette.neutralSecondary }}
        role="img"
        aria-label={texts.say('notKnown_because', { reason })}
        tabIndex={0}
      >
        –
      </span>
    </TooltipHost>
  );
}
