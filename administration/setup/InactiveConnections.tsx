import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { Notice } from '../../ui/Notice';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useWork } from '../parts/useWork';
import { useAdministrationLanguage } from '../strings';
import type { Setup } from './useSetup';

/** Where every connection is deactivated: the way to take one into use again, instead of entering all of it anew. */
export function InactiveConnections({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { work, start } = useWork<null>();
  const { inactive, questions, connections } = setup;
  if (inactive.length === 0) {
    return null;
  }
  const reactivate = (id: string) =>
    start(async () => {
      await questions.reactivate(id);
      connections.again();
      return null;
    });
  return (
    <div className={classes.panel}>
      <Notice icon="warning" tone="warning" word={texts.say('inactive')} next={texts.say('inactive_next')} />
      <div className={classes.buttons}>
        {inactive.map(({ id, name }) => (
          <DefaultButton
            key={id}
            text={texts.say('inactive_reactivate', { name })}
            disabled={work.state === 'running' || connections.busy}
            allowDisabledFocus
            onClick={() => reactivate(id)}
          />
        ))}
      </div>
      {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={null} />}
    </div>
  );
}
