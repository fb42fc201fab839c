import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { synchCause } from '../../../businessCentral/administration/synchCause';
import type { SynchCause } from '../../../businessCentral/administration/types';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';

export interface JobCausesProps {
  /** Business Central's own sentences. */
  readonly sentences: readonly string[];
}

/** Why a job failed, a line a cause; opened, what to do about it and what Business Central said. */
export function JobCauses({ sentences }: JobCausesProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <>
      {[...byCause(sentences)].map(([cause, said]) => (
        <details key={cause}>
          <summary>{texts.say(`cause_${cause}`)}</summary>
          <p className={classes.quiet}>{texts.say(`causeRemedy_${cause}`)}</p>
          {said.map((sentence) => (
            <p key={sentence} className={classes.technical}>
              {texts.say('detail', { detail: sentence })}
            </p>
          ))}
        </details>
      ))}
    </>
  );
}

function byCause(sentences: readonly string[]): ReadonlyMap<SynchCause, readonly string[]> {
  const causes = new Map<SynchCause, readonly string[]>();
  for (const sentence of sentences) {
    const cause = synchCause(sentence, null);
    causes.set(cause, [...(causes.get(cause) ?? []), sentence]);
  }
  return causes;
}
