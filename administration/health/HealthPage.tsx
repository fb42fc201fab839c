import * as React from 'react';
import { useCallback, useContext, useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react';
import { ClockContext } from '../../ui/clock';
import { wordsOf } from '../../ui/failure';
import { SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { ReadingTime } from '../../ui/ReadingTime';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { PageFrame } from '../parts/PageFrame';
import { useWork } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import type { AdministrationSources } from '../platform';
import type { SetupQuestions } from '../setup/setupQuestions';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';
import { isWell, placeOf, runChecks } from './checks';
import type { Finding, Health } from './checks';
import { problemWords } from './problemWords';
import { supportText } from './supportText';

export interface HealthPageProps extends Pick<AdministrationSources, 'navigateTo' | 'copyText'> {
  readonly questions: SetupQuestions;
}

/** Runs every check, and says that all is well, or what is not and where to mend it. */
export function HealthPage({ questions, navigateTo, copyText }: HealthPageProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const clock = useContext(ClockContext);
  const { work, start, cancel } = useWork<Health>();
  const run = useCallback(
    () => start((options) => runChecks(questions, () => clock.now(), options)),
    [start, questions, clock],
  );
  useEffect(run, [run]);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = (health: Health) =>
    void copyText(supportText(health)).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  const again = () => {
    setCopied('no');
    run();
  };
  const health = work.state === 'done' ? work.result : null;
  return (
    <PageFrame
      title={texts.say('page_health')}
      intro={texts.say('intro_health')}
      announcement={
        copied === 'yes'
          ? texts.say('health_copied')
          : health !== null
            ? summaryOf(health, texts)
            : texts.say(work.state === 'running' ? 'health_running' : 'health_ended')
      }
    >
      <div className={classes.blocks}>
        {work.state === 'running' && (
          <WorkProgress label={texts.say('health_running')} progress={work.progress} onCancel={cancel} />
        )}
        {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={again} />}
        {work.state === 'ended' && <Notice icon="dash" tone="neutral" word={texts.say('health_ended')} />}
        {health !== null && (
          <>
            <Notice
              icon={isWell(health) ? 'check' : 'warning'}
              tone={isWell(health) ? 'good' : 'warning'}
              word={summaryOf(health, texts)}
            />
            <ReadingTime readAt={health.checkedAt} />
            <ul className={classes.steps} aria-label={texts.say('health_checks')}>
              {health.findings.map((finding) => (
                <li key={finding.check} className={classes.part}>
                  <FindingView finding={finding} navigateTo={navigateTo} />
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={classes.buttons}>
          <PrimaryButton
            text={texts.say('health_again')}
            disabled={work.state === 'running'}
            allowDisabledFocus
            onClick={again}
          />
          {health !== null && <DefaultButton text={texts.say('health_copy')} onClick={() => copy(health)} />}
        </div>
        {health !== null && copied === 'yes' && (
          <Notice icon="check" tone="good" word={texts.say('health_copied')} />
        )}
        {health !== null && copied === 'failed' && <SupportText text={supportText(health)} />}
      </div>
    </PageFrame>
  );
}

/** The text to be copied by hand, where the browser does not let a page copy. */
function SupportText({ text }: { readonly text: string }): React.ReactElement {
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

function summaryOf(health: Health, texts: AdministrationTexts): string {
  const { findings } = health;
  const count = findings.filter(({ state }) => state === 'problem' || state === 'failed').length;
  return isWell(health)
    ? texts.say('health_well')
    : texts.say('health_notWell', { count: String(count), total: String(findings.length) });
}

interface FindingViewProps {
  readonly finding: Finding;
  readonly navigateTo: AdministrationSources['navigateTo'];
}

function FindingView({ finding, navigateTo }: FindingViewProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const name = texts.say(`health_${finding.check}`);
  if (finding.state === 'ok' || finding.state === 'notReached') {
    const isOk = finding.state === 'ok';
    return (
      <Notice
        icon={isOk ? 'check' : 'dash'}
        tone={isOk ? 'good' : 'neutral'}
        word={name}
        text={texts.say(`part_${finding.state}`)}
      />
    );
  }
  const words =
    finding.state === 'problem'
      ? problemWords(finding.problem, texts, format.quantity)
      : wordsOf(finding.failure, texts);
  const { page, data } = placeOf(finding);
  return (
    <>
      <Notice icon="warning" tone="warning" word={name} text={words.sentence} next={words.remedy} />
      {words.technical !== null && words.technical !== '' && (
        <p className={classes.technical}>{texts.say('detail', { detail: words.technical })}</p>
      )}
      <SmallButton
        text={texts.say('health_mend')}
        label={`${texts.say('health_mend')}: ${name}`}
        icon="chevronRight"
        onClick={() => navigateTo(page, data)}
      />
    </>
  );
}
