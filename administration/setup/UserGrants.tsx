import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '@fluentui/react';
import { grants } from '../../sales/administration/types';
import type { Grant, UserAccess } from '../../sales/administration/types';
import { SmallButton } from '../../ui/buttons';
import { LiveRegion } from '../../ui/LiveRegion';
import { Notice } from '../../ui/Notice';
import { useUniqueId } from '../../ui/useUniqueId';
import { Confirmation } from '../parts/Confirmation';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useWork } from '../parts/useWork';
import { useAdministrationLanguage } from '../strings';
import type { Setup } from './useSetup';

export interface UserGrantsProps {
  readonly setup: Setup;
  readonly access: UserAccess;
  readonly onClose: () => void;
}

/** What of the change was done. */
interface Change {
  readonly grant: Grant;
  readonly isGranted: boolean;
}

/** One user's roles and profile, with what each allows; to be assigned and removed. */
export function UserGrants({ setup, access, onClose }: UserGrantsProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const titleId = useUniqueId();
  const title = useRef<HTMLHeadingElement>(null);
  const { work, start } = useWork<Change>();
  const [asked, setAsked] = useState<Grant | null>(null);
  const { user, warnings } = access;
  useEffect(() => title.current?.focus(), []);
  const { questions } = setup;
  const { again } = setup.access;
  const change = (grant: Grant, isGranted: boolean) =>
    start(async () => {
      await (isGranted ? questions.assign(access, grant) : questions.remove(access, grant));
      again();
      return { grant, isGranted };
    });
  const isBusy = work.state === 'running' || setup.access.busy;
  const done =
    work.state === 'done'
      ? texts.say(work.result.isGranted ? 'roles_assigned' : 'roles_removed', {
          grant: texts.say(`grant_${work.result.grant}`),
          user: user.name,
        })
      : '';
  return (
    <div className={classes.panel} role="group" aria-labelledby={titleId}>
      <LiveRegion message={done} />
      <h3 id={titleId} ref={title} tabIndex={-1} className={classes.heading}>
        {user.name}
      </h3>
      {warnings.map((warning) => (
        <Notice
          key={warning}
          icon="warning"
          tone="warning"
          word={texts.say(`accessWarning_${warning}`)}
          next={texts.say(`accessWarningRemedy_${warning}`)}
        />
      ))}
      {grants.map((grant) => (
        <GrantRow
          key={grant}
          grant={grant}
          access={access}
          isBusy={isBusy}
          onAssign={() => change(grant, true)}
          onRemove={() => setAsked(grant)}
        />
      ))}
      {asked !== null && (
        <Confirmation
          question={texts.say('roles_removeQuestion', {
            grant: texts.say(`grant_${asked}`),
            user: user.name,
          })}
          meaning={texts.say(`grantRemoved_${asked}`)}
          yes={texts.say('roles_remove')}
          onYes={() => {
            setAsked(null);
            change(asked, false);
          }}
          onNo={() => setAsked(null)}
        />
      )}
      {work.state === 'failed' && <FailureNotice failure={work.failure} onAgain={null} />}
      {done !== '' && <Notice icon="check" tone="good" word={done} />}
      <div className={classes.buttons}>
        <SmallButton text={texts.say('close')} icon="close" onClick={onClose} />
      </div>
    </div>
  );
}

interface GrantRowProps {
  readonly grant: Grant;
  readonly access: UserAccess;
  readonly isBusy: boolean;
  readonly onAssign: () => void;
  readonly onRemove: () => void;
}

function GrantRow({ grant, access, isBusy, onAssign, onRemove }: GrantRowProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const name = texts.say(`grant_${grant}`);
  const isHeld = access.own.includes(grant);
  const teams = access.throughTeams.filter((each) => each.grant === grant).map(({ team }) => team);
  return (
    <div>
      <h4 className={classes.subheading}>{name}</h4>
      <p className={classes.quiet}>{texts.say(`grantMeaning_${grant}`)}</p>
      {teams.length > 0 && (
        <p className={classes.quiet}>{texts.say('roles_fromTeams', { teams: teams.join(', ') })}</p>
      )}
      <SmallButton
        text={texts.say(isHeld ? 'roles_remove' : 'roles_assign')}
        label={`${texts.say(isHeld ? 'roles_remove' : 'roles_assign')}: ${name}`}
        icon={isHeld ? 'close' : 'plus'}
        disabled={isBusy}
        onClick={isHeld ? onRemove : onAssign}
      />
    </div>
  );
}
