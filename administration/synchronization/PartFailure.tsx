import * as React from 'react';
import { contractServices } from '../../businessCentral/administration/contractServices';
import type { ServiceName } from '../../businessCentral/connection';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import { RefreshButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import type { TextValues } from '../../ui/texts';
import { FailureNotice } from '../parts/FailureNotice';
import { useAdministrationLanguage } from '../strings';

export interface PartFailureProps {
  readonly failure: Error;
  readonly onAgain: () => void;
}

/** Why a part of synchronization cannot be shown: some causes have a remedy of their own here. */
export function PartFailure({ failure, onAgain }: PartFailureProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const cause = causeOf(failure);
  if (cause === null) {
    return <FailureNotice failure={failure} onAgain={onAgain} />;
  }
  return (
    <div role="alert">
      <Notice
        icon={icons[cause.kind]}
        tone="bad"
        word={texts.say(`synchFailure_${cause.kind}`, cause.values)}
        next={texts.say(`synchFailureRemedy_${cause.kind}`, cause.values)}
      />
      <RefreshButton failed waiting={false} onClick={onAgain} />
    </div>
  );
}

const icons = {
  companionMissing: 'unlinked',
  pageNotPublished: 'unlinked',
  noRole: 'forbidden',
  noPermission: 'forbidden',
} as const;

/** Text keys `synchFailure_<kind>` and `synchFailureRemedy_<kind>`. */
interface Cause {
  readonly kind: keyof typeof icons;
  readonly values: TextValues;
}

function causeOf(failure: Error): Cause | null {
  const code = failure instanceof BusinessCentralError || failure instanceof SalesError ? failure.code : null;
  switch (code) {
    case 'serviceNotPublished':
      return notPublished(failure instanceof BusinessCentralError ? failure.details.service : undefined);
    case 'notPermitted':
      return { kind: 'noRole', values: {} };
    case 'forbidden':
      return { kind: 'noPermission', values: {} };
    default:
      return null;
  }
}

/** Standard pages can be published by hand; what the companion brings is there once it is installed. */
function notPublished(service: ServiceName | undefined): Cause {
  const id = contractServices.find((each) => each.service === service)?.object.id ?? null;
  return service === undefined || id === null
    ? { kind: 'companionMissing', values: {} }
    : { kind: 'pageNotPublished', values: { service, page: String(id) } };
}
