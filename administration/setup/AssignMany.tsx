import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import { grants } from '../../sales/administration/types';
import type { Grant, UserAccess } from '../../sales/administration/types';
import { SmallButton } from '../../ui/buttons';
import { wordsOf } from '../../ui/failure';
import { LiveRegion } from '../../ui/LiveRegion';
import { Notice } from '../../ui/Notice';
import { Confirmation } from '../parts/Confirmation';
import { DataTable } from '../parts/DataTable';
import { Selection } from '../parts/entries';
import { pageStyles } from '../parts/page.styles';
import { useWork } from '../parts/useWork';
import { WorkProgress } from '../parts/WorkProgress';
import { useAdministrationLanguage } from '../strings';
import { assignToEach } from './assignToEach';
import type { AssignedToMany } from './assignToEach';
import type { Setup } from './useSetup';

export interface AssignManyProps {
  readonly setup: Setup;
  readonly chosen: readonly UserAccess[];
  readonly onChooseNone: () => void;
}

/** Gives a role or the profile to everybody who is chosen, one after the other, after a question. */
export function AssignMany({ setup, chosen, onChooseNone }: AssignManyProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [grant, setGrant] = useState<Grant>('productAvailabilityUser');
  const [isAsking, setAsking] = useState(false);
  const { work, start, cancel } = useWork<AssignedToMany>();
  const { questions, access } = setup;
  const lacking = chosen.filter(({ own }) => !own.includes(grant));
  const name = texts.say(`grant_${grant}`);
  const assign = () => {
    setAsking(false);
    start((options) =>
      assignToEach(lacking, (user) => questions.assign(user, grant), options).finally(access.again),
    );
  };
  const isBusy = work.state === 'running' || access.busy;
  return (
    <div className={classes.panel} role="group" aria-label={texts.count('roles_chosen', chosen.length)}>
      <div className={classes.label}>{texts.count('roles_chosen', chosen.length)}</div>
      <Selection
        label={texts.say('roles_whichGrant')}
        chosen={grant}
        onChoose={(next) => {
          setAsking(false);
          setGrant(next);
        }}
        options={grants.map((value) => ({ value, label: texts.say(`grant_${value}`) }))}
      />
      <div className={classes.buttons}>
        <SmallButton
          text={texts.count('roles_assignMany', lacking.length)}
          icon="plus"
          disabled={isBusy || lacking.length === 0}
          onClick={() => setAsking(true)}
        />
        <SmallButton
          text={texts.say('roles_chooseNone')}
          icon="close"
          disabled={isBusy}
          onClick={onChooseNone}
        />
      </div>
      {isAsking && (
        <Confirmation
          question={texts.count('roles_assignManyQuestion', lacking.length, { grant: name })}
          meaning={texts.say(`grantMeaning_${grant}`)}
          yes={texts.say('roles_assign')}
          onYes={assign}
          onNo={() => setAsking(false)}
        />
      )}
      {work.state === 'running' && (
        <WorkProgress
          label={texts.say('roles_assigning', { grant: name })}
          progress={work.progress}
          onCancel={cancel}
        />
      )}
      {work.state === 'ended' && (
        <Notice icon="dash" tone="neutral" word={texts.say('roles_assigningEnded')} />
      )}
      {work.state === 'done' && <Outcome outcome={work.result} />}
    </div>
  );
}

/** How many were given it, and who was not, with why. */
function Outcome({ outcome }: { readonly outcome: AssignedToMany }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { assigned, failed } = outcome;
  const words = texts.count('roles_assignedMany', assigned);
  return (
    <>
      <LiveRegion message={words} />
      <Notice
        icon={failed.length === 0 ? 'check' : 'warning'}
        tone={failed.length === 0 ? 'good' : 'warning'}
        word={words}
      />
      {failed.length > 0 && (
        <DataTable
          caption={texts.say('roles_notAssigned')}
          rows={failed}
          rowKey={({ access }) => access.user.id}
          empty=""
          columns={[
            {
              key: 'name',
              title: texts.say('roles_user'),
              isRowHeader: true,
              cell: ({ access }) => access.user.name,
            },
            {
              key: 'why',
              title: texts.say('matching_reason'),
              cell: ({ failure }) => {
                const { sentence, remedy } = wordsOf(failure, texts);
                return <Notice icon="warning" tone="bad" word={sentence} next={remedy} />;
              },
            },
          ]}
        />
      )}
    </>
  );
}
