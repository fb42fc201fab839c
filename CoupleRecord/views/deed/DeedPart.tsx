import * as React from 'react';
import { useEffect, useRef } from 'react';
import { useTheme } from '@fluentui/react';
import { Notice } from '../../../ui/Notice';
import { couplingStyles } from '../Coupling.styles';
import type { DeedWords } from './deedWords';

/** What comes of a deed, or what is under way. Takes the focus when a deed begins, as its button goes away then. */
export function DeedPart({
  words,
  takesFocus,
}: {
  readonly words: DeedWords;
  readonly takesFocus: boolean;
}): React.ReactElement {
  const classes = couplingStyles(useTheme());
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      part.current?.focus();
    }
  }, [takesFocus]);
  return (
    <div ref={part} tabIndex={-1} className={`${classes.block} ${classes.outcome}`}>
      {words.isUnderWay ? <UnderWay label={words.word} /> : <Notice {...words} />}
      <div className={words.isUnderWay ? '' : classes.belowIcon}>
        {[...words.details, words.isUnderWay ? words.next : '']
          .filter((line) => line !== '')
          .map((line) => (
            <p key={line} className={classes.technical}>
              {line}
            </p>
          ))}
      </div>
    </div>
  );
}

function UnderWay({ label }: { readonly label: string }): React.ReactElement {
  const classes = couplingStyles(useTheme());
  return (
    <>
      <div>{label}</div>
      <div role="progressbar" aria-label={label} className={classes.progress}>
        <div className={classes.bar} />
      </div>
    </>
  );
}
