import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
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
import { awaitsCompany } from './judgements';
import type { StepWays } from './StepFrame';
import { stepNames, stepOfData } from './stepNames';
import type { StepName } from './stepNames';
import { BusinessCentralStep } from './steps/BusinessCentralStep';
import type { CompanyQuestions } from '../sources';
import { wordsOfWay } from './CheckedWay';
import { InactiveConnections } from './InactiveConnections';
import { MatchingStep } from './steps/MatchingStep';
import { RolesStep } from './steps/RolesStep';
import { SalespeopleStep } from './steps/SalespeopleStep';
import { ServicesStep } from './steps/ServicesStep';
import { SynchronizeStep } from './steps/SynchronizeStep';
import { WayStep } from './steps/WayStep';
import type { StepProps } from './steps/WayStep';
import { stepStatesOf } from './stepStates';
import type { SetupQuestions } from './setupQuestions';
import { useSetup } from './useSetup';
import type { Setup } from './useSetup';

export interface SetupPageProps {
  readonly questions: SetupQuestions;
  readonly navigateTo: AdministrationSources['navigateTo'];
  /** What a link to the page says, such as the step to be opened. */
  readonly data: string;
  /** What the last two steps ask and do, over the connection that is set up. */
  readonly over: (connectionId: string) => CompanyQuestions;
}

/** Assisted setup: from nothing to working, step by step, each checked for real. */
export function SetupPage({ questions, navigateTo, data, over }: SetupPageProps): React.ReactElement {
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
  const { forgetFailedSaving } = setup;
  useEffect(() => forgetFailedSaving(), [current, forgetFailedSaving]);
  const connectionId = setup.connection?.id ?? null;
  const company = useMemo(() => (connectionId === null ? null : over(connectionId)), [over, connectionId]);
  const [hasOpenedReview, setOpenedReview] = useState(false);
  if (current === 'synchronize' && !hasOpenedReview) {
    setOpenedReview(true);
  }
  const ways = (step: StepName) =>
    waysOf(step, opened !== null && step === current, setOpened, () => navigateTo('health'));
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
          <InactiveConnections setup={setup} />
          <ConnectionChoice setup={setup} />
          <div className={classes.blocks}>
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
              <div>
                {current !== 'synchronize' && (
                  <StepView
                    // Each step begins with its own title, test and confirmation.
                    key={current}
                    step={current}
                    setup={setup}
                    ways={ways(current)}
                    company={company}
                    onStep={setOpened}
                  />
                )}
                {/* The review lives on behind the other steps: mappings that wait there are still to be started. */}
                {hasOpenedReview && (
                  <div hidden={current !== 'synchronize'}>
                    <SynchronizeStep
                      key={connectionId}
                      setup={setup}
                      ways={ways('synchronize')}
                      onStep={setOpened}
                      questions={company?.synchronization ?? null}
                      onCoupleFirst={() => navigateTo('synchronization', 'prerequisites')}
                    />
                  </div>
                )}
              </div>
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

interface StepViewProps extends StepProps {
  readonly step: Exclude<StepName, 'synchronize'>;
  readonly company: CompanyQuestions | null;
}

function StepView({ step, company, ...props }: StepViewProps): React.ReactElement {
  switch (step) {
    case 'way':
      return <WayStep {...props} />;
    case 'businessCentral':
      return <BusinessCentralStep {...props} />;
    case 'services':
      return <ServicesStep {...props} />;
    case 'matching':
      return <MatchingStep {...props} />;
    case 'roles':
      return <RolesStep {...props} />;
    case 'salespeople':
      return <SalespeopleStep {...props} questions={company?.salespeople ?? null} />;
  }
}

/** Which connection is set up, where there are several: one a company. */
function ConnectionChoice({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const { texts } = useAdministrationLanguage();
  const { connections, connection, choose } = setup;
  const rows = (connections.value ?? []).filter(({ isActive }) => isActive);
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
function announcementOf({ saving, way, connection }: Setup, texts: AdministrationTexts): string {
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
      return way.value === null || awaitsCompany(connection, way.value)
        ? said.trim()
        : `${said}${wordsOfWay(way.value, texts)}`;
    }
  }
}
