import * as React from 'react';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import { RefreshButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { FailureNotice } from '../parts/FailureNotice';
import { useAdministrationLanguage } from '../strings';

export interface PartFailureProps {
  readonly failure: Error;
  readonly onAgain: () => void;
}

/** Why a part of synchronization cannot be shown: two causes have a remedy of their own here. */
export function PartFailure({ failure, onAgain }: PartFailureProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const cause = causeOf(failure);
  if (cause === null) {
    return <FailureNotice failure={failure} onAgain={onAgain} />;
  }
  return (
    <div role="alert">
      <Notice
        icon={cause === 'companionMissing' ? 'unlinked' : 'forbidden'}
        tone="bad"
        word={texts.say(`synchFailure_${cause}`)}
        next={texts.say(`synchFailureRemedy_${cause}`)}
      />
      <RefreshButton failed waiting={false} onClick={onAgain} />
    </div>
  );
}

function causeOf(failure: Error): 'companionMissing' | 'noRole' | 'noPermission' | null {
  const code = failure instanceof BusinessCentralError || failure instanceof SalesError ? failure.code : null;
  switch (code) {
    case 'serviceNotPublished':
      return 'companionMissing';
    case 'notPermitted':
      return 'noRole';
    case 'forbidden':
      return 'noPermission';
    default:
      return null;
  }
}
