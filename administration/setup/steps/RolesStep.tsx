import * as React from 'react';
import { FailureNotice } from '../../parts/FailureNotice';
import { WorkProgress } from '../../parts/WorkProgress';
import { useAdministrationLanguage } from '../../strings';
import { CheckedStepFrame } from '../CheckedStepFrame';
import { GrantMeanings } from '../GrantMeanings';
import { checkedStep } from '../stepStates';
import { UserList } from '../UserList';
import type { StepProps } from './WayStep';

/** Step 5: who may use the product, and for what. */
export function RolesStep({ setup, ways }: StepProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { access } = setup;
  return (
    <CheckedStepFrame step="roles" ways={ways} check={checkedStep(setup, 'roles')}>
      <GrantMeanings />
      {access.value === null && access.busy && (
        <WorkProgress label={texts.say('roles_reading')} progress={null} onCancel={null} />
      )}
      {access.failure !== null && <FailureNotice failure={access.failure} onAgain={access.again} />}
      {access.value !== null && <UserList setup={setup} users={access.value} />}
    </CheckedStepFrame>
  );
}
