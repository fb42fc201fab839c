import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { Notice } from '../../ui/Notice';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';

/** The text to be copied by hand, where the browser does not let a page copy. */
export function SupportText({ text }: { readonly text: string }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <div>
      <Notice icon="warning" tone="warning" word={texts.say('health_notCopied')} />
      <textarea
        className={classes.input}
        readOnly
        rows={12}
        value={text}
        aria-label={texts.say('health_supportText')}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
