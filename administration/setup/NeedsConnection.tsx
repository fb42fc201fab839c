import * as React from 'react';
import { Notice } from '../../ui/Notice';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import type { Setup } from './useSetup';

/** What a step says that asks over the connection, as long as that one does not work or is still being tested. */
export function NeedsConnection({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const { texts } = useAdministrationLanguage();
  const { isReady, way } = setup;
  if (isReady) {
    return null;
  }
  return way.busy ? (
    <WorkProgress label={texts.say('testing')} progress={null} onCancel={null} />
  ) : (
    <Notice icon="dash" tone="neutral" word={texts.say('needsConnection')} />
  );
}
