import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { wordsOf } from '../../../ui/failure';
import { Notice } from '../../../ui/Notice';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';

/** Why Business Central did not start something. */
export function Refusal({ error }: { readonly error: Error }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { sentence, remedy, technical } = wordsOf(error, texts);
  return (
    <>
      <Notice icon="cross" tone="bad" word={sentence} next={remedy} />
      {technical !== null && (
        <p className={classes.technical}>{texts.say('detail', { detail: technical })}</p>
      )}
    </>
  );
}
