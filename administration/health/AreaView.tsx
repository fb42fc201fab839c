import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { HealthFinding } from '../../businessCentral/administration/health';
import { SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { pageStyles } from '../parts/page.styles';
import type { AdministrationSources } from '../platform';
import { useAdministrationLanguage } from '../strings';
import type { AreaHealth } from './areas';
import { placeOf } from './areas';
import type { Health } from './checks';
import { findingWords } from './findingWords';

export interface AreaViewProps {
  readonly health: Health;
  readonly area: AreaHealth;
  readonly navigateTo: AdministrationSources['navigateTo'];
}

/** A part of the product: in order, not reached, or what was found, each with the way to where it is mended. */
export function AreaView({ health, area, navigateTo }: AreaViewProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const name = texts.say(`healthArea_${area.area}`);
  if (area.state !== 'found') {
    return (
      <Notice
        icon={area.state === 'ok' ? 'check' : 'dash'}
        tone={area.state === 'ok' ? 'good' : 'neutral'}
        word={name}
        text={texts.say(`part_${area.state}`)}
      />
    );
  }
  return (
    <>
      {area.findings.map((finding) => (
        <FindingView
          key={`${finding.code} ${finding.subjects.join(' ')}`}
          name={name}
          finding={finding}
          health={health}
          navigateTo={navigateTo}
        />
      ))}
    </>
  );
}

interface FindingViewProps extends Pick<AreaViewProps, 'health' | 'navigateTo'> {
  readonly name: string;
  readonly finding: HealthFinding;
}

function FindingView({ name, finding, health, navigateTo }: FindingViewProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { sentence, remedy, technical } = findingWords(finding, health, texts);
  const { page, data } = placeOf(finding);
  const isError = finding.severity === 'error';
  return (
    <div>
      <Notice
        icon={isError ? 'cross' : 'warning'}
        tone={isError ? 'bad' : 'warning'}
        word={name}
        text={sentence}
        next={remedy}
      />
      {technical !== null && (
        <p className={classes.technical}>{texts.say('detail', { detail: technical })}</p>
      )}
      {health.mayMend && (
        <div className={classes.mend}>
          <SmallButton
            text={texts.say('health_mend')}
            label={`${texts.say('health_mend')}: ${sentence}`}
            icon="chevronRight"
            onClick={() => navigateTo(page, data)}
          />
        </div>
      )}
    </div>
  );
}
