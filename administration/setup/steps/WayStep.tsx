import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { checkParts } from '../../../businessCentral/administration/types';
import type { CheckStep } from '../../../businessCentral/administration/types';
import { Notice } from '../../../ui/Notice';
import { AddressEntry } from '../../parts/AddressEntry';
import { Choices, Tick } from '../../parts/entries';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import { addressesOf, entriesOfWay } from '../draft';
import type { Draft } from '../draft';
import { isSetUp, leadsToDoor } from '../judgements';
import { LeavingQuestion } from '../LeavingQuestion';
import { SavingState } from '../SavingState';
import { StepFrame } from '../StepFrame';
import type { StepWays } from '../StepFrame';
import type { StepName } from '../stepNames';
import { TestResult } from '../TestResult';
import { useConnectionTest } from '../useConnectionTest';
import { useLeaving } from '../useLeaving';
import type { Setup } from '../useSetup';

export interface StepProps {
  readonly setup: Setup;
  readonly ways: StepWays;
  /** Opens another step, where something of this one is mended. */
  readonly onStep: (step: StepName) => void;
}

/** The company is the next step's. */
function partsBeforeCompany(steps: readonly CheckStep[]): readonly CheckStep[] {
  const company = checkParts.indexOf('company');
  return steps.filter(({ part }) => checkParts.indexOf(part) < company);
}

/** Step 1: through the gateway, or directly. */
export function WayStep({ setup, ways, onStep }: StepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { draft, change, connection } = setup;
  const { gateway } = addressesOf(draft);
  const test = useConnectionTest(setup);
  const leaving = useLeaving({
    setup,
    test,
    isGood: leadsToDoor,
    entries: () => entriesOfWay(draft, connection),
    onNext: ways.onNext,
  });
  const enter = (part: Partial<Draft>) => {
    test.forget();
    leaving.stay();
    change(part);
  };
  const hindrance =
    draft.way === 'gateway'
      ? gateway.ok
        ? ''
        : texts.say('way_addressNeeded')
      : draft.isRiskAccepted
        ? ''
        : texts.say('way_acceptNeeded');
  return (
    <StepFrame
      step="way"
      // The direct way has nothing to be tested yet: its address is entered in the next step, and saved there.
      ways={{ ...ways, onNext: draft.way === 'direct' ? ways.onNext : leaving.leave }}
      next={texts.say('saveAndNext')}
      isBusy={leaving.isLeaving}
      hindrance={hindrance}
    >
      <Choices
        label={texts.say('way_question')}
        chosen={draft.way}
        onChoose={(chosen) => enter({ way: chosen })}
        choices={(['gateway', 'direct'] as const).map((value) => ({
          value,
          label: texts.say(`way_${value}`),
          meaning: texts.say(`wayMeaning_${value}`),
        }))}
      />
      {draft.way === 'gateway' ? (
        <>
          <AddressEntry
            label={texts.say('column_gatewayUrl')}
            explanation={texts.say('way_addressExplained')}
            typed={draft.gatewayUrl}
            reading={gateway}
            onChange={(gatewayUrl) => enter({ gatewayUrl })}
          />
          <div className={classes.buttons}>
            <DefaultButton
              text={texts.say('way_test')}
              disabled={test.asked === null || test.work.state === 'running'}
              allowDisabledFocus
              onClick={test.begin}
            />
          </div>
          <TestResult
            setup={setup}
            test={test.work}
            onCancel={test.cancel}
            partsOf={partsBeforeCompany}
            onSuggestion={null}
            onStep={onStep}
          />
          <LeavingQuestion
            leaving={leaving}
            test={test.work}
            effect={connection !== null && isSetUp(connection) ? 'nothingSaved' : 'unused'}
          />
        </>
      ) : (
        <>
          <Notice
            icon="warning"
            tone="warning"
            word={texts.say('way_risk')}
            next={texts.say('way_riskExplained')}
          />
          <Tick
            label={texts.say('way_accept')}
            isOn={draft.isRiskAccepted}
            onChange={(isRiskAccepted) => enter({ isRiskAccepted })}
          />
        </>
      )}
      <SavingState setup={setup} />
    </StepFrame>
  );
}
