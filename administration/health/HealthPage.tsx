import * as React from 'react';
import { useCallback, useContext, useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react';
import { supportText } from '../../businessCentral/administration/supportText';
import { ClockContext } from '../../ui/clock';
import { Notice } from '../../ui/Notice';
import { ReadingTime } from '../../ui/ReadingTime';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { PageFrame } from '../parts/PageFrame';
import { useWork } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import type { AdministrationSources } from '../platform';
import { useAdministrationLanguage } from '../strings';
import type { AdministrationTexts } from '../strings';
import { areasOf } from './areas';
import { AreaView } from './AreaView';
import { runChecks } from './checks';
import type { Health } from './checks';
import type { HealthQuestions } from './healthQuestions';
import { SupportText } from './SupportText';

export interface HealthPageProps extends Pick<AdministrationSources, 'navigateTo' | 'copyText'> {
  readonly questions: HealthQuestions;
}

/** Runs every check, and says that all is well, or what is not and where to mend it. */
export function HealthPage({ questions, navigateTo, copyText }: HealthPageProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const clock = useContext(ClockContext);
  const { work, start, cancel } = useWork<Health>();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const run = useCallback(() => {
    setCopied('no');
    start((options) => runChecks(questions, () => clock.now(), options));
  }, [start, questions, clock]);
  useEffect(run, [run]);
  const copy = (health: Health) =>
    void copyText(textFor(health)).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  const health = work.state === 'done' ? work.result : null;
  const running = texts.say(work.state === 'ended' ? 'health_ended' : 'health_running');
  const summary = health === null ? running : summaryOf(health, texts);
  return (
    <PageFrame
      title={texts.say('page_health')}
      intro={texts.say('intro_health')}
      announcement={copied === 'yes' ? texts.say('health_copied') : summary}
    >
      <div className={classes.blocks}>
        {work.state === 'running' && (
          <WorkProgress label={summary} progress={work.progress} onCancel={cancel} />
        )}
        {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={run} />}
        {work.state === 'ended' && <Notice icon="dash" tone="neutral" word={summary} />}
        {health !== null && (
          <>
            <div>
              <Notice
                icon={health.findings.length === 0 ? 'check' : 'warning'}
                tone={health.findings.length === 0 ? 'good' : 'warning'}
                word={summary}
              />
              <ReadingTime readAt={health.checkedAt} />
            </div>
            {!health.mayMend && (
              <Notice icon="forbidden" tone="neutral" word={texts.say('health_mayNotMend')} />
            )}
            <ul className={classes.steps} aria-label={texts.say('health_checks')}>
              {areasOf(health).map((area) => (
                <li key={area.area} className={classes.part}>
                  <AreaView health={health} area={area} navigateTo={navigateTo} />
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
            onClick={run}
          />
          {health !== null && <DefaultButton text={texts.say('health_copy')} onClick={() => copy(health)} />}
        </div>
        {health !== null && copied === 'yes' && (
          <Notice icon="check" tone="good" word={texts.say('health_copied')} />
        )}
        {health !== null && copied === 'failed' && <SupportText text={textFor(health)} />}
      </div>
    </PageFrame>
  );
}

function textFor({ findings, connection, version, checkedAt }: Health): string {
  const { gatewayUrl = '', odataUrl = '', webClientUrl = '', matchBy = 'coupling' } = connection ?? {};
  return supportText(findings, {
    version,
    checkedAt,
    way: gatewayUrl === '' ? 'direct' : 'gateway',
    matchBy,
    addresses: [gatewayUrl, odataUrl, webClientUrl].filter((address) => address !== ''),
  });
}

/** Of what is not reached nobody knows that it is well. */
function summaryOf(health: Health, texts: AdministrationTexts): string {
  return health.findings.length === 0
    ? texts.say(areasOf(health).every(({ state }) => state === 'ok') ? 'health_well' : 'health_wellAsChecked')
    : texts.count('health_found', health.findings.length);
}
