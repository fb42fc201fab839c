import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { grants } from '../../sales/administration/types';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';

/** What each role, and the profile, allows: nobody gives away what they do not know. */
export function GrantMeanings(): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <div>
      <h3 className={classes.subheading}>{texts.say('roles_meanings')}</h3>
      <dl className={classes.terms}>
        {grants.map((grant) => (
          <div key={grant}>
            <dt className={classes.label}>{texts.say(`grant_${grant}`)}</dt>
            <dd className={classes.term}>{texts.say(`grantMeaning_${grant}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
