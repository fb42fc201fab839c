import * as React from 'react';
import { useEffect, useRef } from 'react';
import { useTheme } from '@fluentui/react';
import type { SynchJob } from '../../../businessCentral/coupling/types';
import { Notice } from '../../../ui/Notice';
import { couplingStyles } from '../Coupling.styles';
import { useCouplingLanguage } from '../texts';
import type { DeedWords } from './deedWords';
import { countWords } from './deedWords';

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
      {words.isUnderWay ? (
        <UnderWay label={words.word} job={words.job} next={words.next} />
      ) : (
        <Notice {...words} />
      )}
      {!words.isUnderWay &&
        words.details.map((detail, index) => (
          <p key={index} className={classes.technical}>
            {detail}
          </p>
        ))}
    </div>
  );
}

function UnderWay({
  label,
  job,
  next,
}: {
  readonly label: string;
  readonly job: SynchJob | null;
  readonly next: string;
}): React.ReactElement {
  const { texts, format } = useCouplingLanguage();
  const classes = couplingStyles(useTheme());
  return (
    <>
      <div>{label}</div>
      <div role="progressbar" aria-label={label} className={classes.progress}>
        <div className={classes.bar} />
      </div>
      {[job === null ? '' : countWords(job, texts, format), next]
        .filter((line) => line !== '')
        .map((line) => (
          <div key={line} className={classes.technical}>
            {line}
          </div>
        ))}
    </>
  );
}
