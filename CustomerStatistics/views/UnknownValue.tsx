import * as React from 'react';
import { TooltipHost, mergeStyles, useTheme } from '@fluentui/react';
import type { ITooltipProps } from '@fluentui/react';
import { useStatisticsLanguage } from './texts';

const focusable = mergeStyles({ display: 'inline-block', minWidth: 24, textAlign: 'right' });

/** A tooltip lies outside the control, where it cannot inherit the form's font; these are on the user's computer. */
const tooltip: ITooltipProps = {
  styles: { content: { fontFamily: '"Segoe UI", system-ui, sans-serif' } },
};

/** Stands where a figure did not come: a dash, whose reason is seen on pointing and on focus, and heard. */
export function UnknownValue({ reason }: { readonly reason: string }): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const { palette } = useTheme();
  return (
    <TooltipHost content={reason} tooltipProps={tooltip}>
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
