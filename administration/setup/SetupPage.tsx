import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { SkeletonLine } from '../../ui/Skeleton';
import { Selection } from '../parts/entries';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { PageFrame } from '../parts/PageFrame';
import { StepList } from '../parts/StepList';
import type { AdministrationSources } from '../platform';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';
import type { StepWays } from './StepFrame';
import { stepNames, stepOfData } from './stepNames';
import type { StepName } from './stepNames';
import { BusinessCentralStep } from './steps/BusinessCentralStep';
import { SalespeopleStep, SynchronizeStep } from './steps/LinkSteps';
import { MatchingStep } from './steps/MatchingStep';
import { RolesStep } from './steps/RolesStep';
import { ServicesStep } from './steps/ServicesStep';
import { WayStep } from './steps/WayStep';
import { stepStatesOf } from './stepStates';
import type { SetupQuestions } from './setupQuestions';
import { useSetup } from './useSetup';
import type { Setup } from './useSetup';

export interface SetupPageProps {
  readonly questions: SetupQuestions;
  readonly navigateTo: AdministrationSources['navigateTo'];
  /** What a link to the page says, such as the step to be opened. */
  readonly data: string;
  /** How many salespeople are coupled, and the way to couple them; drawn by those who do it. */
  readonly salespeopleSummary: React.ReactNode;
}

/** Assisted setup: from nothing to working, step by step, each checked for real. */
export function SetupPage({
  questions,
  navigateTo,
  data,
  salespeopleSummary,
}: SetupPageProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const setup = useSetup(questions);
  const states = stepStatesOf(setup);
  const [opened, setOpened] = useState<StepName | null>(() => stepOfData(data));
  // A dry run may take minutes and needs nobody; whoever comes is not kept waiting for it.
  const firstOpen =
    stepNames.find(
      (step) => states[step] !== 'done' && !(step === 'matching' && states[step] === 'checking'),
    ) ?? 'synchronize';
  const isKnown = states[firstOpen] !== 'checking';
  /** Where the setup was taken up, once the checks had told; it stays while nothing else is chosen. */
  const [takenUp, setTakenUp] = useState<StepName | null>(null);
  if (takenUp === null && isKnown && setup.connections.value !== null) {
    setTakenUp(firstOpen);
  }
  const current = opened ?? takenUp;
  const failure = setup.connections.failure;
  return (
    <PageFrame
      title={texts.say('setup_title')}
      intro={texts.say('intro_setup')}
      announcement={announcementOf(setup, texts)}
    >
      {failure !== null && <FailureNotice failure={failure} onAgain={setup.connections.again} />}
      {failure === null && (
        <div className={classes.blocks}>
          <ConnectionChoice setup={setup} />
          <div className={classes.sides}>
            <StepList
              label={texts.say('setup_steps')}
              steps={stepNames.map((name) => ({
                name,
                title: texts.say(`setup_${name}`),
                state: states[name],
              }))}
              current={current}
              onChoose={setOpened}
            />
            {current === null || setup.connections.value === null ? (
              <div aria-hidden="true">
                <SkeletonLine width="60%" />
                <SkeletonLine width="45%" />
              </div>
            ) : (
              <StepView
                // Each step begins with its own title, test and confirmation.
                key={current}
                step={current}
                setup={setup}
                ways={waysOf(current, opened !== null, setOpened, () => navigateTo('health'))}
                navigateTo={navigateTo}
                salespeopleSummary={salespeopleSummary}
              />
            )}
          </div>
        </div>
      )}
    </PageFrame>
  );
}

function waysOf(
  current: StepName,
  takesFocus: boolean,
  open: (step: StepName) => void,
  onEnd: () => void,
): StepWays {
  const at = stepNames.indexOf(current);
  const [before, after] = [stepNames[at - 1], stepNames[at + 1]];
  return {
    onBack: before === undefined ? null : () => open(before),
    onNext: after === undefined ? onEnd : () => open(after),
    takesFocus,
  };
}

interface StepViewProps extends Pick<SetupPageProps, 'navigateTo' | 'salespeopleSummary'> {
  readonly step: StepName;
  readonly setup: Setup;
  readonly ways: StepWays;
}

function StepView({ step, setup, ways, navigateTo, salespeopleSummary }: StepViewProps): React.ReactElement {
  switch (step) {
    case 'way':
      return <WayStep setup={setup} ways={ways} />;
    case 'businessCentral':
      return <BusinessCentralStep setup={setup} ways={ways} />;
    case 'services':
      return <ServicesStep setup={setup} ways={ways} />;
    case 'matching':
      return <MatchingStep setup={setup} ways={ways} />;
    case 'roles':
      return <RolesStep setup={setup} ways={ways} />;
    case 'salespeople':
      return <SalespeopleStep setup={setup} ways={ways} summary={salespeopleSummary} />;
    case 'synchronize':
      return <SynchronizeStep setup={setup} ways={ways} onOpen={() => navigateTo('synchronization')} />;
  }
}

/** Which connection is set up, where there are several: one a company. */
function ConnectionChoice({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const { texts } = useAdministrationLanguage();
  const { connections, connection, choose } = setup;
  const rows = connections.value ?? [];
  return rows.length < 2 || connection === null ? null : (
    <Selection
      label={texts.say('setup_connection')}
      chosen={connection.id}
      onChoose={choose}
      options={rows.map(({ id, name, isDefault }) => ({
        value: id,
        label: isDefault ? texts.say('setup_default', { name }) : name,
      }))}
    />
  );
}

/** What has just come of saving or checking. */
function announcementOf({ saving, way }: Setup, texts: AdministrationTexts): string {
  switch (saving.state) {
    case 'saving':
      return texts.say('saving');
    case 'changedMeanwhile':
      return texts.say('changed');
    case 'failed':
      return texts.say('notSaved');
    case 'saved':
    case 'idle': {
      const said = saving.state === 'saved' ? `${texts.say('saved')} ` : '';
      if (way.busy) {
        return `${said}${texts.say('testing')}`;
      }
      const failed = way.value?.find((step) => step.state === 'failed');
      return failed?.state === 'failed'
        ? `${said}${texts.say(`check_${failed.part}`)}: ${texts.say(`checkFailed_${failed.code}`)}`
        : way.value === null
          ? said.trim()
          : `${said}${texts.say('wayWorks')}`;
    }
  }
}
