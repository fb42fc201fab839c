import * as React from 'react';
import { useMemo } from 'react';
import { ControlFrame } from '../ui/ControlFrame';
import type { Clock } from '../ui/clock';
import { themeOf } from '../ui/theme';
import { HealthPage } from './health/HealthPage';
import { languageOf } from './languageOf';
import type { PageName } from './pageNames';
import { PageFrame } from './parts/PageFrame';
import type { AdministrationSources } from './platform';
import { SetupPage } from './setup/SetupPage';
import { questionsOf } from './sources';
import { useAdministrationLanguage } from './strings';

export interface AdministrationPageProps {
  readonly page: PageName;
  readonly sources: AdministrationSources;
  readonly clock: Clock;
  /** What the page is asked to show at once; empty: nothing in particular. */
  readonly data: string;
}

/** A page of the administration app, in the user's language; a fault in it is said, not a blank page. */
export function AdministrationPage(props: AdministrationPageProps): React.ReactElement {
  const { sources, clock } = props;
  const language = useMemo(() => languageOf(sources), [sources]);
  return (
    <ControlFrame language={language} clock={clock} theme={themeOf(undefined, false)}>
      <Content {...props} />
    </ControlFrame>
  );
}

function Content({ page, sources, data }: AdministrationPageProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const questions = useMemo(() => questionsOf(sources), [sources]);
  switch (page) {
    case 'setup':
      return (
        <SetupPage
          questions={questions.setup}
          navigateTo={sources.navigateTo}
          data={data}
          salespeopleSummary={null}
        />
      );
    case 'health':
      return (
        <HealthPage questions={questions.setup} navigateTo={sources.navigateTo} copyText={sources.copyText} />
      );
    case 'synchronization':
    case 'salespeople':
      return (
        <PageFrame title={texts.say(`page_${page}`)} intro={texts.say(`intro_${page}`)} announcement="">
          {null}
        </PageFrame>
      );
  }
}
