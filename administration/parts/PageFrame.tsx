import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { LiveRegion } from '../../ui/LiveRegion';
import { pageStyles } from './page.styles';

export interface PageFrameProps {
  readonly title: string;
  /** One or two sentences about what the page is for. */
  readonly intro: string;
  /** What screen readers are told of what has just changed; empty: nothing. */
  readonly announcement: string;
  readonly children: React.ReactNode;
}

/** A page under its title, with the one place from which screen readers hear what changes on it. */
export function PageFrame({ title, intro, announcement, children }: PageFrameProps): React.ReactElement {
  const classes = pageStyles(useTheme());
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.intro}>{intro}</p>
      <LiveRegion message={announcement} />
      {children}
    </main>
  );
}
