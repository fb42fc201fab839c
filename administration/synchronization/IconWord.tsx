import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { Icon } from '../../ui/icons';
import type { IconName } from '../../ui/icons';
import { toneColour } from '../../ui/Notice';
import type { Tone } from '../../ui/Notice';
import { pageStyles } from '../parts/page.styles';

export interface IconWordProps {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
}

/** A state in a cell: the colour only underlines what icon and word say. */
export function IconWord({ icon, tone, word }: IconWordProps): React.ReactElement {
  const theme = useTheme();
  const classes = pageStyles(theme);
  return (
    <span className={classes.cellWord}>
      <span className={classes.icon} style={{ color: toneColour(theme, tone) }}>
        <Icon name={icon} size={16} />
      </span>
      <span>{word}</span>
    </span>
  );
}
