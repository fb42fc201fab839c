import * as React from 'react';
import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react';
import { Notice } from '../../ui/Notice';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { differencesOf } from './draft';
import type { Setup } from './useSetup';

/** What saving came to where it is not simply done: it failed, or somebody else had saved before. */
export function SavingState({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const { saving } = setup;
  switch (saving.state) {
    case 'failed':
      return <FailureNotice failure={saving.failure} onAgain={null} />;
    case 'changedMeanwhile':
      return <ChangedMeanwhile setup={setup} onSaveMine={() => void setup.save(saving.entries)} />;
    default:
      return null;
  }
}

interface ChangedMeanwhileProps {
  readonly setup: Setup;
  readonly onSaveMine: () => void;
}

function ChangedMeanwhile({ setup, onSaveMine }: ChangedMeanwhileProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const { draft, connection, takeTheirs } = setup;
  const differences = connection === null ? [] : differencesOf(draft, connection);
  const shown = (value: string) => (value === '' ? texts.say('emptyValue') : value);
  return (
    <div className={classes.panel}>
      <Notice icon="warning" tone="warning" word={texts.say('changed')} next={texts.say('changed_next')} />
      <DataTable
        caption={texts.say('changed_table')}
        columns={[
          {
            key: 'column',
            title: texts.say('changed_column'),
            isRowHeader: true,
            cell: ({ column }) => texts.say(`column_${column}`),
          },
          { key: 'theirs', title: texts.say('changed_theirs'), cell: ({ theirs }) => shown(theirs) },
          { key: 'mine', title: texts.say('changed_mine'), cell: ({ mine }) => shown(mine) },
        ]}
        rows={differences}
        rowKey={({ column }) => column}
        empty={texts.say('changed_nothing')}
      />
      <div className={classes.buttons}>
        <PrimaryButton text={texts.say('changed_takeTheirs')} onClick={takeTheirs} />
        <DefaultButton text={texts.say('changed_saveMine')} onClick={onSaveMine} />
      </div>
    </div>
  );
}
