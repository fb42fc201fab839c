import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { UserToCouple } from '../../businessCentral/administration/types';
import { SmallButton } from '../../ui/buttons';
import type { Reading } from '../../ui/useReading';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { OwnedRecords } from './OwnedRecords';
import type { SalespeopleQuestions } from './questions';
import { usersWithoutSalesperson } from './salespeoplePairs';
import type { KnownSalespeople } from './salespeoplePairs';

export interface UsersWithoutProps {
  readonly questions: SalespeopleQuestions;
  readonly known: KnownSalespeople;
  readonly ownedRows: Reading<ReadonlyMap<string, number>>;
}

/** Users of Sales without a salesperson, with how many records do not synchronize therefore, and which. */
export function UsersWithout({ questions, known, ownedRows }: UsersWithoutProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [opened, setOpened] = useState<UserToCouple | null>(null);
  const without = usersWithoutSalesperson(known, ownedRows.value);
  return (
    <section>
      <h2 className={classes.heading}>{texts.say('salespeople_without_title')}</h2>
      <p className={classes.intro}>{texts.say('salespeople_without_intro')}</p>
      {ownedRows.failure !== null && <FailureNotice failure={ownedRows.failure} onAgain={ownedRows.again} />}
      <DataTable
        caption={texts.say('salespeople_without_title')}
        empty={texts.say('salespeople_without_none')}
        pageSize={25}
        rows={without}
        rowKey={({ user }) => user.id}
        columns={[
          {
            key: 'user',
            title: texts.say('salespeople_column_user'),
            isRowHeader: true,
            cell: ({ user }) => user.name,
          },
          { key: 'email', title: texts.say('salespeople_column_email'), cell: ({ user }) => user.email },
          {
            key: 'rows',
            title: texts.say('salespeople_column_rows'),
            isNumber: true,
            cell: ({ rows }) => (rows === null ? texts.say('synch_unknown') : format.quantity(rows)),
          },
          {
            key: 'action',
            title: texts.say('synch_column_action'),
            cell: ({ user, rows }) =>
              rows !== 0 && (
                <SmallButton
                  text={texts.say('salespeople_records')}
                  label={`${texts.say('salespeople_records')}: ${user.name}`}
                  icon="chevronRight"
                  onClick={() => setOpened(user)}
                />
              ),
          },
        ]}
      />
      {opened !== null && without.some(({ user }) => user.id === opened.id) && (
        <OwnedRecords key={opened.id} questions={questions} user={opened} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}
