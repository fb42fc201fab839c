import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import { RefreshButton } from './buttons';
import { ClockContext } from './clock';
import type { Clock } from './clock';
import { ErrorBoundary } from './ErrorBoundary';
import { wordsOf } from './failure';
import { LanguageContext, useLanguage } from './language';
import type { Language } from './language';
import { LiveRegion } from './LiveRegion';
import { Notice } from './Notice';
import type { SharedTextKey } from './texts';

/** What every control gets from the form around it. */
export interface ControlSurroundings {
  readonly language: Language<string>;
  readonly clock: Clock;
  readonly theme: ITheme;
}

/** A control with its language, clock and look; a fault inside leaves the rest of the form alone, and says so. */
export function ControlFrame({
  language,
  clock,
  theme,
  children,
}: ControlSurroundings & { readonly children: React.ReactNode }): React.ReactElement {
  return (
    <ThemeProvider theme={theme}>
      <LanguageContext.Provider value={language}>
        <ClockContext.Provider value={clock}>
          <ErrorBoundary fallback={(failure, again) => <Broken failure={failure} again={again} />}>
            {children}
          </ErrorBoundary>
        </ClockContext.Provider>
      </LanguageContext.Provider>
    </ThemeProvider>
  );
}

function Broken({
  failure,
  again,
}: {
  readonly failure: Error;
  readonly again: () => void;
}): React.ReactElement {
  const { texts } = useLanguage<SharedTextKey>();
  const { sentence, remedy } = wordsOf(failure, texts);
  return (
    <div>
      <LiveRegion message={`${sentence} ${remedy}`} />
      <Notice icon="warning" tone="bad" word={sentence} next={remedy} />
      <RefreshButton failed waiting={false} onClick={again} />
    </div>
  );
}
