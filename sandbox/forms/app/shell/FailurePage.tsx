import React from 'react';
import { useApp } from '../appContext';
import { failureMessage, failureTitle } from '../form/failureText';
import { Icon } from './icons';

/** In the place of what could not be shown: why, in Dataverse's own words. */
export function FailurePage({ failure }: { readonly failure: unknown }): React.JSX.Element {
  const { texts } = useApp().session;
  return (
    <div className="card failure" role="alert">
      <h1>
        <Icon name="error" />
        {failureTitle(failure, texts)}
      </h1>
      <p>{failureMessage(failure)}</p>
    </div>
  );
}
