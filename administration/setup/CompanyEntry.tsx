import * as React from 'react';
import { DefaultButton, useTheme } from '@fluentui/react';
import { companyAmong } from '../../businessCentral/administration/companies';
import type { ListedCompany } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { TextEntry } from '../parts/entries';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useWork } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import type { AskedConnection, SetupQuestions } from './setupQuestions';

export interface CompanyEntryProps {
  readonly questions: Pick<SetupQuestions, 'companies'>;
  /** Where the companies are listed; null: not known yet. */
  readonly asked: AskedConnection | null;
  readonly company: string;
  readonly onChange: (company: string) => void;
}

/** The company, picked from those that are listed, or typed. */
export function CompanyEntry({ questions, asked, company, onChange }: CompanyEntryProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { work, start, cancel } = useWork<readonly ListedCompany[]>();
  const companies = work.state === 'done' ? work.result : [];
  return (
    <div>
      <TextEntry
        label={texts.say('column_company')}
        explanation={texts.say('company_explained')}
        value={company}
        onChange={onChange}
        offers={companies.map(({ name, displayName }) => ({ value: name, name: displayName }))}
        remark={
          companies.length > 0 &&
          company.trim() !== '' && (
            <CompanyRemark company={company.trim()} companies={companies} onChange={onChange} />
          )
        }
      />
      <div className={classes.buttons}>
        <DefaultButton
          text={texts.say('company_list')}
          disabled={asked === null || work.state === 'running'}
          allowDisabledFocus
          onClick={() =>
            asked !== null &&
            start(({ signal }) => questions.companies(asked, signal === undefined ? {} : { signal }))
          }
        />
      </div>
      {work.state === 'running' && (
        <WorkProgress label={texts.say('company_listing')} progress={null} onCancel={cancel} />
      )}
      {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={null} />}
      {work.state === 'done' && (
        <p className={classes.quiet}>
          {companies.length === 0
            ? texts.say('company_none')
            : texts.count('company_found', companies.length)}
        </p>
      )}
    </div>
  );
}

interface CompanyRemarkProps {
  readonly company: string;
  readonly companies: readonly ListedCompany[];
  readonly onChange: (company: string) => void;
}

function CompanyRemark({ company, companies, onChange }: CompanyRemarkProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { found, suggestion } = companyAmong(company, companies);
  if (found !== null) {
    return <Notice icon="check" tone="good" word={texts.say('company_listed')} />;
  }
  return (
    <>
      <Notice icon="warning" tone="warning" word={texts.say('company_notListed')} />
      {suggestion !== null && (
        <SmallButton
          text={texts.say('company_use', { company: suggestion })}
          icon="check"
          onClick={() => onChange(suggestion)}
        />
      )}
    </>
  );
}
