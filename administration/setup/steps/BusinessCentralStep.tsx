import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { Notice } from '../../../ui/Notice';
import { AddressEntry } from '../../parts/AddressEntry';
import { TextEntry } from '../../parts/entries';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import { CompanyEntry } from '../CompanyEntry';
import { addressesOf, entriesOf } from '../draft';
import type { Draft } from '../draft';
import { failedPartOf, isSetUp } from '../judgements';
import { KeyEntry } from '../KeyEntry';
import { LeavingQuestion } from '../LeavingQuestion';
import { SavingState } from '../SavingState';
import { StepFrame } from '../StepFrame';
import { TestResult } from '../TestResult';
import { useConnectionTest } from '../useConnectionTest';
import { useLeaving } from '../useLeaving';
import type { StepProps } from './WayStep';

/** Step 2: which Business Central, which company, and in direct mode with which key. */
export function BusinessCentralStep({ setup, ways, onStep }: StepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { draft, change, connection, hasKey } = setup;
  const addresses = addressesOf(draft);
  const test = useConnectionTest(setup);
  const leaving = useLeaving({
    setup,
    test,
    isGood: (steps) => failedPartOf(steps) === null,
    entries: (isTested) => entriesOf(draft, connection, isTested),
    onNext: ways.onNext,
  });
  const enter = (part: Partial<Draft>) => {
    test.forget();
    leaving.stay();
    change(part);
  };
  const isDirect = draft.way === 'direct';
  // Online has taken no keys since October 2022 (reference: Microsoft Learn, "Deprecated features", Web Service Access Keys).
  const isOnline = isDirect && addresses.odata.ok && addresses.odata.hosting === 'online';
  const lacks =
    draft.company.trim() === '' ||
    (isDirect
      ? !addresses.odata.ok || draft.userName.trim() === '' || (draft.key === '' && hasKey.value !== true)
      : !addresses.gateway.ok);
  const isWebClientWrong =
    draft.webClientUrl.trim() !== '' &&
    !addresses.webClient.ok &&
    // What is saved may work behind a proxy of their own; it is remarked upon and in nobody's way.
    draft.webClientUrl !== connection?.webClientUrl;
  const enterAddress = (odataUrl: string) => {
    const { odata } = addressesOf({ ...draft, odataUrl });
    // An address that was copied from the web client often names the company.
    const company = draft.company === '' && odata.ok ? (odata.company ?? '') : draft.company;
    enter({ odataUrl, company });
  };
  return (
    <StepFrame
      step="businessCentral"
      ways={{ ...ways, onNext: leaving.leave }}
      next={texts.say('saveAndNext')}
      isBusy={leaving.isLeaving}
      hindrance={
        isOnline
          ? texts.say('odata_onlineBars')
          : lacks
            ? texts.say('entriesNeeded')
            : isWebClientWrong
              ? texts.say('webClientWrong')
              : ''
      }
    >
      {isDirect && (
        <>
          <AddressEntry
            label={texts.say('column_odataUrl')}
            explanation={texts.say('odata_explained')}
            typed={draft.odataUrl}
            reading={addresses.odata}
            onChange={enterAddress}
          />
          {isOnline && (
            <Notice
              icon="cross"
              tone="bad"
              word={texts.say('odata_online')}
              next={texts.say('odata_onlineNext')}
            />
          )}
          <TextEntry
            label={texts.say('column_userName')}
            explanation={texts.say('userName_explained')}
            value={draft.userName}
            onChange={(userName) => enter({ userName })}
          />
          <KeyEntry isStored={hasKey.value === true} typed={draft.key} onChange={(key) => enter({ key })} />
        </>
      )}
      <CompanyEntry
        questions={setup.questions}
        asked={test.asked}
        company={draft.company}
        onChange={(company) => enter({ company })}
      />
      <AddressEntry
        label={texts.say('column_webClientUrl')}
        explanation={texts.say('webClient_explained')}
        typed={draft.webClientUrl}
        reading={addresses.webClient}
        isOptional
        proposal={addresses.webClientProposal}
        onChange={(webClientUrl) => enter({ webClientUrl })}
      />
      <div className={classes.buttons}>
        <DefaultButton
          text={texts.say('testConnection')}
          disabled={test.asked === null || test.work.state === 'running'}
          allowDisabledFocus
          onClick={test.begin}
        />
      </div>
      <TestResult
        setup={setup}
        test={test.work}
        onCancel={test.cancel}
        partsOf={(steps) => steps}
        onSuggestion={(company) => enter({ company })}
        onStep={onStep}
      />
      <LeavingQuestion
        leaving={leaving}
        test={test.work}
        effect={connection !== null && isSetUp(connection) ? 'inUse' : 'unused'}
      />
      <SavingState setup={setup} />
    </StepFrame>
  );
}
