import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { UserAccess } from '../../sales/administration/types';
import { RefreshButton, SmallButton } from '../../ui/buttons';
import { Notice } from '../../ui/Notice';
import { DataTable } from '../parts/DataTable';
import { Selection, TextEntry } from '../parts/entries';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { AssignMany } from './AssignMany';
import { hasAccess, isPerson } from './judgements';
import { UserGrants } from './UserGrants';
import type { Setup } from './useSetup';

/** Which users are listed; text keys `roles_<list>`. */
const lists = ['everyone', 'withAccess', 'withoutAccess', 'withWarnings'] as const;

type UserList = (typeof lists)[number];

const isOnList: Readonly<Record<UserList, (user: UserAccess) => boolean>> = {
  everyone: () => true,
  withAccess: hasAccess,
  withoutAccess: (user) => !hasAccess(user),
  withWarnings: ({ warnings }) => warnings.length > 0,
};

export interface UserListProps {
  readonly setup: Setup;
  readonly users: readonly UserAccess[];
}

/** The users with what they hold, to be searched, chosen and changed, one or many. */
export function UserList({ setup, users }: UserListProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [search, setSearch] = useState('');
  const [list, setList] = useState<UserList>('everyone');
  const [openId, setOpenId] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const wanted = search.trim().toLowerCase();
  const shown = users.filter(
    (each) =>
      isOnList[list](each) &&
      (each.user.name.toLowerCase().includes(wanted) || each.user.email.toLowerCase().includes(wanted)),
  );
  const open = users.find(({ user }) => user.id === openId) ?? null;
  const warned = users.filter(isOnList.withWarnings).length;
  const people = users.filter(isPerson);
  const granted = people.filter(hasAccess).length;
  const chosen = users.filter(({ user }) => chosenIds.has(user.id));
  const choosable = shown.filter(isPerson);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosenIds);
    if (isChosen) {
      next.add(id);
    } else {
      next.delete(id);
    }
    setChosenIds(next);
  };
  return (
    <>
      <Notice
        icon={granted === 0 ? 'dash' : warned > 0 ? 'warning' : 'check'}
        tone={granted === 0 ? 'neutral' : warned > 0 ? 'warning' : 'good'}
        word={texts.say('roles_summary', {
          granted: format.quantity(granted),
          total: format.quantity(people.length),
        })}
        next={warned > 0 ? texts.count('roles_warned', warned) : ''}
      />
      {open !== null && (
        <UserGrants key={open.user.id} setup={setup} access={open} onClose={() => setOpenId(null)} />
      )}
      <TextEntry label={texts.say('roles_search')} type="search" value={search} onChange={setSearch} />
      <Selection
        label={texts.say('roles_list')}
        chosen={list}
        onChoose={setList}
        options={lists.map((value) => ({ value, label: texts.say(`roles_${value}`) }))}
      />
      <div className={classes.buttons}>
        <SmallButton
          text={texts.count('roles_chooseShown', choosable.length)}
          icon="check"
          disabled={choosable.length === 0}
          onClick={() => setChosenIds(new Set(choosable.map(({ user }) => user.id)))}
        />
        <RefreshButton failed={false} waiting={setup.access.busy} onClick={setup.access.again} />
      </div>
      {chosen.length > 0 && (
        <AssignMany setup={setup} chosen={chosen} onChooseNone={() => setChosenIds(new Set())} />
      )}
      <DataTable
        caption={texts.say('roles_table')}
        rows={shown}
        rowKey={({ user }) => user.id}
        empty={texts.say('roles_nobody')}
        columns={[
          {
            key: 'choose',
            title: texts.say('synch_column_choose'),
            cell: (each) =>
              isPerson(each) && (
                <input
                  type="checkbox"
                  aria-label={texts.say('roles_choose', { user: each.user.name })}
                  checked={chosenIds.has(each.user.id)}
                  onChange={(event) => choose(each.user.id, event.currentTarget.checked)}
                />
              ),
          },
          {
            key: 'name',
            title: texts.say('roles_user'),
            isRowHeader: true,
            cell: ({ user }) =>
              user.isApplication ? `${user.name} (${texts.say('roles_application')})` : user.name,
          },
          { key: 'email', title: texts.say('roles_email'), cell: ({ user }) => user.email },
          { key: 'grants', title: texts.say('roles_grants'), cell: (each) => <HeldGrants access={each} /> },
          { key: 'warnings', title: texts.say('roles_warnings'), cell: (each) => <Warnings access={each} /> },
          {
            key: 'change',
            title: texts.say('roles_change'),
            cell: ({ user }) => (
              <SmallButton
                text={texts.say('roles_change')}
                label={`${texts.say('roles_change')}: ${user.name}`}
                icon="pencil"
                onClick={() => setOpenId(user.id)}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function HeldGrants({ access }: { readonly access: UserAccess }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { own, throughTeams, isSystemAdministrator } = access;
  const held = [
    ...(isSystemAdministrator ? [texts.say('roles_systemAdministrator')] : []),
    ...own.map((grant) => texts.say(`grant_${grant}`)),
    ...throughTeams.map(({ grant, team }) =>
      texts.say('roles_throughTeam', { grant: texts.say(`grant_${grant}`), team }),
    ),
  ];
  return <>{held.length === 0 ? texts.say('roles_none') : held.join(', ')}</>;
}

function Warnings({ access }: { readonly access: UserAccess }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <>
      {access.warnings.map((warning) => (
        <Notice key={warning} icon="warning" tone="warning" word={texts.say(`accessWarning_${warning}`)} />
      ))}
    </>
  );
}
