import * as React from 'react';
import { memoizeFunction, mergeStyleSets, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import { Icon } from './icons';
import type { IconName } from './icons';

/** Underlines a meaning that the icon and the words already carry; colour alone says nothing. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral';

export function toneColour(theme: ITheme, tone: Tone): string {
  switch (tone) {
    case 'good':
      return theme.semanticColors.successIcon;
    case 'warning':
      return theme.semanticColors.severeWarningIcon;
    case 'bad':
      return theme.semanticColors.errorIcon;
    case 'neutral':
      return theme.palette.neutralSecondary;
  }
}

const styles = memoizeFunction((theme: ITheme) =>
  mergeStyleSets({
    notice: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: 8,
      fontSize: 14,
      lineHeight: 20,
    },
    icon: { height: 20 },
    text: { color: theme.semanticColors.bodyText, overflowWrap: 'anywhere' },
    word: { fontWeight: 600 },
    next: { gridColumn: '2', color: theme.palette.neutralSecondary, overflowWrap: 'anywhere' },
  }),
);

export interface NoticeProps {
  readonly icon: IconName;
  readonly tone: Tone;
  /** What is the matter, in a word or a sentence. */
  readonly word: string;
  /** What belongs to the word, in numbers; it follows a colon. */
  readonly text?: string;
  /** What to do next. */
  readonly next?: string;
}

/** A state or a failure: icon, word, numbers, next step. */
export function Notice({ icon, tone, word, text = '', next = '' }: NoticeProps): React.ReactElement {
  const theme = useTheme();
  const classes = styles(theme);
  return (
    <div className={classes.notice}>
      <span className={classes.icon} style={{ color: toneColour(theme, tone) }}>
        <Icon name={icon} />
      </span>
      <span className={classes.text}>
        <span className={classes.word}>{word}</span>
        {text !== '' && `: ${text}`}
      </span>
      {next !== '' && <span className={classes.next}>{next}</span>}
    </div>
  );
}
