import * as React from 'react';
import { useState } from 'react';
import type { UserToCouple } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import { DataTable } from '../parts/DataTable';
import { useAdministrationLanguage } from '../strings';
import { IconWord } from '../synchronization/IconWord';
import { takenUsers } from './salespeoplePairs';
import type { SalespersonPair } from './salespeoplePairs';
import { UserPicker } from './UserPicker';

export interface SalespeopleTableProps {
  /** Those that are shown, and all of them. */
  readonly pairs: readonly SalespersonPair[];
  readonly allPairs: readonly SalespersonPair[];
  readonly users: readonly UserToCouple[];
  readonly isBusy: boolean;
  readonly onChoose: (pair: SalespersonPair, user: UserToCouple) => void;
  readonly onCouple: (pair: SalespersonPair) => void;
}

const looks = {
  coupled: { icon: 'check', tone: 'good' },
  proposed: { icon: 'half', tone: 'neutral' },
  chosen: { icon: 'pencil', tone: 'neutral' },
  open: { icon: 'unlinked', tone: 'warning' },
} as const;

/** Business Central's salespeople beside Sales' users. */
export function SalespeopleTable(props: SalespeopleTableProps): React.ReactElement {
  const { pairs, allPairs, users, isBusy, onChoose, onCouple } = props;
  const { texts } = useAdministrationLanguage();
  const [changing, setChanging] = useState<string | null>(null);
  return (
    <DataTable
      caption={texts.say('salespeople_caption')}
      empty={texts.say('salespeople_none')}
      rows={pairs}
      rowKey={({ salesperson }) => salesperson.code}
      columns={[
        {
          key: 'salesperson',
          title: texts.say('synch_column_inBusinessCentral'),
          isRowHeader: true,
          cell: ({ salesperson: { code, name, email } }) => (
            <>
              {`${code} ${name}`.trim()}
              <div>{email}</div>
            </>
          ),
        },
        {
          key: 'user',
          title: texts.say('synch_column_inSales'),
          cell: (pair) =>
            changing === pair.salesperson.code ? (
              <UserPicker
                label={texts.say('salespeople_pick', { code: pair.salesperson.code })}
                users={users}
                taken={takenUsers(allPairs, pair.salesperson.code)}
                onChoose={(user) => {
                  setChanging(null);
                  onChoose(pair, user);
                }}
                onCancel={() => setChanging(null)}
              />
            ) : (
              <User pair={pair} />
            ),
        },
        {
          key: 'state',
          title: texts.say('synch_column_state'),
          cell: ({ state }) => <IconWord {...looks[state]} word={texts.say(`salespeople_state_${state}`)} />,
        },
        {
          key: 'why',
          title: texts.say('synch_column_why'),
          cell: ({ by }) => (by === null ? '' : texts.say(`proposal_${by}`)),
        },
        {
          key: 'action',
          title: texts.say('synch_column_action'),
          cell: (pair) => {
            const { code } = pair.salesperson;
            return (
              <>
                {pair.user !== null && pair.state !== 'coupled' && (
                  <SmallButton
                    text={texts.say('salespeople_couple')}
                    label={`${texts.say('salespeople_couple')}: ${code} ${pair.user.name}`}
                    icon="linked"
                    disabled={isBusy}
                    onClick={() => onCouple(pair)}
                  />
                )}
                <SmallButton
                  text={texts.say(pair.user === null ? 'salespeople_choose' : 'salespeople_change')}
                  label={`${texts.say(pair.user === null ? 'salespeople_choose' : 'salespeople_change')}: ${code}`}
                  icon="pencil"
                  disabled={isBusy}
                  onClick={() => setChanging(code)}
                />
              </>
            );
          },
        },
      ]}
    />
  );
}

function User({ pair }: { readonly pair: SalespersonPair }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { user, state } = pair;
  if (user === null) {
    return <>{texts.say(state === 'coupled' ? 'salespeople_userUnseen' : 'salespeople_noUser')}</>;
  }
  return (
    <>
      {user.name}
      <div>{user.email}</div>
    </>
  );
}
