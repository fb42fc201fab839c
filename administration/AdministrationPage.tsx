import { Text, ThemeProvider } from '@fluentui/react';
import * as React from 'react';
import { themeOf } from '../ui/theme';
import type { PageName } from './pageNames';
import { stringsOf } from './strings';

export interface AdministrationPageProps {
  readonly page: PageName;
  /** Windows locale id of the user. */
  readonly language: number;
}

/** A page of the administration app under its title. */
export function AdministrationPage({ page, language }: AdministrationPageProps): React.JSX.Element {
  return (
    <ThemeProvider theme={themeOf(undefined, false)}>
      <main>
        <Text as="h1" variant="xLarge" block>
          {stringsOf(language)[`page_${page}`]}
        </Text>
      </main>
    </ThemeProvider>
  );
}
