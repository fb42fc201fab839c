import React from 'react';
import { useApp } from '../appContext';
import { Icon } from './icons';

/** In the place of an app that none of the user's roles opens. */
export function AppNotOpenPage(): React.JSX.Element {
  const { texts } = useApp().session;
  return (
    <div className="card failure" role="alert">
      <h1>
        <Icon name="error" />
        {texts.insufficientPermissions}
      </h1>
      <p>{texts.appNotOpen}</p>
    </div>
  );
}
