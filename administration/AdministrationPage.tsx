import * as React from 'react';
import { useMemo } from 'react';
import { webDarkTheme } from '@fluentui/tokens';
import { ControlFrame } from '../ui/ControlFrame';
import type { Clock } from '../ui/clock';
import { themeOf } from '../ui/theme';
import { HealthPage } from './health/HealthPage';
import { languageOf } from './languageOf';
import type { PageName } from './pageNames';
import type { AdministrationSources } from './platform';
import { SalespeoplePage } from './salespeople/SalespeoplePage';
import { SetupPage } from './setup/SetupPage';
import { questionsOf } from './sources';
import { SynchronizationPage } from './synchronization/SynchronizationPage';
import { usePrefersDark } from './usePrefersDark';

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
  const isDark = usePrefersDark();
  return (
    <ControlFrame
      language={language}
      clock={clock}
      theme={themeOf(isDark ? webDarkTheme : undefined, isDark)}
    >
      <Content {...props} />
    </ControlFrame>
  );
}

function Content({ page, sources, data }: AdministrationPageProps): React.ReactElement {
  const questions = useMemo(() => questionsOf(sources), [sources]);
  switch (page) {
    case 'setup':
      return (
        <SetupPage
          questions={questions.setup}
          navigateTo={sources.navigateTo}
          data={data}
          over={questions.over}
        />
      );
    case 'health':
      return (
        <HealthPage
          questions={questions.health}
          navigateTo={sources.navigateTo}
          copyText={sources.copyText}
        />
      );
    case 'synchronization':
      return (
        <SynchronizationPage
          questions={questions.synchronization}
          links={{
            openRow: ({ table, id }) => sources.openRecord(table, id),
            openAddress: sources.openAddress,
          }}
          onSalespeople={() => sources.navigateTo('salespeople')}
          firstTab={data}
        />
      );
    case 'salespeople':
      return <SalespeoplePage questions={questions.salespeople} />;
  }
}
