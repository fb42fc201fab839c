import * as React from 'react';
import { PrimaryButton, useTheme } from '@fluentui/react';
import type { CheckedService, ServiceCheck } from '../../../businessCentral/administration/types';
import { RefreshButton } from '../../../ui/buttons';
import type { ServiceName, ServiceSettings } from '../../../businessCentral/connection';
import { parseServiceSettings, serviceSettingsText, wasKeyAccepted } from '../../../sales/serviceSettings';
import { Notice } from '../../../ui/Notice';
import { FailureNotice } from '../../parts/FailureNotice';
import { pageStyles } from '../../parts/page.styles';
import { WorkProgress } from '../../parts/WorkProgress';
import { useAdministrationLanguage } from '../../strings';
import { isProposalSaved } from '../judgements';
import { CheckedStepFrame } from '../CheckedStepFrame';
import { SavingState } from '../SavingState';
import { ServiceTable } from '../ServiceTable';
import { NeedsConnection } from '../NeedsConnection';
import { checkedStep } from '../stepStates';
import type { Setup } from '../useSetup';
import type { StepProps } from './WayStep';

/** Step 3: which of the services that the features need are there. */
export function ServicesStep({ setup, ways }: StepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { services } = setup;
  return (
    <CheckedStepFrame
      step="services"
      ways={ways}
      isBusy={setup.saving.state === 'saving'}
      check={checkedStep(setup, 'services')}
    >
      <NeedsConnection setup={setup} />
      {services.value === null && services.busy && (
        <WorkProgress label={texts.say('services_checking')} progress={null} onCancel={null} />
      )}
      {services.failure !== null && <FailureNotice failure={services.failure} onAgain={services.again} />}
      {services.value !== null && <Checked setup={setup} check={services.value} />}
      <SavingState setup={setup} />
    </CheckedStepFrame>
  );
}

function Checked({
  setup,
  check,
}: {
  readonly setup: Setup;
  readonly check: ServiceCheck;
}): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { connection, services, save } = setup;
  const found = check.services.filter(({ state }) => state === 'found').length;
  const isComplete = found === check.services.length;
  const isSaved = connection !== null && isProposalSaved(connection, check);
  const written = (settings: ServiceSettings) =>
    serviceSettingsText(settings, wasKeyAccepted(connection?.services ?? ''));
  const rename = (service: ServiceName, name: string) => {
    const settings = parseServiceSettings(connection?.services ?? '');
    void save({ services: written(renamed(settings, service, name)) });
  };
  return (
    <>
      <Notice
        icon={isComplete ? 'check' : 'warning'}
        tone={isComplete ? 'good' : 'warning'}
        word={texts.say('services_found', {
          found: format.quantity(found),
          total: format.quantity(check.services.length),
        })}
        next={isComplete ? '' : texts.say(check.hasCompanion ? 'services_publish' : 'services_companion')}
      />
      {!isSaved && (
        <div className={classes.panel}>
          <Notice
            icon="warning"
            tone="warning"
            word={texts.say('services_proposal')}
            next={texts.say('services_proposalNext')}
          />
          <div className={classes.buttons}>
            <PrimaryButton
              text={texts.say('services_save')}
              disabled={setup.saving.state === 'saving'}
              allowDisabledFocus
              onClick={() => void save({ services: written(check.proposal) })}
            />
          </div>
        </div>
      )}
      <div className={classes.buttons}>
        <RefreshButton failed={false} waiting={services.busy} onClick={services.again} />
      </div>
      <ServiceTable services={inOrderOfNeed(check.services)} onRename={rename} />
    </>
  );
}

/** What is not as it should be comes first. */
function inOrderOfNeed(services: readonly CheckedService[]): readonly CheckedService[] {
  return [
    ...services.filter(({ state }) => state !== 'found'),
    ...services.filter(({ state }) => state === 'found'),
  ];
}

/** Under another name it may well be there. */
function renamed(settings: ServiceSettings, service: ServiceName, name: string): ServiceSettings {
  return { ...settings, [service]: name === service ? {} : { name } };
}
